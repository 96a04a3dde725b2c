import { readFile } from 'node:fs/promises'
import { CaptionsError } from '../errors/captions-error.ts'
import { type CaptionsDocument, emptyDocument, parseCaptions } from './captions-json.ts'

/**
 * Reads a captions file from disk; one that does not exist is empty. Throws a `CaptionsError`.
 *
 * @param path Absolute path.
 * @param name How messages call it.
 */
export async function readCaptions(path: string, name: string): Promise<CaptionsDocument> {
  let bytes
  try {
    bytes = await readFile(path)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT') return emptyDocument
    const advice = 'Check the option "captions" and the permissions of that path.'
    throw new CaptionsError(name, `Cannot read the captions file ${name} (${code}). ${advice}`, {
      cause: error
    })
  }
  return parseCaptions(decode(bytes, name), name)
}

function decode(bytes: Uint8Array, name: string): string {
  try {
    // Strict: a letter that got lost here would be lost in the file with its next rewriting.
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch (error) {
    const message = `${name} is not in UTF-8. Save it in that encoding; the file was left as it is.`
    throw new CaptionsError(name, message, { cause: error })
  }
}
