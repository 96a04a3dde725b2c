import { constants, open } from 'node:fs/promises'

import { ImageError } from '../errors/image-error.ts'

/** A file's bytes, with what the file system said of it while they were read. */
export interface ReadFile {
  readonly bytes: Uint8Array
  readonly size: number
  readonly mtimeMs: number
  /** False when the file changed while it was read. */
  readonly isSteady: boolean
}

/**
 * Reads a whole regular file. Its links must be resolved already: a link, pipe or device that took its place since
 * is refused and never waited for.
 *
 * @param maxBytes More gives an `ImageError` `too-large`.
 * @param name The file as messages name it.
 */
export async function readRegularFile(path: string, maxBytes: number, name: string): Promise<ReadFile> {
  // Windows knows neither flag.
  const flags = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0)
  const handle = await open(path, flags).catch((cause: unknown) => {
    throw new ImageError(
      'not-found',
      name,
      `${name} could not be opened. Check that it exists and may be read.`,
      { cause }
    )
  })
  try {
    const before = await handle.stat()
    if (!before.isFile()) {
      throw new ImageError('unsupported', name, `${name} is not a regular file. Point it at an image file.`)
    }
    if (before.size > maxBytes) throw tooManyBytes(name, before.size, maxBytes)
    const bytes = await handle.readFile()
    const after = await handle.stat()
    const isSteady =
      after.size === before.size && after.mtimeMs === before.mtimeMs && bytes.byteLength === after.size
    return { bytes, size: after.size, mtimeMs: after.mtimeMs, isSteady }
  } finally {
    await handle.close()
  }
}

/** The error for a file over the byte limit. */
export function tooManyBytes(name: string, size: number, maxBytes: number): ImageError {
  const [has, may] = [size, maxBytes].map((bytes) =>
    bytes < 1e6 ? `${Math.ceil(bytes / 1e3)} kB` : `${Math.ceil(bytes / 1e6)} MB`
  )
  return new ImageError(
    'too-large',
    name,
    `${name} has ${has}, and at most ${may} are read. Make the file smaller, or exclude it with \`exclude\`.`
  )
}
