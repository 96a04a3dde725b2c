import type { RuleId } from '../rules/rule-id.ts'
import type { ProviderRun } from './ask-provider.ts'
import type { EvalAnswer, EvalOutcome } from './eval-answer.ts'
import { type Spread, rounded, spreadOf } from './spread.ts'

/** How often a rule was broken, by its id. */
export type RuleCounts = Readonly<Partial<Record<RuleId, number>>>

/** What one provider's answers add up to. Counts are images, unless they say otherwise. */
export interface Figures {
  readonly provider: string
  /** Images that there was an answer about. All shares are shares of these. */
  readonly answered: number
  readonly outcomes: Readonly<Record<EvalOutcome, number>>
  readonly style: {
    /** First answers that are a text; the others say that there is nothing to say, or that it cannot be told. */
    readonly texts: number
    /** Of these, those that break no rule, after cleaning and neutral rewording. */
    readonly firstPass: number
    /** Of these, those whose text breaks none after the repair request and fitting. */
    readonly finalPass: number
    readonly repaired: number
    readonly reworded: number
    readonly cut: number
    /** Rules that first answers break. */
    readonly first: RuleCounts
    /** Problems of what would be stored. */
    readonly final: RuleCounts
  }
  /** Graphemes of the texts. */
  readonly length: Spread | null
  /** Texts that are not certainly in another language than asked for. */
  readonly language: { readonly texts: number; readonly firstRight: number; readonly finalRight: number }
  /** With the nearest human text, 0 to 1. */
  readonly agreement: { readonly rouge1: Spread | null; readonly rougeL: Spread | null }
  readonly tokens: { readonly input: number; readonly output: number; readonly isEstimated: boolean }
  /** US dollars; `null` where the price is not known. */
  readonly usd: number | null
  readonly usdPerThousand: number | null
  /** Milliseconds from a request to its answer. */
  readonly latency: Spread | null
  readonly wallSeconds: number | null
  readonly requests: {
    readonly total: number
    readonly repairs: number
    /** Those that failed and were sent again, or not. */
    readonly failed: number
  }
  /** Images whose answers come from a former run. */
  readonly remembered: number
  /** Why asking ended early; `null` where it did not. */
  readonly halt: string | null
}

/** Doubts of a model about what it says, which say nothing about style. */
const aboutTruth: ReadonlySet<RuleId> = new Set(['low-confidence', 'not-visible', 'not-verified'])

/** Adds up what one provider said. */
export function figuresOf({ answers, halt, provider, wallSeconds }: ProviderRun): Figures {
  const all = [...answers.values()]
  const answered = all.filter(isAnswered)
  const texts = answered.filter(isText)
  const count = (keep: (answer: EvalAnswer) => boolean, among = texts): number => among.filter(keep).length
  const sum = (valueOf: (answer: EvalAnswer) => number): number =>
    all.reduce((total, answer) => total + valueOf(answer), 0)
  const written = answered.filter(({ text }) => text !== null)
  const usd = answered.every((answer) => answer.usd !== null)
    ? rounded(
        sum((answer) => answer.usd ?? 0),
        8
      )
    : null
  return {
    provider,
    answered: answered.length,
    outcomes: outcomesOf(all),
    style: {
      texts: texts.length,
      firstPass: count((answer) => answer.attempts[0]?.faults.length === 0),
      finalPass: count(
        ({ problems, text }) => text !== null && problems.every((problem) => aboutTruth.has(problem))
      ),
      repaired: count(({ attempts }) => attempts.length > 1),
      reworded: count(({ isReworded }) => isReworded),
      cut: count(({ isCut }) => isCut),
      first: ruleCounts(texts.map(({ attempts: [first] }) => first?.faults ?? [])),
      final: ruleCounts(texts.map(({ problems }) => problems))
    },
    length: spreadOf(written.flatMap(({ length }) => length ?? [])),
    language: {
      texts: texts.length,
      firstRight: count((answer) => answer.attempts[0]?.faults.includes('wrong-language') === false),
      finalRight: count(({ problems, text }) => text !== null && !problems.includes('wrong-language'))
    },
    agreement: {
      rouge1: spreadOf(written.flatMap(({ agreement }) => agreement?.rouge1 ?? [])),
      rougeL: spreadOf(written.flatMap(({ agreement }) => agreement?.rougeL ?? []))
    },
    tokens: {
      input: sum(({ inputTokens }) => inputTokens),
      output: sum(({ outputTokens }) => outputTokens),
      isEstimated: answered.some(({ isEstimated }) => isEstimated)
    },
    usd,
    usdPerThousand: usd === null || answered.length === 0 ? null : rounded((usd / answered.length) * 1000, 6),
    latency: spreadOf(answered.flatMap(({ attempts }) => attempts.map(({ milliseconds }) => milliseconds))),
    wallSeconds,
    requests: {
      total: sum(({ requests }) => requests),
      repairs: sum(({ attempts }) => Math.max(0, attempts.length - 1)),
      failed: sum(({ failed }) => failed)
    },
    remembered: count(({ isRemembered }) => isRemembered, answered),
    halt: halt ?? null
  }
}

function isAnswered({ attempts, outcome }: EvalAnswer): boolean {
  return attempts.length > 0 || outcome === 'refused'
}

/** The first answer is a text, whatever became of it. */
function isText({ attempts: [first] }: EvalAnswer): boolean {
  return first !== undefined && first.raw !== ''
}

function outcomesOf(all: readonly EvalAnswer[]): Record<EvalOutcome, number> {
  const counts = {
    fit: 0,
    flagged: 0,
    decorative: 0,
    unsure: 0,
    refused: 0,
    unusable: 0,
    failed: 0,
    'not-asked': 0
  }
  for (const { outcome } of all) counts[outcome]++
  return counts
}

/** The most frequent first. */
function ruleCounts(lists: readonly (readonly RuleId[])[]): RuleCounts {
  const counts = new Map<RuleId, number>()
  for (const rules of lists) for (const rule of new Set(rules)) counts.set(rule, (counts.get(rule) ?? 0) + 1)
  const sorted = [...counts].sort(
    ([one, often], [other, seldom]) => seldom - often || (one < other ? -1 : Number(one > other))
  )
  return Object.fromEntries(sorted)
}
