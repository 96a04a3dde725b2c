import type { Outcome } from '../captioner/outcome.ts'

/** What became of the images of a page that had no text alternative, in order. On `file.data.autoAlt`. */
export interface AutoAltData {
  readonly images: readonly {
    /** The image's address as the page gives it. */
    readonly src: string
    /** Line in the source, counted from 1, where it is known. */
    readonly line?: number
    readonly outcome: Outcome
  }[]
}

declare module 'vfile' {
  interface DataMap {
    autoAlt: AutoAltData
  }
}
