import type { RuleId } from '../rules/rule-id.ts'

/**
 * What came of asking about one image:
 * - `fit`: a text that would reach a page.
 * - `flagged`: a text for a person to look at first.
 * - `decorative`: the model says that nobody would miss it.
 * - `unsure`: the model says that it cannot tell.
 * - `refused`: the model declined.
 * - `unusable`: its answers keep to the rules so little that none can be stored.
 * - `failed`: no answer came.
 * - `not-asked`: the budget was used up, or all asking had ended.
 */
export type EvalOutcome =
  | 'fit'
  | 'flagged'
  | 'decorative'
  | 'unsure'
  | 'refused'
  | 'unusable'
  | 'failed'
  | 'not-asked'

/** One answer on the way to the text. */
export interface Attempt {
  /** The words as they came; `''` for none. */
  readonly raw: string
  /** Rules that they break after cleaning and neutral rewording. */
  readonly faults: readonly RuleId[]
  /** The same in sentences, with the words that broke them. */
  readonly inWords: readonly string[]
  readonly milliseconds: number
}

/** How near a text is to what people wrote, 0 to 1 each. */
export interface Agreement {
  readonly rouge1: number
  readonly rougeL: number
}

/** What one provider says of one image. */
export interface EvalAnswer {
  readonly outcome: EvalOutcome
  /** What would be stored; `null` for nothing. */
  readonly text: string | null
  /** Why a person would have to look at it first. */
  readonly problems: readonly RuleId[]
  /** First answer, then the repaired one. */
  readonly attempts: readonly Attempt[]
  /** Something of the answer was left out to make it fit. */
  readonly isCut: boolean
  /** Neutral words stand for guesses about people. */
  readonly isReworded: boolean
  /** Why there is no text, or what a second look found. */
  readonly message?: string
  readonly agreement?: Agreement
  /** Graphemes of the text. */
  readonly length?: number
  readonly requests: number
  /** Requests that failed. */
  readonly failed: number
  readonly inputTokens: number
  readonly outputTokens: number
  /** Some of them are estimated, since the provider does not count. */
  readonly isEstimated: boolean
  /** `null` where the price is not known. */
  readonly usd: number | null
  /** All its answers come from a former run. */
  readonly isRemembered: boolean
}
