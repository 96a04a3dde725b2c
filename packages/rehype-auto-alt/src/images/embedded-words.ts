import { isPlaceholderText } from '../rules/findings/placeholder.ts'
import { reduceLanguage } from '../rules/language.ts'

/** Which part of a file words were found in. */
export type WordsSource = 'xmp' | 'svg' | 'png'

/** A text alternative that a person put into an image file. */
export interface EmbeddedWords {
  /** Text by lowercased BCP 47 tag; `x-default` for words that name no language or are meant for every other one. */
  readonly byLanguage: ReadonlyMap<string, string>
  readonly source: WordsSource
}

/** Texts as they stand in a file, best first. Belongs to the bytes alone, so that it can be kept by digest. */
export interface FoundWords {
  readonly source: WordsSource
  readonly texts: readonly (readonly [language: string, text: string])[]
}

/**
 * The words that are worth hearing among those found: placeholders, the file's name and a drawing program's notes
 * are passed over. For each language the first text that is left counts, so an SVG's description speaks only where
 * its title does not: the title is what browsers take for its name.
 *
 * @param fileName Name of the file without folder; `''` for an image that is no file.
 */
export function usableWords(found: FoundWords | undefined, fileName: string): EmbeddedWords | undefined {
  const byLanguage = new Map<string, string>()
  for (const [language, text] of found?.texts ?? []) {
    if (!byLanguage.has(language) && !isPlaceholderText(text, fileName)) byLanguage.set(language, text)
  }
  return found && byLanguage.size > 0 ? { byLanguage, source: found.source } : undefined
}

/** The words for a language: those in it, or `x-default`. */
export function chooseWords(words: EmbeddedWords, language: string): string | undefined {
  return wordsIn(words, language) ?? words.byLanguage.get('x-default')
}

/** The words in a language: in exactly it, or in the same language elsewhere (`en` for `en-GB`). */
export function wordsIn(words: EmbeddedWords, language: string): string | undefined {
  const exact = words.byLanguage.get(language.toLowerCase())
  if (exact !== undefined) return exact
  const wanted = reduceLanguage(language)
  const tags = [...words.byLanguage.keys()].sort(
    (one, other) => one.length - other.length || (one < other ? -1 : 1)
  )
  const same = wanted === undefined ? undefined : tags.find((tag) => reduceLanguage(tag) === wanted)
  return same === undefined ? undefined : words.byLanguage.get(same)
}

/** The key that a language has among the words; what is no language tag counts as none. */
export function languageKey(tag: string | undefined): string {
  const key = tag?.trim().toLowerCase() ?? ''
  return /^[a-z]{2,3}(?:-[a-z0-9]{1,8})*$/u.test(key) ? key : 'x-default'
}
