import { givenWords } from './given-words.ts'
import { rewordedEnglish, englishReplacements } from './neutral/reword-english.ts'
import { rewordedGerman, germanReplacements } from './neutral/reword-german.ts'
import type { Grounds } from './style-fault.ts'

/** A text with neutral words in place of guesses. */
export interface Reworded {
  readonly text: string
  readonly changed: boolean
}

/** Characters of a text that is reworded. A longer one is no alternative for other reasons. */
const mostReworded = 2000

/** Every word, in lower case, that a rewording can put into a text. */
export const neutralReplacements: ReadonlySet<string> = new Set([
  ...englishReplacements,
  ...germanReplacements
])

/**
 * Rewords guesses about unnamed people where the grammar of English or German surely allows it: gendered nouns and
 * pronouns become neutral ("a man riding his horse" → "a person riding their horse"), and adjectives of age, origin,
 * feeling and praise before a noun go. What cannot be reworded surely stays as it is, and `styleFaults` finds it.
 */
export function reworded(text: string, language: string, grounds: Grounds = {}): Reworded {
  if (text.length > mostReworded) return { text, changed: false }
  const given = givenWords(grounds)
  const base = language.toLowerCase().split('-')[0]
  const result =
    base === 'en' ? rewordedEnglish(text, given) : base === 'de' ? rewordedGerman(text, given) : text
  return { text: result, changed: result !== text }
}
