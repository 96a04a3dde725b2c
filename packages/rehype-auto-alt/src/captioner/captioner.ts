import type { ImageUse } from '../rules/image-use.ts'
import type { Later } from './later.ts'
import type { Outcome } from './outcome.ts'
import type { Report } from './report.ts'

/** How far a call has come. */
export interface Progress {
  /** Images that are done. */
  readonly done: number
  /** Images in this call. */
  readonly total: number
  /** Requests sent so far in this run. */
  readonly requests: number
}

/** What a call can be told. */
export interface CaptionAllOptions {
  /** Called after each image. */
  readonly onProgress?: (progress: Progress) => void
  /** `false`: only what is known without asking a provider, at once; nothing is stored. Default `true`. */
  readonly ask?: boolean
  /**
   * The pictures stand in metadata for other sites (`og:image`), not in the page: only what is known without asking and
   * without fetching counts, and the account of the run only says how many have words. Default `false`.
   */
  readonly isSocial?: boolean
  /** Takes the requests instead of the provider. Default: the provider is asked now. */
  readonly later?: Later
}

/**
 * Gives images their text alternatives. Shared by all pages of a run: one store, one rate control, one request for
 * each distinct caption however many pages ask for it.
 */
export interface Captioner {
  /**
   * Outcomes for uses, in their order. Never throws for one image; a captions store that cannot be read, or an
   * option that cannot be, ends the run.
   */
  captionAll(uses: readonly ImageUse[], options?: CaptionAllOptions): Promise<readonly Outcome[]>
  /** Brings new captions into the captions file and remembers digests. Call it at the end of a run. */
  flush(): Promise<void>
  /** Flushes and lets go of connections, such as that of a shared store. Nothing may be captioned after it. */
  close(): Promise<void>
  /** What happened so far. */
  report(): Report
}
