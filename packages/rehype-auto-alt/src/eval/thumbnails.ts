import { ImageError } from '../errors/image-error.ts'
import type { ImageLibrary } from '../images/image-library.ts'
import type { PreparedImage } from '../images/prepared-image.ts'
import type { EvalCase } from './eval-case.ts'

/** A small picture of an image, as a data URI. */
export interface Thumbnail {
  readonly uri: string
  readonly width: number
  readonly height: number
}

/** Long edge in pixels. */
const edge = 256

/** Most bytes of all pictures together: a report is one file that has to open. */
const mostBytes = 12_000_000

/** Pictures made at a time. */
const together = 4

/**
 * Small pictures of images, in their order, as long as there is room. One that cannot be opened has none.
 *
 * @param room Most bytes of all together. Default: 12 megabytes.
 */
export async function thumbnailsOf(
  cases: readonly EvalCase[],
  images: Pick<ImageLibrary, 'prepare' | 'release'>,
  room: number = mostBytes
): Promise<readonly (Thumbnail | undefined)[]> {
  const thumbnails: (Thumbnail | undefined)[] = []
  let left = room
  // In steps, so that the same pictures find room each time.
  while (thumbnails.length < cases.length && left > 0) {
    const step = cases.slice(thumbnails.length, thumbnails.length + together)
    for (const picture of await Promise.all(step.map((evalCase) => pictureOf(evalCase, images)))) {
      left -= picture?.bytes.byteLength ?? 0
      thumbnails.push(picture && left >= 0 ? thumbnailOf(picture) : undefined)
    }
  }
  return thumbnails
}

async function pictureOf(
  { subject: { image } }: EvalCase,
  images: Pick<ImageLibrary, 'prepare' | 'release'>
): Promise<PreparedImage | undefined> {
  if (!image) return undefined
  try {
    return await images.prepare(image, { scene: edge, text: edge })
  } catch (error) {
    if (!ImageError.isInstance(error)) throw error
    return undefined
  } finally {
    images.release(image)
  }
}

function thumbnailOf({ bytes, height, mediaType, width }: PreparedImage): Thumbnail {
  const uri = `data:${mediaType};base64,${Buffer.from(bytes).toString('base64')}`
  return { uri, width, height }
}
