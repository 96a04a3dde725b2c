import type { PageContext } from '../rules/image-use.ts'

/** What kind of picture it is, in the model's judgement. `unknown`: it cannot tell what the picture shows. */
export type ImageKind =
  | 'photo'
  | 'illustration'
  | 'chart'
  | 'diagram'
  | 'screenshot'
  | 'text'
  | 'logo'
  | 'decorative'
  | 'unknown'

/** A picture as it goes to a model: scaled down, turned upright, without metadata. */
export interface PreparedImage {
  readonly mediaType: 'image/jpeg' | 'image/png'
  readonly bytes: Uint8Array
  /** Pixels. */
  readonly width: number
  /** Pixels. */
  readonly height: number
  /** Looks drawn or of a screen, not taken by a camera. Absent: nobody looked. */
  readonly isDrawn?: boolean
}

/** What an image is there for, as a provider needs to know it. */
export type RequestPurpose =
  | { readonly kind: 'informative' }
  /** `target` is absent with `context: false`: where a link leads is a word of the page. */
  | {
      readonly kind: 'link'
      readonly target?: string
      /** The target in words, as far as it holds any: `github.com, foo, bar`, `our history`. Untrusted text of the page. */
      readonly address?: string
      /** Title of the page that the link leads to, as this site gives it. Untrusted text of the page. */
      readonly title?: string
    }
  | {
      readonly kind: 'button'
      /** What the page's code calls the button or what it opens, a weak hint. Untrusted text of the page. */
      readonly hint?: string
    }

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
  /** Words in the picture as character recognition read them: untrusted, and they may hold mistakes. */
  readonly visibleText?: string
  /** The site owner's extra instructions. */
  readonly instructions?: string
  /** Name of the image's file, a weak hint: untrusted. Absent where it says nothing, and with `context: false`. */
  readonly fileName?: string
  /** Words of the link, button or caption that are heard together with the image: untrusted. */
  readonly beside?: string
  /** Good alternatives that people wrote on the same site, as examples of its voice: untrusted. */
  readonly voice?: readonly string[]
  /** An alternative that a person wrote or approved in another language: to be translated, with the image at hand. */
  readonly translation?: { readonly language: string; readonly text: string }
  /** Also describe the data of a chart or the course of a diagram at length. Default `false`. */
  readonly longDescription?: boolean
  /** On a repair: the answer before and its faults. */
  readonly previous?: FailedAnswer
}

/** A text about an image whose claims are to be checked. */
export interface VerifyRequest {
  readonly image: PreparedImage
  /** What a link's or button's name says about where it leads or what it does need not be visible. */
  readonly purpose: RequestPurpose
  /** The text alternative to check. */
  readonly text: string
  /** BCP 47 tag of the language that it is in. */
  readonly language: string
  /** Words of the page, untrusted: a name that they give need not be visible. Absent with `context: false`. */
  readonly context?: PageContext
  /** Words that are heard together with the image, as in the request for the text. */
  readonly beside?: string
  /** What a person wrote about the image in another language, where the text is a translation of it. */
  readonly reviewed?: string
}

/** What a second look found. */
export interface Verification {
  /** Claims of the text that the picture does not show, in the text's own words; empty when all are visible. */
  readonly notVisible: readonly string[]
  /** Id of the provider that answered, where several stand behind the one that was asked. */
  readonly provider?: string
  readonly usage: Usage
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
  /** `''` with the kinds `decorative` and `unknown` only. */
  readonly text: string
  readonly kind?: ImageKind
  /** Text that is readable in the image. */
  readonly visibleText?: string
  /** How sure the text is right, 0 to 1. Under 0.3 it reaches no page before a person has looked at it. */
  readonly confidence?: number
  /** Of a chart or diagram: its data or course in a few sentences. */
  readonly longDescription?: string
  /** Id of the provider that answered, where several stand behind the one that was asked. */
  readonly provider?: string
  readonly usage: Usage
}
