import { findWords, type FoundWords } from './found-words.ts'
import { wholeWords } from './pattern.ts'
import type { StyleWords } from './words/style-words.ts'

/** Finds phrases in which words for people are about an animal. */
export type AnimalPhrases = (text: string) => FoundWords[]

/**
 * Finds "mother elephant" and "tiger cub brother". The animals are found first, since they are many: one pattern for
 * the whole phrase takes long to prepare.
 */
export function animalPhrases({ animals, spaced }: StyleWords): AnimalPhrases | undefined {
  if (!animals) return undefined
  const nouns = wholeWords(animals.nouns, spaced)
  const before = new RegExp(
    `(?<![a-z-])(?:${animals.before.join('|')}),? (?:(?:${animals.between.join('|')}) ){0,2}$`,
    'i'
  )
  const behind = new RegExp(`^ (?:${animals.behind.join('|')})(?![a-z-])`, 'i')
  return (text) =>
    findWords(text, nouns).flatMap(({ start, end }) => {
      const from = before.exec(text.slice(Math.max(0, start - 80), start))?.[0].length ?? 0
      const to = behind.exec(text.slice(end, end + 20))?.[0].length ?? 0
      if (from + to === 0) return []
      return [{ start: start - from, end: end + to, words: text.slice(start - from, end + to) }]
    })
}
