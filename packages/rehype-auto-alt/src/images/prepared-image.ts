/** A picture as it goes to a model: scaled down, turned upright, opaque, without metadata. */
export interface PreparedImage {
  readonly mediaType: 'image/jpeg' | 'image/png'
  readonly bytes: Uint8Array
  /** Pixels. */
  readonly width: number
  /** Pixels. */
  readonly height: number
}
