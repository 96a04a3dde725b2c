import { ImageError } from '../errors/image-error.ts'
import { oneLine } from '../rules/plain-text.ts'
import { textOf } from './byte-text.ts'
import type { Fence } from '../files/fence.ts'
import { locate } from '../files/locate.ts'
import { locateError } from './locate-error.ts'
import { readRegularFile } from './read-file.ts'

const maxBytes = 10_000

/**
 * The words in `<file>.alt.txt` beside an image file, on one line; `undefined` when there is no such file or nothing
 * in it. A file that is there and cannot be used gives an `ImageError`: somebody wrote words that must not be passed
 * over in silence.
 *
 * @param name The image as messages name it.
 */
export async function readSidecar(file: string, fence: Fence, name: string): Promise<string | undefined> {
  const sidecar = `${name}.alt.txt`
  const found = await locate([`${file}.alt.txt`], fence)
  if (found === 'not-found') return undefined
  if (typeof found === 'string') throw locateError(found, sidecar, name)
  if (found.size > maxBytes) {
    throw new ImageError(
      'too-large',
      name,
      `${sidecar} has over 10 kB, which is no text alternative. Shorten it.`
    )
  }
  const { bytes } = await readRegularFile(found.path, maxBytes, sidecar)
  return oneLine(textOf(bytes)) || undefined
}
