import { countGraphemes } from './plain-text.ts'

/** What had to go so that a text fits. */
export type Cut = 'nothing' | 'one-sentence' | 'sentences' | 'clause' | 'words'

/** A text that fits, and what was cut for it. */
export interface Fitted {
  readonly text: string
  readonly cut: Cut
}

/** Words that need another word after them; a text never ends on one. By language: "door" leads on in Dutch only. */
const leadingWords: Readonly<Record<string, ReadonlySet<string>>> = {
  en: words(
    'a an the of in on at with without and or but nor to for by from near over under its their his her as while that which',
    'who whose is are was were be been being has have wearing holding next behind between into onto through against along',
    'beside above below around across beneath toward towards inside outside during before after than very two three'
  ),
  de: words(
    'ein eine einen einem einer eines der die das den dem des und oder mit ohne im in am an auf aus bei von vom zum zur zu',
    'für über unter vor hinter neben zwischen durch um gegen während ist sind war wird werden als wie sehr'
  ),
  fr: words(
    'un une le la les du de des et ou à au aux en dans sur sous avec sans par pour près est sont qui que dont'
  ),
  es: words('un una el la los las unos unas y o de del en con sin por para al a entre sobre es son que'),
  pt: words('um uma o a os as e ou com sem no na nos nas do da dos das de em ao por pelo pela é são que'),
  it: words(
    'un uno una il lo la gli i le e ed o con senza in nel nella su sul sulla dal dalla di per tra fra è sono che'
  ),
  nl: words('een de het en of met zonder van voor naar bij op in onder tussen door zijn die dat'),
  ru: words('и или в во на с со под над за из у к от для по при который которая'),
  pl: words('i w we z ze na do od nad pod przy oraz dla który która')
}

function words(...lines: readonly string[]): ReadonlySet<string> {
  return new Set(lines.join(' ').split(' '))
}

/**
 * Shortens a text to at most `limit` graphemes: whole sentences first, then up to the end of a clause, then up to a
 * word that can stand at the end. Never cuts inside a word and never adds one.
 * `undefined` when no word of it fits.
 */
export function fitToLimit(text: string, limit: number, language: string): Fitted | undefined {
  if (countGraphemes(text) <= limit) return { text, cut: 'nothing' }
  return wholeSentences(text, limit, language) ?? upToClause(text, limit, language) ?? upToWord(text, limit, language)
}

function wholeSentences(text: string, limit: number, language: string): Fitted | undefined {
  const sentences = [...segmenter(language, 'sentence').segment(text)].map(({ segment }) => segment)
  for (let kept = sentences.length - 1; kept > 0; kept--) {
    const candidate = sentences.slice(0, kept).join('').trim()
    const bare = candidate.replace(/([^.。])[.。]$/u, '$1')
    if (countGraphemes(bare) > limit || !endsWell(bare, language) || isStub(bare)) continue
    return { text: bare, cut: sentences.length - kept === 1 ? 'one-sentence' : 'sentences' }
  }
  return undefined
}

/** "Dr. Smith …" and the like: too little to be the sentence that was meant. */
function isStub(text: string): boolean {
  return countGraphemes(text) < 20
}

function upToClause(text: string, limit: number, language: string): Fitted | undefined {
  const boundaries = /[,;:，、；：](?=\s|[\u3040-\u9FFF])|\s+[–—-]\s|\s+\(/gu
  let best: string | undefined
  for (const match of text.matchAll(boundaries)) {
    const candidate = text.slice(0, match.index).trimEnd()
    const length = countGraphemes(candidate)
    if (length > limit) break
    if (length >= limit * 0.4 && endsWell(candidate, language)) best = candidate
  }
  return best === undefined ? undefined : { text: best, cut: 'clause' }
}

function upToWord(text: string, limit: number, language: string): Fitted | undefined {
  const segments = [...segmenter(language, 'word').segment(text)]
  let candidate = ''
  let best: string | undefined
  for (const [index, { segment, isWordLike }] of segments.entries()) {
    candidate += segment
    if (countGraphemes(candidate) > limit) break
    const next = segments[index + 1]
    const wordGoesOn = next !== undefined && /^[-’'_@/\\.\p{L}\p{N}]/u.test(next.segment) && !isSpaceless(segment)
    if (isWordLike && !wordGoesOn && endsWell(candidate.trim(), language)) best = candidate.trim()
  }
  return best === undefined || !/\p{L}{2}|[\u3040-\u9FFF]/u.test(best) ? undefined : { text: best, cut: 'words' }
}

function isSpaceless(segment: string): boolean {
  return /^[\u0E00-\u0EFF\u3040-\u30FF\u4E00-\u9FFF]+$/u.test(segment)
}

/** Whether a text may end here: not on a word that leads to another, brackets and quotes closed. */
export function endsWell(text: string, language: string): boolean {
  const lastWord = /[\p{L}\p{M}\p{N}’']+(?=[^\p{L}\p{M}\p{N}]*$)/u.exec(text)?.[0].toLowerCase()
  if (lastWord === undefined || leadingWords[language.split('-')[0] ?? '']?.has(lastWord)) return false
  const count = (mark: RegExp): number => text.match(mark)?.length ?? 0
  return count(/[([{（「«“]/gu) === count(/[)\]}）」»”]/gu) && count(/"/gu) % 2 === 0
}

const segmenters = new Map<string, Intl.Segmenter>()

function segmenter(language: string, granularity: 'sentence' | 'word'): Intl.Segmenter {
  const name = `${granularity} ${language}`
  let found = segmenters.get(name)
  if (!found) segmenters.set(name, (found = new Intl.Segmenter(language, { granularity })))
  return found
}
