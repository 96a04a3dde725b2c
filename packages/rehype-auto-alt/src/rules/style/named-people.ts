import type { FoundWords } from './found-words.ts'
import type { GivenWords } from './given-words.ts'
import { sentenceStarts } from './sentence-starts.ts'

/** Most words of a name. A row of capitalised words without an end is a stuck model's. */
const mostWords = 20

/** Words before a name that make it a place. */
const placeLeads = new Set(
  'in at from near to through over across inside outside into around im am bei aus'.split(' ')
)

/** A word in capitals of its own, with its genitive. */
const capitalised = /(?<![\p{L}\p{N}])\p{Lu}[\p{L}\p{M}]*(?:[-’'](?!s(?!\p{L}))\p{L}+)*/gu

/** Words that are no name though the page writes them with a capital somewhere. */
const noNames = new Set(
  'a an the this that these those his her their our your my its one two three four five in on at with and he she they it we you i team people person group man woman men women boy girl child children photo image picture portrait employee staff'.split(
    ' '
  )
)

/**
 * Names of people that the page or the picture's text gives and that stand in a text too. A name is two capitalised
 * words in a row, or one that the page writes with a capital where no sentence begins and never without.
 */
export function namedPeople(text: string, given: GivenWords, nounsAreCapitalised: boolean): FoundWords[] {
  if (given.text.trim() === '') return []
  const starts = sentenceStarts(text)
  return capitalRuns(text)
    .map((run) => groundedPart(run, given, starts, nounsAreCapitalised))
    .filter((name) => name !== undefined)
    .filter((name) => !placeLeads.has(wordBefore(text, name.start)) && !leadsToNoun(text, name.end))
}

function capitalRuns(text: string): FoundWords[][] {
  const runs: FoundWords[][] = []
  let end = -2
  for (const { 0: words, index } of text.matchAll(capitalised)) {
    const word = { start: index, end: index + words.length, words }
    const last = runs.at(-1)
    if (last && text.slice(end, index) === ' ') last.push(word)
    else runs.push([word])
    end = word.end
  }
  return runs
}

function groundedPart(
  run: readonly FoundWords[],
  given: GivenWords,
  starts: ReadonlySet<number>,
  nounsAreCapitalised: boolean
): FoundWords | undefined {
  for (let from = 0; from + 1 < run.length; from++) {
    for (let to = Math.min(run.length, from + mostWords); to > from + 1; to--) {
      const part = run.slice(from, to)
      const [first, last] = [part[0], part.at(-1)]
      const words = part.map((word) => word.words).join(' ')
      if (first && last && !noNames.has(first.words.toLowerCase()) && standsIn(given.text, words)) {
        return { start: first.start, end: last.end, words }
      }
    }
  }
  if (nounsAreCapitalised) return undefined
  return run.find((word) => isSingleName(word, given, starts.has(word.start)))
}

function standsIn(text: string, words: string): boolean {
  const at = text.indexOf(words)
  return at !== -1 && !/^[\p{L}\p{N}]/u.test(text.slice(at + words.length))
}

function isSingleName(word: FoundWords, given: GivenWords, startsSentence: boolean): boolean {
  const { words } = word
  if (words.length < 3 || noNames.has(words.toLowerCase())) return false
  const elsewhere = new RegExp(
    `(?<!\\p{L})\\p{Ll}+,? ${words}(?!\\p{L})|(?<!\\p{L})${words}['’]s(?!\\p{L})`,
    'u'
  )
  const lower = new RegExp(`(?<!\\p{L})${words.toLowerCase()}(?!\\p{L})`, 'u')
  if (lower.test(given.text)) return false
  return elsewhere.test(given.text) || (!startsSentence && standsIn(given.text, words))
}

function wordBefore(text: string, start: number): string {
  return /([\p{L}]+) $/u.exec(text.slice(0, start))?.[1]?.toLowerCase() ?? ''
}

/** "Acme engineer": the name is that of a firm. */
function leadsToNoun(text: string, end: number): boolean {
  return /^ (?:\p{Ll}+(?:er|or|ist|ian|ee)s?|staff|team|logo|shoes?|office)(?!\p{L})/u.test(text.slice(end))
}
