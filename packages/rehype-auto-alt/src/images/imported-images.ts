import type { Page } from '../rules/image-use.ts'

/**
 * Images that a bundler resolved. A built page shows them at an address that says nothing about where the original
 * lies; whoever ran the bundler knows.
 */
export interface ImportedImages {
  /** The original of an image as a page addresses it: an absolute path, or `undefined` for what was not imported. */
  resolve(src: string, page: Page): string | undefined
  /**
   * Folders, absolute, that originals may be read from besides the roots, decided after resolving links. For Vite,
   * its `server.fs.allow`. Addresses that `resolve` does not know stay within the roots.
   */
  readonly allow: readonly string[]
}
