/** An image that was found and may be read. */
export interface Image {
  /** 32 hex digits of the SHA-256 of its bytes (SVG with CRLF as LF; a Git LFS pointer counts as its oid). */
  readonly digest: string
  /** How messages and the captions file name it: path from the project root with `/`, URL without query, or `data:…`. */
  readonly name: string
  /** Absolute path, for images that are files. */
  readonly file?: string
  /** Its bytes. Read at most once per run while they are in use; throws an `ImageError`. */
  bytes(): Promise<Uint8Array>
}
