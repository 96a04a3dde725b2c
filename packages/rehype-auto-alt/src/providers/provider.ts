import type { PageContext } from '../rules/image-use.ts'

/** What kind of picture it is, in the model's judgement. */
export type ImageKind =
  | 'photo'
  | 'illustration'
  | 'chart'
  | 'diagram'
  | 'screenshot'
  | 'text'
  | 'logo'
  | 'decorative'

/** A picture as it goes to a model: scaled down, turned upright, without metadata. */
export interface PreparedImage {
  readonly mediaType: 'image/jpeg' | 'image/png'
  readonly bytes: Uint8Array
  /** Pixels. */
  readonly width: number
  /** Pixels. */
  readonly height: number
}

/** What an image is there for, as a provider needs to know it. */
export type RequestPurpose =
  | { readonly kind: 'informative' }
  | { readonly kind: 'link'; readonly target: string }
  | { readonly kind: 'button' }

/** An answer that did not pass the check, with what was wrong with it. */
export interface FailedAnswer {
  readonly text: string
  /** One plain sentence per fault, ready to be told to the model. */
  readonly faults: readonly string[]
}

/** One image to describe. */
export interface DescribeRequest {
  readonly image: PreparedImage
  readonly purpose: RequestPurpose
  /** BCP 47 tag of the language to answer in. */
  readonly language: string
  /** Most graphemes the answer may have. */
  readonly maxLength: number
  /** Words of the page, untrusted; absent with `context: false`. */
  readonly context?: PageContext
  /** The site owner's extra instructions. */
  readonly instructions?: string
  /** On a repair: the answer before and its faults. */
  readonly previous?: FailedAnswer
}

/** What was used, as the provider counted it; absent where it did not say. */
export interface Usage {
  /** HTTP requests this call took. */
  readonly requests: number
  readonly inputTokens?: number
  readonly outputTokens?: number
}

/** A provider's answer, read but not yet checked against the style. */
export interface Description {
  readonly text: string
  readonly kind?: ImageKind
  /** Text that is readable in the image. */
  readonly visibleText?: string
  /** 0 to 1. */
  readonly confidence?: number
  /** Id of the provider that answered, where several stand behind the one that was asked. */
  readonly provider?: string
  readonly usage: Usage
}

/** Somebody who can describe an image. One call is one attempt: waiting and trying again is the captioner's work. */
export interface Provider {
  /** Preset and model, as it is recorded with each caption: `inference.net:google/gemma-3-27b-instruct/bf-16`. */
  readonly id: string
  /** Host that images are sent to, for the notice before anything leaves the machine; absent when nothing does. */
  readonly host?: string
  /** Most requests at a time that make sense here. Absent: the option `concurrency` decides. */
  readonly concurrency?: number
  /**
   * Describes one image.
   *
   * Throws a `ProviderError` when there is no usable answer; any other error counts as final for this image.
   */
  describe(request: DescribeRequest, signal: AbortSignal): Promise<Description>
}
