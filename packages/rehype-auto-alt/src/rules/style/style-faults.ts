import { type GivenWords, givenWords } from './given-words.ts'
import { keywordFaults } from './keyword-list.ts'
import { hasEveryCapital, letterCaseFaults } from './letter-case.ts'
import { markFaults } from './marks.ts'
import { sentenceFaults } from './sentences.ts'
import type { StyleRuleId } from '../rule-id.ts'
import type { Grounds, StyleFault } from './style-fault.ts'
import { nameFaults } from './unfounded-names.ts'
import { wordFaults } from './word-faults.ts'

/** What an alternative's style is judged with. */
export interface StyleSetting extends Grounds {
  /** Language that the alternative is written in, a BCP 47 tag. */
  readonly language: string
  /** Whether it names a link or a button, on which many sites write every word with a capital. */
  readonly isControl?: boolean
}

/** Characters of a text that are looked at. A longer one is no alternative for other reasons. */
const mostLookedAt = 2000

/**
 * The rules of style that a model's alternative breaks, one fault for each, with the words that broke it. What stands
 * in quotation marks, on the page or in the picture's own text is right. The rules about words know the languages of
 * `words/`; in others the marks, lists, letter case and number of sentences are looked at.
 */
export function styleFaults(whole: string, style: StyleSetting): StyleFault[] {
  const text = whole.slice(0, mostLookedAt)
  const given = givenWords(style)
  const namesControl = style.isControl === true && hasEveryCapital(text)
  return [
    ...byRule(wordFaults(text, style.language, given)),
    ...(namesControl ? [] : nameFaults(text, style.language, withNames(style, given))),
    ...keywordFaults(text, given),
    ...markFaults(text, given),
    ...sentenceFaults(text, given),
    ...(namesControl ? [] : letterCaseFaults(text, style.language, given))
  ]
}

function withNames({ given, names, visibleText }: Grounds, words: GivenWords): GivenWords {
  if (names === undefined) return words
  return givenWords({ given: [given, names].filter((text) => text !== undefined).join('\n'), visibleText })
}

function byRule(finds: readonly { readonly ruleId: StyleRuleId; readonly words: string }[]): StyleFault[] {
  const words = new Map<StyleRuleId, Set<string>>()
  for (const find of finds) {
    const known = words.get(find.ruleId) ?? new Set()
    words.set(find.ruleId, known.add(find.words))
  }
  return [...words].map(([ruleId, found]) => ({ ruleId, words: [...found] }))
}
