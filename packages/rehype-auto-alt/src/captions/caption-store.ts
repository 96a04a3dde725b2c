import type { Caption } from './caption.ts'

/** Where captions are kept: the committed file, or a shared store. */
export interface CaptionStore {
  /** The captions file, or the name of the store, for messages. */
  readonly location: string
  /** The caption under this key, as it is in effect. */
  get(key: string): Promise<Caption | undefined>
  /** The record of an image that is known by address only: one whose `files` hold it, in this language, without a link part; one for every page before one for a single page. */
  findByFile(file: string, language: string): Promise<{ key: string; caption: Caption } | undefined>
  /** Every stored key that starts with this text, sorted by code unit. */
  keysStartingWith(prefix: string): Promise<readonly string[]>
  /**
   * Keeps a caption. When this resolves, the caption survives the death of the process.
   * The tool's checksum is added here, so that a later edit by a person is noticed.
   */
  set(key: string, caption: Caption): Promise<void>
  /** Brings everything set so far into its final place (rewrites the captions file, atomically). */
  flush(): Promise<void>
  /** Flushes, and lets go of what the store holds open, such as a connection; it may be used again. */
  close?(): Promise<void>
}
