import { findWords, hidden } from './found-words.ts'
import type { GivenWords } from './given-words.ts'
import type { StyleRuleId } from '../rule-id.ts'
import type { LanguagePatterns } from './words/language-words.ts'

type SaidWords = ReadonlyMap<StyleRuleId, ReadonlySet<string>>

const known = new WeakMap<GivenWords, { readonly patterns: LanguagePatterns; readonly words: SaidWords }>()

/**
 * Whether the page or the picture says a word in the sense that a rule is about: "an old town" on the page is no
 * reason to call somebody old, nor is a "man page" one to call somebody a man.
 */
export function isSaid(
  word: string,
  ruleId: StyleRuleId,
  given: GivenWords,
  patterns: LanguagePatterns
): boolean {
  if (!given.has(word)) return false
  const words = wordsOf(given, patterns).get(ruleId)
  const lower = word.toLowerCase()
  return (
    words?.has(lower) === true ||
    words?.has(`${lower}s`) === true ||
    words?.has(lower.replace(/s$/u, '')) === true
  )
}

function wordsOf(given: GivenWords, patterns: LanguagePatterns): SaidWords {
  const before = known.get(given)
  if (before?.patterns === patterns) return before.words
  const text = hidden(given.text, patterns.harmless(given.text))
  const people = findWords(text, patterns.people)
  const words = new Map<StyleRuleId, ReadonlySet<string>>()
  for (const [ruleId, { always, ofPeople }] of patterns.rules) {
    const finds = [...findWords(text, always), ...(ofPeople?.(text, people) ?? [])]
    words.set(ruleId, new Set(finds.map((find) => find.words.toLowerCase())))
  }
  known.set(given, { patterns, words })
  return words
}
