import { withoutQuotes, type GivenWords } from './given-words.ts'
import { hidden, type FoundWords } from './found-words.ts'
import { isTitleCase } from './letter-case.ts'
import { sentenceStarts } from './sentence-starts.ts'
import type { StyleFault } from './style-fault.ts'
import { capitalisedWords, labelNouns } from './words/capitalised-words.ts'
import { graphics } from './words/graphics.ts'

const languagesWithCapitalNames = /^(?:en|es|fr|pt|it|nl|ru|pl)(?:-|$)/iu

/** Names have other endings in mid-sentence. */
const languagesWithCases = /^(?:ru|pl)(?:-|$)/iu

/** A name between capitalised words may go on with one of these. */
const particles =
  /^(?: |-)(?:of the|of|de la|de|del|della|di|da|do|du|van der|van den|van|von|la|le|el|al|bin|ibn)? ?$/u

/** Brands that are recognised at a glance, and written so in every language. */
const innerCapital = /(?<![\p{L}\p{N}.])(?:i(?:Phone|Pad|Pod|Mac|Watch)s?|eBay)(?![\p{L}\p{N}])/gu

/** "Frau Müller", "Dr. Weber". */
const titledName = /(?<!\p{L})(?:(?:Herrn?|Frau|Dr\.|Prof\.) )+\p{Lu}\p{Ll}+/gu

/**
 * Names that neither the page nor the picture's text gives. In languages that write nothing else with a capital:
 * capitalised words, apart from those that begin a sentence alone, abbreviations, months, languages and peoples,
 * and labels of a user interface ("Save button"). In German only names with a title. In every language "iPhone" and
 * its like. Not found: a single name at the start, names in Japanese and Chinese.
 */
export function nameFaults(text: string, language: string, given: GivenWords): StyleFault[] {
  const bare = withoutQuotes(text)
  const found = [...bare.matchAll(innerCapital)].map(([word]) => word)
  if (/^de(?:-|$)/iu.test(language)) found.push(...[...bare.matchAll(titledName)].map(([words]) => words))
  else if (languagesWithCapitalNames.test(language) && !isTitleCase(text, language) && /\p{Ll}/u.test(text)) {
    found.push(...capitalisedNames(bare))
  }
  const isWordGiven = languagesWithCases.test(language) ? given.hasStem : given.has
  const words = found.filter((name) => !isGiven(name, isWordGiven))
  return words.length > 0 ? [{ ruleId: 'unfounded-name', words: [...new Set(words)] }] : []
}

/** Its words are given, or the last of them is: a surname, or what a product is called. */
function isGiven(name: string, isWordGiven: (word: string) => boolean): boolean {
  const words = (name.match(/\p{L}[\p{L}\p{M}\p{N}'’]*/gu) ?? []).filter(
    (word) => /\p{Lu}/u.test(word) && !isOrdinary(word) && !/^(?:Herrn?|Frau|Dr|Prof)$/u.test(word)
  )
  const last = words.at(-1)
  return (
    words.every((word) => isWordGiven(word)) || (last !== undefined && words.length > 1 && isWordGiven(last))
  )
}

function isOrdinary(word: string): boolean {
  const bare = word.replace(/['’]s?$/u, '')
  return (
    /^\p{Lu}+s?$/u.test(bare) ||
    capitalisedWords.has(bare.toLowerCase().replace(/['’]/gu, '')) ||
    bare.length < 2
  )
}

function capitalisedNames(text: string): string[] {
  const starts = sentenceStarts(text)
  const runs: { words: FoundWords[]; inMiddle: boolean }[] = []
  const plain = hidden(text, labels(text))
  for (const { 0: words, index } of plain.matchAll(
    /(?<![\p{L}\p{N}_./@-])\p{Lu}[\p{L}\p{M}\p{N}]*(?:['’-]\p{L}+)*(?![\p{L}\p{N}_/@(])/gu
  )) {
    const word = { start: index, end: index + words.length, words }
    const run = runs.at(-1)
    const last = run?.words.at(-1)
    const inMiddle = !starts.has(index) && !isOrdinary(words) && /\p{Ll}/u.test(words)
    const between = plain.slice(last?.end ?? 0, index)
    const isLead = last && starts.has(last.start) && between !== ' '
    if (run && last && particles.test(between) && !isLead && !starts.has(index)) {
      run.words.push(word)
      run.inMiddle ||= inMiddle
    } else runs.push({ words: [word], inMiddle })
  }
  return runs
    .filter(({ inMiddle, words }) => inMiddle && !isRead(plain, words))
    .map(({ words }) => withoutLead(words, starts))
    .map((words) => text.slice(words[0]?.start ?? 0, words.at(-1)?.end ?? 0))
}

/**
 * Names that can be read in the picture: those in a screenshot, diagram or chart that the text begins by naming or
 * names right behind ("Grafana dashboard"), and with a number ("Sprint 2").
 */
function isRead(text: string, words: readonly FoundWords[]): boolean {
  const [start, end] = [words[0]?.start ?? 0, words.at(-1)?.end ?? 0]
  if (/^ \d/u.test(text.slice(end))) return true
  return [...text.matchAll(graphics)].some(({ 0: graphic, index }) => {
    if (index + graphic.length > start) return index >= start && text.slice(end, index).split(' ').length <= 4
    return text.slice(0, index).split(' ').length <= 6
  })
}

/** "The Eiffel Tower" is named without its article, "Smiling Marie" without the adjective only where that is known. */
function withoutLead(words: readonly FoundWords[], starts: ReadonlySet<number>): readonly FoundWords[] {
  const [first] = words
  const isArticle =
    first &&
    starts.has(first.start) &&
    /^(?:The|A|An|Two|Three|This|El|La|Le|Les|Los|Las|Il|O|Os|De|Het|Une?|Una?)$/u.test(first.words)
  return isArticle && words.length > 1 ? words.slice(1) : words
}

/** What is shown together with its name. Of people and pets that is a guess. */
const namedThings =
  'files?|folder|directory|columns?|table|variable|function|method|class|branch|repository|project|app|service|span|metric|layer|channel|workflow|job|step'

/** Labels of buttons, menus and the like, which are readable in the picture. */
function labels(text: string): FoundWords[] {
  const label = '\\p{Lu}[\\p{L}\\p{N}]*(?: (?:and|of|to|the|\\p{Lu}[\\p{L}\\p{N}]*))*'
  const pattern = new RegExp(
    `(?<!\\p{L})${label}(?= (?:${labelNouns})(?!\\p{L}))|(?<=(?<!\\p{L})(?:${labelNouns}|(?:logo|emblem|cover|poster|seal|badge) (?:of|for)(?: the)?|labell?ed|titled|(?:${namedThings}|${labelNouns}) (?:called|named)|reading|reads|says|saying|marked|(?:words?|text|caption|title|inscription|heading|message|slogan)) )${label}`,
    'gu'
  )
  return [...text.matchAll(pattern)].map(({ 0: words, index }) => ({
    start: index,
    end: index + words.length,
    words
  }))
}
