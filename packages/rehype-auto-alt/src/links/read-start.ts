import { constants, open } from 'node:fs/promises'

/**
 * The start of a text file, at most as many bytes. Links in its path must be resolved already: a link, pipe or device
 * that took its place since is refused and never waited for. `undefined` for what cannot be read.
 */
export async function readStart(path: string, maxBytes: number): Promise<string | undefined> {
  // Windows knows neither flag.
  const flags = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0)
  const handle = await open(path, flags).catch(() => undefined)
  if (!handle) return undefined
  try {
    if (!(await handle.stat()).isFile()) return undefined
    const buffer = new Uint8Array(maxBytes)
    const { bytesRead } = await handle.read(buffer, 0, maxBytes, 0)
    // With `stream`, a character that is cut in two at the end is left out.
    return new TextDecoder().decode(buffer.subarray(0, bytesRead), { stream: true })
  } catch {
    return undefined
  } finally {
    await handle.close()
  }
}
