import type { ImageUse } from '../rules/image-use.ts'
import type { Allowance } from './attempt/allowance.ts'
import type { Outcome, Source } from './outcome.ts'

/** Figures of a run. `images` are distinct captions, `uses` places where they stand, `requests` HTTP requests. */
export interface Summary {
  readonly images: number
  readonly uses: number
  /** Images whose caption was stored already. */
  readonly fromFile: number
  /** Images with a sidecar file. */
  readonly sidecar: number
  /** Images that are all of a link, which where it leads names. */
  readonly fromLink: number
  /** Images that brought their words with them. */
  readonly embedded: number
  /** Images that a provider was asked about. */
  readonly asked: number
  /** Images with a new caption that is fit for a page. */
  readonly generated: number
  /** Images with a new caption that a person has to look at first. */
  readonly flagged: number
  /** Places that got `alt=""`, since the text or the image beside them says what there is to say. */
  readonly silent: number
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
  /** Tokens it would take, in and out, roughly and without a repair. */
  readonly tokens: number
  /** US dollars for them; absent where the price is not known. */
  readonly usd?: number
}

/** What happened in a run so far. */
export interface Report {
  readonly summary: Summary
  readonly left: readonly LeftImage[]
  readonly wouldAsk: readonly WouldAsk[]
  /** Images whose description is on its way in a batch. */
  readonly inBatch: number
  /** Why asking ended early, where it did. */
  readonly halt?: string
  /** US dollars for the answers, by list prices or the option `prices`; absent where a price is not known. */
  readonly usd?: number
  /** Pictures that pages hand to other sites without words, and whose caption is stored. See the option `social`. */
  readonly social: number
  /** Every request was refused (401, 402, 403): nothing can work until that is mended. */
  readonly refused: boolean
}

/** Collects what happens in a run. */
export interface Recorder {
  note(use: ImageUse, outcome: Outcome): void
  /** A picture that a page hands to other sites, without words. */
  noteSocial(outcome: Outcome): void
  /** A request about the image goes out. */
  sent(key: string): void
  /** A model described the image; `isFit` where that may reach a page. */
  described(key: string, isFit: boolean): void
  wouldAsk(item: WouldAsk): void
  report(allowance: Allowance): Report
}

/** Starts the account of a run. */
export function createRecorder(): Recorder {
  const startedAt = performance.now()
  /** What became of each image last; excluded ones are no part of the account. */
  const images = new Map<string, Outcome>()
  const sent = new Set<string>()
  const fitness = new Map<string, boolean>()
  const left: LeftImage[] = []
  const dry: WouldAsk[] = []
  let uses = 0
  let social = 0
  let silent = 0

  const count = (keep: (outcome: Outcome, key: string) => boolean): number =>
    [...images].filter(([key, outcome]) => keep(outcome, key)).length
  const from = (source: Source): number =>
    count((outcome, key) => outcome.kind === 'filled' && outcome.source === source && !fitness.has(key))
  const described = (isFit: boolean): number => [...fitness.values()].filter((fit) => fit === isFit).length

  return {
    note(use, outcome) {
      if (outcome.kind === 'left' && outcome.reason === 'excluded') return
      uses++
      if (outcome.kind === 'filled' && outcome.silent) silent++
      // The page itself says it: there is no caption to count.
      if (outcome.kind === 'filled' && outcome.source === 'page') return
      images.set(outcome.key ?? `${outcome.image} ${outcome.kind}`, outcome)
      if (outcome.kind === 'left') left.push(leftImage(use, outcome))
    },
    noteSocial(outcome) {
      if (outcome.kind === 'filled' && outcome.alt !== '') social++
    },
    sent(key) {
      sent.add(key)
    },
    described(key, isFit) {
      fitness.set(key, isFit)
    },
    wouldAsk(item) {
      dry.push(item)
    },
    report: (allowance) => ({
      summary: {
        images: images.size,
        uses,
        fromFile: from('file'),
        sidecar: from('sidecar'),
        fromLink: from('link'),
        embedded: from('embedded'),
        asked: sent.size,
        generated: described(true),
        flagged: described(false),
        silent,
        left: count((outcome) => outcome.kind === 'left'),
        requests: allowance.requests,
        inputTokens: allowance.inputTokens,
        outputTokens: allowance.outputTokens,
        seconds: Math.round((performance.now() - startedAt) / 10) / 100
      },
      left,
      wouldAsk: dry,
      inBatch: count((outcome) => outcome.kind === 'left' && outcome.reason === 'in-batch'),
      ...(allowance.halt && { halt: allowance.halt.message }),
      ...(allowance.usd !== undefined && { usd: allowance.usd }),
      social,
      refused: allowance.refused
    })
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
