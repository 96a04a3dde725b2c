import { findWords, type FoundWords } from './found-words.ts'
import { wholeWords } from './pattern.ts'
import type { StyleWords } from './words/style-words.ts'

/** Finds words that are a guess beside a noun for people only. */
export type BesidePeople = (text: string, people: readonly FoundWords[]) => FoundWords[]

/**
 * Finds words before a noun for people ("young bearded man") and behind one ("people who are old").
 * An old town is not found.
 */
export function besidePeople(words: readonly string[], language: StyleWords): BesidePeople | undefined {
  const pattern = wholeWords(words, language.spaced)
  if (!pattern) return undefined
  const before = new RegExp(`^(?:,? (?:${[...words, ...language.between].join('|')})){0,3},? $`, 'iu')
  const behind = new RegExp(`^(?:,? (?:${language.copula.join('|')}))? $`, 'iu')
  return (text, people) =>
    findWords(text, pattern).filter(({ start, end }) =>
      people.some((noun) =>
        noun.start >= end
          ? noun.start - end < 60 && before.test(text.slice(end, noun.start))
          : noun.end <= start && start - noun.end < 40 && behind.test(text.slice(noun.end, start))
      )
    )
}
