/** Words that lead on to another, for one language. */
interface LeadingWords {
  /** No sentence ends on one: a text that does was cut. */
  readonly never: ReadonlySet<string>
  /** Few sentences end on one ("Game over", "Ein Hund schaut zu"): no place to cut at. */
  readonly seldom: ReadonlySet<string>
}

/** By language, since a word can lead on in one and end a sentence in another ("door" in Dutch and in English). */
const leadingWords: Readonly<Record<string, LeadingWords>> = {
  en: {
    never: words(
      'a an the of and or but nor with without from into onto its their than while whose which wearing holding featuring'
    ),
    seldom: words(
      'in on at to for by near over under his her as that who is are was were be been being has have next behind between',
      'through against along beside above below around across beneath toward towards inside outside during before after',
      'very two three'
    )
  },
  de: {
    never: words(
      'eine einen einem einer eines der die das den dem des und oder ohne im am vom zum zur für sowie'
    ),
    seldom: words(
      'ein mit in an auf aus bei von zu über unter vor hinter neben zwischen durch um gegen während ist sind war wird',
      'werden als wie sehr'
    )
  },
  fr: {
    never: words('un une le la les du des de et ou au aux dans par pour qui que dont'),
    seldom: words('en sur sous avec sans près est sont')
  },
  es: {
    never: words('un una el la los las unos unas y o de del en con sin por para al a entre que'),
    seldom: words('sobre es son')
  },
  pt: {
    never: words('um uma o a os as e ou com sem no na nas do da dos das de em ao por pelo pela que'),
    seldom: words('nos é são')
  },
  it: {
    never: words(
      'un uno una il lo la gli i le e ed o con senza in nel nella sul sulla dal dalla di per tra fra che'
    ),
    seldom: words('su è sono')
  },
  nl: {
    never: words('een de en of zonder tussen'),
    seldom: words('het met van voor naar bij op in onder door zijn die dat')
  },
  ru: {
    never: words('и или в во на с со под над за из у к от для по при который которая'),
    seldom: new Set()
  },
  pl: {
    never: words('i w we z ze na do od nad pod przy oraz dla który która'),
    seldom: new Set()
  }
}

function words(...lines: readonly string[]): ReadonlySet<string> {
  return new Set(lines.join(' ').split(' '))
}

/**
 * Whether a text stops in the middle of a thought: on a word that no sentence ends on, or with an open bracket or
 * quotation mark.
 */
export function isCutShort(text: string, language: string): boolean {
  const last = lastWord(text)
  return last === undefined || listsFor(language)?.never.has(last) === true || hasOpenMark(text)
}

/** Whether a longer text may be cut here. Stricter than `isCutShort`: we choose the place. */
export function mayEndHere(text: string, language: string): boolean {
  return !isCutShort(text, language) && listsFor(language)?.seldom.has(lastWord(text) ?? '') !== true
}

/** Whether a text is nothing but a word that leads to another. */
export function isLeadingWordAlone(text: string, language: string): boolean {
  return listsFor(language)?.never.has(text.toLowerCase()) === true
}

/** Whether a word leads to another. */
export function leadsOn(word: string, language: string): boolean {
  const lists = listsFor(language)
  return lists?.never.has(word) === true || lists?.seldom.has(word) === true
}

function listsFor(language: string): LeadingWords | undefined {
  return leadingWords[language.split('-')[0] ?? '']
}

/** As written: "Vitamin A" and "Plan A" end on a name. */
function lastWord(text: string): string | undefined {
  return /[\p{L}\p{M}\p{N}’']+(?=[^\p{L}\p{M}\p{N}]*$)/u.exec(text)?.[0]
}

/** A smiley or "step a)" closes what was never opened, which cuts nothing. */
function hasOpenMark(text: string): boolean {
  const rest = text.replace(/„[^“”]*[“”]/gu, '')
  const count = (mark: RegExp): number => rest.match(mark)?.length ?? 0
  if (count(/[([{（「«“„]/gu) > count(/[)\]}）」»”]/gu)) return true
  // After a digit it can mean inches.
  return count(/"/gu) % 2 === 1 && count(/(?<!\d)"/gu) % 2 === 1
}
