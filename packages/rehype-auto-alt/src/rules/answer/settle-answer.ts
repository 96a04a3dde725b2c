import { countGraphemes } from '../plain-text.ts'
import type { RuleId } from '../rule-id.ts'
import { type AnswerStyle, type CheckedAnswer, faultsOf, inHouseStyle } from './check-answer.ts'
import { type Cut, fitToLimit, withoutLastSentence } from './fit.ts'

/** The outcome of fitting an answer: a text to store, with what a person should look at. */
export interface FittedAnswer {
  readonly text: string
  readonly problems: readonly RuleId[]
}

/** What is no alternative, and what would do harm on a page or in the hands of who reviews it. */
const neverStored: ReadonlySet<RuleId> = new Set([
  'refusal',
  'not-a-sentence',
  'prompt-echo',
  'instruction',
  'repeated-words'
])

/** A long text loses a sentence in each. */
const mostRounds = 30

/**
 * Last resort for an answer that still has faults after the repair request. One that is too long is shortened at a
 * sentence, clause or word, one of too many sentences at a sentence; it is marked `needs-review` where it lost more
 * than a whole sentence. Faults of style are stored with the text, for a person to decide.
 * `undefined` for what may never be stored: a refusal, an echo, an order, no sentence, nothing that fits.
 */
export function settleAnswer(answer: CheckedAnswer, style: AnswerStyle): FittedAnswer | undefined {
  if (answer.faults.some((fault) => neverStored.has(fault))) return undefined
  const fitted = fitInHouseStyle(answer.text, style)
  if (!fitted) return undefined
  const problems = faultsOf(fitted.text, style)
  if (problems.some((problem) => neverStored.has(problem) || problem === 'too-long')) return undefined
  const isCut = fitted.cuts.some((cut) => cut !== 'nothing' && cut !== 'one-sentence')
  if (isCut || fitted.cuts.length > 1 || problems.includes('cut-short')) problems.push('needs-review')
  return { text: fitted.text, problems }
}

/** Fits a text and brings what is left into house style, until neither changes it any more. */
function fitInHouseStyle(
  text: string,
  style: AnswerStyle
): { readonly text: string; readonly cuts: readonly Cut[] } | undefined {
  const cuts: Cut[] = []
  let current = text
  for (let round = 0; round < mostRounds; round++) {
    const isTooLong = countGraphemes(current) > style.maxLength
    // The full stop that is put behind it again takes its place too.
    const limit = isTooLong && style.fullStop ? style.maxLength - 1 : style.maxLength
    const isLongWinded = !isTooLong && faultsOf(current, style).includes('too-many-sentences')
    const fitted =
      (isLongWinded ? withoutLastSentence(current, style.language) : undefined) ??
      fitToLimit(current, limit, style.language)
    if (!fitted) return undefined
    if (fitted.cut !== 'nothing') cuts.push(fitted.cut)
    const clean = inHouseStyle(fitted.text, style)
    if (clean === current) return { text: clean, cuts }
    current = clean
  }
  return undefined
}
