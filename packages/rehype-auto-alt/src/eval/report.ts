import type { ResolvedOptions } from '../options/resolve-options.ts'
import { PROMPT_VERSION } from '../providers/prompt.ts'
import type { ProviderRun } from './ask-provider.ts'
import type { EvalAnswer } from './eval-answer.ts'
import type { EvalCase, EvalSample } from './eval-case.ts'
import { type Figures, figuresOf } from './figures.ts'
import { countGraphemes } from '../rules/plain-text.ts'
import { type Spread, spreadOf } from './spread.ts'

/** What an evaluation found, as `report.json` holds it. docs/quality.md explains the fields. */
export interface EvalReport {
  readonly version: 1
  /** Day of the run, in UTC. */
  readonly date: string
  /** What was asked, and by which rules answers were judged. */
  readonly settings: {
    readonly prompt: number
    readonly maxLength: number
    readonly fullStop: boolean
    readonly context: boolean
    readonly voice: boolean
    readonly verify: boolean
    /** Most images; `null` for all. */
    readonly limit: number | null
  }
  readonly sample: {
    /** `pages` of the site, or a `set`. */
    readonly from: 'pages' | 'set'
    /** Alternatives that were found. */
    readonly alternatives: number
    /** Of these, those that break a rule or that a model wrote. */
    readonly poor: number
    /** Images with a good one. */
    readonly images: number
    /** Of these, those that were asked about. */
    readonly taken: number
    /** Images that could not be read. */
    readonly unusable: number
    /** Graphemes of the human texts. */
    readonly length: Spread | null
  }
  readonly providers: readonly Figures[]
  /** All providers answered about the same images, so that their figures can be held against each other. */
  readonly isComparable: boolean
  readonly images: readonly ReportImage[]
}

/** One image with what people and providers say of it. */
export interface ReportImage {
  readonly image: string
  readonly page: string
  readonly line: number | null
  readonly digest: string
  readonly language: string
  readonly references: readonly string[]
  readonly answers: readonly (EvalAnswer & { readonly provider: string })[]
}

/** How an evaluation was set up. */
export interface ReportSettings {
  readonly options: ResolvedOptions
  readonly from: 'pages' | 'set'
  readonly limit: number
  readonly date: Date
}

/** Puts the report together. */
export function reportOf(
  sample: EvalSample,
  runs: readonly ProviderRun[],
  { date, from, limit, options }: ReportSettings
): EvalReport {
  const { alternatives, cases, images, poor, unusable } = sample
  const { context, fullStop, maxLength, verify, voice } = options
  return {
    version: 1,
    date: date.toISOString().slice(0, 10),
    settings: {
      prompt: PROMPT_VERSION,
      maxLength,
      fullStop,
      context,
      voice: voice && context,
      verify: verify !== false,
      limit: Number.isFinite(limit) ? limit : null
    },
    sample: {
      from,
      alternatives,
      poor,
      images,
      taken: cases.length,
      unusable: unusable.length,
      length: spreadOf(cases.flatMap(({ references }) => references.map(countGraphemes)))
    },
    providers: runs.map(figuresOf),
    isComparable: cases.every((evalCase) => new Set(runs.map((run) => isAnswered(run, evalCase))).size <= 1),
    images: cases.map((evalCase) => imageOf(evalCase, runs))
  }
}

function imageOf(evalCase: EvalCase, runs: readonly ProviderRun[]): ReportImage {
  const { digest, language, name, use } = evalCase.subject
  return {
    image: name,
    page: use.page.name,
    line: use.place?.line ?? null,
    digest,
    language,
    references: evalCase.references,
    answers: runs.flatMap(({ answers, provider }) => {
      const answer = answers.get(evalCase)
      return answer ? [{ provider, ...answer }] : []
    })
  }
}

function isAnswered({ answers }: ProviderRun, evalCase: EvalCase): boolean {
  const outcome = answers.get(evalCase)?.outcome
  return outcome !== undefined && outcome !== 'failed' && outcome !== 'not-asked'
}

/** The report as a file: the same report gives the same bytes. */
export function printReport(report: EvalReport): string {
  return `${JSON.stringify(report, undefined, 2)}\n`
}
