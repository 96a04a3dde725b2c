import type { ImageErrorCode } from '../errors/image-error.ts'
import type { ProviderErrorCode } from '../errors/provider-error.ts'
import { countGraphemes } from '../rules/plain-text.ts'

/** Where an alternative came from in this run. `'link'`: from where the link leads that the image is all of;
 * `'page'`: the page says it already, so that `alt` is empty. */
export type Source = 'sidecar' | 'file' | 'link' | 'embedded' | 'model' | 'page'

/** Why an image stays as it is. */
export type LeftReason =
  | ImageErrorCode
  | ProviderErrorCode
  /** No caption is stored, and this run asks nobody (`frozen`). */
  | 'frozen'
  /** No caption is stored, and no provider is set. */
  | 'no-provider'
  /** A person rejected a caption for it. */
  | 'rejected'
  /** A caption is stored that a person has to look at first. */
  | 'needs-review'
  /** The budget of this run is used up. */
  | 'budget'
  /** All asking ended: the provider does not serve this key. */
  | 'stopped'
  /** The option `exclude`, or `include` without it. */
  | 'excluded'
  /** An answer is on its way, in a batch. */
  | 'in-batch'
  /** A dry run would ask. */
  | 'dry-run'
  /** The model could not tell what the image shows, or is not sure of its words. */
  | 'unsure'
  /** The model's answers kept failing the check. */
  | 'unusable-answer'
  /** Something unforeseen; the message holds what is known. */
  | 'failed'

/** The text beside an image says what a model says of it; or the image before it in a row of the same tells it. */
export type SilentBecause = 'said-beside' | 'told-before'

/** What happened to one use of an image. */
export type Outcome =
  | {
      readonly kind: 'filled'
      /** `''` for an image that a person, or an accepted proposal, calls decorative. */
      readonly alt: string
      readonly source: Source
      readonly origin: 'model' | 'embedded' | 'human'
      readonly key?: string
      readonly image: string
      readonly problems: readonly string[]
      /** A person agreed to words of a model. */
      readonly isApproved?: true
      /** Why `alt` is empty at this place, whatever words there are for the image. */
      readonly silent?: SilentBecause
      /** Of a chart or diagram: what it shows in full, where that is stored with the alternative. */
      readonly description?: string
    }
  | {
      readonly kind: 'left'
      readonly reason: LeftReason
      /** What happened and what to do, in plain words; names the image. */
      readonly message: string
      readonly image: string
      readonly key?: string
    }

/** An image that is all of a link, named by where it leads. A person's words are never cut: the limit is reported. */
export function namedByLink(image: string, alt: string, maxLength: number, key?: string): Outcome {
  const problems = countGraphemes(alt) > maxLength ? ['too-long'] : []
  return {
    kind: 'filled',
    alt,
    source: 'link',
    origin: 'human',
    image,
    problems,
    ...(key !== undefined && { key })
  }
}

/** An image that stays as it is. */
export function left(image: string, reason: LeftReason, message: string, key?: string): Outcome {
  return { kind: 'left', reason, message, image, ...(key !== undefined && { key }) }
}
