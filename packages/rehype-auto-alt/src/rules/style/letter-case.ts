import { withoutQuotes, type GivenWords } from './given-words.ts'
import type { StyleFault } from './style-fault.ts'

/** Words with a letter at the front. */
const wordPattern = /(?<![\p{L}\p{N}])\p{L}[\p{L}\p{M}]*(?:['’-]\p{L}+)*/gu

/** Whether a word begins with a capital. */
export function isCapitalised(word: string): boolean {
  return /^\p{Lu}/u.test(word)
}

/** Whether nearly every longer word of a text has a capital. German writes all its nouns so. */
export function isTitleCase(text: string, language: string): boolean {
  return !/^de(?:-|$)/iu.test(language) && titleWords(text).length > 0
}

/** Whether most words of a text have a capital, short texts and words too: no sign of a name then. */
export function hasTitleCapitals(text: string): boolean {
  const words = [...withoutQuotes(text).matchAll(wordPattern)].map(([word]) => word).slice(1)
  const longer = words.filter((word) => word.length > 2)
  const capitals = longer.filter(isCapitalised)
  return capitals.length >= 2 && capitals.length >= longer.length * 0.8
}

/** "Book a Room": every longer word has a capital. */
export function hasEveryCapital(text: string): boolean {
  const words = [...text.matchAll(wordPattern)].map(([word]) => word)
  return words.filter((word) => word.length > 3).every(isCapitalised)
}

/** What a name follows: "Logo of Please Touch Museum". */
const nameFollows = /^(?:the )?(?:logo|emblem|(?:book )?cover|poster|seal|badge|flag|map) (?:of|for) /iu

function titleWords(text: string, given?: GivenWords): string[] {
  if (nameFollows.test(text)) return []
  const words = [...withoutQuotes(text).matchAll(wordPattern)].map(([word]) => word).slice(1)
  const longer = words.filter(
    (word) => word.length > 3 && !/^\p{Lu}+s?$/u.test(word) && given?.has(word) !== true
  )
  const capitals = longer.filter(isCapitalised)
  return capitals.length >= 3 && capitals.length >= longer.length * 0.8 ? capitals : []
}

function shoutedWords(text: string, given: GivenWords): string[] {
  const words = [...withoutQuotes(text).matchAll(wordPattern)].map(([word]) => word)
  const longer = words.filter((word) => word.length > 3 && !given.has(word))
  const shouted = longer.filter((word) => /^\p{Lu}+$/u.test(word))
  // Not a small letter in three words or more: "A DOG ON A BEACH".
  if (words.length >= 3 && longer.length > 0 && words.every((word) => /^\p{Lu}+s?$/u.test(word)))
    return longer
  // "OTLP/JSON" and "STOP" are abbreviations and signs.
  const isLoud = shouted.length >= 3 || shouted.some((word) => word.length > 5)
  return shouted.length >= 2 && isLoud && shouted.length >= longer.length * 0.8 ? shouted : []
}

/** ALL CAPITALS, or A Capital On Every Word. */
export function letterCaseFaults(text: string, language: string, given: GivenWords): StyleFault[] {
  if (given.has(text)) return []
  const shouted = shoutedWords(text, given)
  const words = shouted.length > 0 ? shouted : isTitleCase(text, language) ? titleWords(text, given) : []
  return words.length > 0 ? [{ ruleId: 'letter-case', words }] : []
}
