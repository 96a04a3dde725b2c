import { randomBytes } from 'node:crypto'
import { realpath, rename, rm, stat, writeFile } from 'node:fs/promises'

/** Replaces a file's content at once: a reader sees the old text or the new one. Its mode stays; a link is followed. */
export async function replaceFile(path: string, text: string): Promise<void> {
  const file = await realpath(path)
  const temporary = `${file}.${randomBytes(4).toString('hex')}.tmp`
  const { mode } = await stat(file)
  try {
    await writeFile(temporary, text, { mode })
    await rename(temporary, file)
  } catch (error) {
    await rm(temporary, { force: true })
    throw error
  }
}
