import { AutoAltError } from './auto-alt-error.ts'

/** Why an image could not be used. */
export type ImageErrorCode =
  | 'no-source'
  | 'not-found'
  | 'outside-roots'
  | 'not-an-address'
  | 'remote-not-allowed'
  | 'private-address'
  | 'fetch-failed'
  | 'git-lfs-pointer'
  | 'empty'
  | 'damaged'
  | 'unsupported'
  | 'too-large'
  | 'too-small'

/** An image that cannot be located, read or prepared. The run goes on without it. */
export class ImageError extends AutoAltError {
  override readonly name = 'ImageError'
  readonly code: ImageErrorCode
  /** The image, as the page names it. */
  readonly src: string

  /**
   * @param code Why.
   * @param src The image as the page names it.
   * @param message One sentence with the cause, one with the next step. Names the image.
   */
  constructor(code: ImageErrorCode, src: string, message: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
    this.src = src
  }

  static override isInstance(error: unknown): error is ImageError {
    return AutoAltError.isInstance(error) && error.name === 'ImageError'
  }
}
