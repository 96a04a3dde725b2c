import type { BatchProvider } from './batch/batch-provider.ts'
import type { ImageEdges } from './model-families.ts'
import type { DescribeRequest, Description, Verification, VerifyRequest } from './description.ts'

export type {
  DescribeRequest,
  Description,
  FailedAnswer,
  ImageKind,
  PreparedImage,
  RequestPurpose,
  Usage,
  Verification,
  VerifyRequest
} from './description.ts'

/** Somebody who can describe an image. One call is one attempt: waiting and trying again is the captioner's work. */
export interface Provider {
  /** Preset and model, as it is recorded with each caption: `inference.net:google/gemma-3-27b-instruct/bf-16`. */
  readonly id: string
  /** Host that images are sent to, for the notice before anything leaves the machine; absent when nothing does. */
  readonly host?: string
  /** Most requests at a time that make sense here. Absent: the option `concurrency` decides. */
  readonly concurrency?: number
  /** Requests a minute that the vendor's plans allow, for rate control. Absent: it learns from refusals alone. */
  readonly plans?: readonly number[]
  /** Long edges of the pictures to send. Default: those of the model family, else 512 and 1024 pixels. */
  readonly edges?: ImageEdges
  /** Those that stand behind it, in the order in which they are asked. */
  readonly members?: readonly Provider[]
  /**
   * Describes one image.
   *
   * Throws a `ProviderError` when there is no usable answer; any other error counts as final for this image.
   */
  describe(request: DescribeRequest, signal: AbortSignal): Promise<Description>
  /** Looks at an image again and tells what a text claims that is not visible. Absent: it cannot. */
  verify?(request: VerifyRequest, signal: AbortSignal): Promise<Verification>
  /** Answers many requests together, later. Absent: it cannot. */
  readonly batch?: BatchProvider
}
