import type { ImageUse } from '../rules/image-use.ts'
import type { Allowance } from './allowance.ts'
import type { Outcome } from './outcome.ts'

/** Figures of a run. `images` are distinct captions, `uses` places where they stand, `requests` HTTP requests. */
export interface Summary {
  readonly images: number
  readonly uses: number
  /** Images whose caption was stored already. */
  readonly fromFile: number
  /** Images with a sidecar file. */
  readonly sidecar: number
  /** Images that brought their words with them. */
  readonly embedded: number
  /** Images that a provider was asked about. */
  readonly asked: number
  /** Images with a new caption that is fit for a page. */
  readonly generated: number
  /** Images with a new caption that a person has to look at first. */
  readonly flagged: number
  /** Images that stay without an alternative. */
  readonly left: number
  readonly requests: number
  readonly inputTokens: number
  readonly outputTokens: number
  readonly seconds: number
}

/** An image that stays without an alternative, and where. */
export interface LeftImage {
  readonly file: string
  readonly line?: number
  readonly column?: number
  readonly src: string
  readonly reason: string
  readonly message: string
}

/** An image that a dry run would ask about. */
export interface WouldAsk {
  readonly image: string
  readonly page: string
  /** Width and height of what would be sent, in pixels. */
  readonly size: readonly [number, number]
  /** Bytes of what would be sent. */
  readonly bytes: number
  /** Tokens it would take, roughly. */
  readonly tokens: number
}

/** What happened in a run so far. */
export interface Report {
  readonly summary: Summary
  readonly left: readonly LeftImage[]
  readonly wouldAsk: readonly WouldAsk[]
  /** Why asking ended early, where it did. */
  readonly halt?: string
  /** Every request was refused (401, 402, 403): nothing can work until that is mended. */
  readonly refused: boolean
}

/** Collects what happens in a run. */
export interface Recorder {
  note(use: ImageUse, outcome: Outcome): void
  asked(key: string, result: 'generated' | 'flagged' | 'none'): void
  wouldAsk(item: WouldAsk): void
  report(allowance: Allowance): Report
}

/** Starts the account of a run. */
export function createRecorder(): Recorder {
  const startedAt = performance.now()
  const images = new Map<string, Outcome>()
  const askedFor = new Map<string, 'generated' | 'flagged' | 'none'>()
  const left: LeftImage[] = []
  const dry: WouldAsk[] = []
  let uses = 0
  return {
    note(use, outcome) {
      uses++
      images.set(outcome.key ?? `${outcome.image} ${outcome.kind}`, outcome)
      if (outcome.kind === 'left' && outcome.reason !== 'excluded') left.push(leftImage(use, outcome))
    },
    asked(key, result) {
      askedFor.set(key, result)
    },
    wouldAsk(item) {
      dry.push(item)
    },
    report(allowance) {
      const count = (keep: (outcome: Outcome, key: string) => boolean): number =>
        [...images].filter(([key, outcome]) => keep(outcome, key)).length
      const from = (source: string): number =>
        count((outcome, key) => outcome.kind === 'filled' && outcome.source === source && !askedFor.has(key))
      const results = [...askedFor.values()]
      const { stoppedBy } = allowance
      const generated = results.filter((result) => result === 'generated').length
      return {
        summary: {
          images: images.size,
          uses,
          fromFile: from('file'),
          sidecar: from('sidecar'),
          embedded: from('embedded'),
          asked: results.length,
          generated,
          flagged: results.filter((result) => result === 'flagged').length,
          left: count((outcome) => outcome.kind === 'left' && outcome.reason !== 'excluded'),
          requests: allowance.requests,
          inputTokens: allowance.inputTokens,
          outputTokens: allowance.outputTokens,
          seconds: Math.round((performance.now() - startedAt) / 10) / 100
        },
        left,
        wouldAsk: dry,
        ...(allowance.halt && { halt: allowance.halt.message }),
        refused: generated === 0 && (stoppedBy === 'refused-key' || stoppedBy === 'quota')
      }
    }
  }
}

function leftImage({ page, place }: ImageUse, outcome: Extract<Outcome, { kind: 'left' }>): LeftImage {
  return {
    file: page.name,
    ...(place && { line: place.line, column: place.column }),
    src: outcome.image,
    reason: outcome.reason,
    message: outcome.message
  }
}
