import { decoded } from './built-address.ts'
import { staticImages } from './static-images.ts'

/** Which original each image of a build was made from. */
export interface Originals {
  /**
   * Notes that a file of the build was made from an original.
   *
   * @param path Path from the root of the built site, with or without a leading `/`.
   * @param file Absolute path of the original.
   */
  note(path: string, file: string): void
  /** Notes that an original was written into the page itself. */
  noteInlined(dataUrl: string, file: string): void
  /**
   * The original of a path, decoded and with a leading `/`, or of a `data:` address. Asked when all pages are
   * rendered: what Astro optimises is looked up once.
   */
  find(address: string): string | undefined
}

/** Starts an account of the originals of one build; Astro's own account of optimised images is consulted as well. */
export function createOriginals(): Originals {
  const files = new Map<string, string>()
  const inlined = new Map<string, string>()
  let optimised: ReadonlyMap<string, string> | undefined

  function inAstro(path: string): string | undefined {
    optimised ??= new Map(staticImages().map((image) => [keyOf(image.path), image.file]))
    return optimised.get(path)
  }

  return {
    note: (path, file) => void files.set(keyOf(path), file),
    noteInlined: (dataUrl, file) => void inlined.set(dataUrl, file),
    find: (address) => files.get(address) ?? inlined.get(address) ?? inAstro(address)
  }
}

function keyOf(path: string): string {
  return decoded(path.startsWith('/') ? path : `/${path}`)
}
