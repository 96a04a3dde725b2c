/** Phrases of a language that combine to captions as people write them. Every one of each list goes with every other. */
export interface CaptionParts {
  readonly subjects: readonly string[]
  readonly places: readonly string[]
  /** With what connects them to the rest, white space included. */
  readonly details: readonly string[]
  /** Screens, charts and drawings. */
  readonly drawings: readonly string[]
  /** With what connects them to the drawing. */
  readonly contents: readonly string[]
  /** Whole captions that hold names, borrowed words and quotes. */
  readonly mixed: readonly string[]
  /** How subject, place and detail follow each other. Default: as here, with a space after the subject. */
  readonly join?: (subject: string, place: string, detail: string) => string
}
