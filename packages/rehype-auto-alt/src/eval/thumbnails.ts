import pMap from 'p-map'

import { ImageError } from '../errors/image-error.ts'
import type { ImageLibrary } from '../images/image-library.ts'
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

/** Small pictures of images, in their order, as long as there is room. One that cannot be opened has none. */
export async function thumbnailsOf(
  cases: readonly EvalCase[],
  images: ImageLibrary
): Promise<readonly (Thumbnail | undefined)[]> {
  let bytesLeft = mostBytes
  return await pMap(
    cases,
    async ({ subject: { image } }) => {
      if (!image || bytesLeft <= 0) return undefined
      try {
        const { bytes, height, mediaType, width } = await images.prepare(image, { scene: edge, text: edge })
        if ((bytesLeft -= bytes.byteLength) < 0) return undefined
        const uri = `data:${mediaType};base64,${Buffer.from(bytes).toString('base64')}`
        return { uri, width, height }
      } catch (error) {
        if (!ImageError.isInstance(error)) throw error
        return undefined
      } finally {
        images.release(image)
      }
    },
    { concurrency: 4 }
  )
}
