import { randomBytes } from 'node:crypto'
import { lstatSync, realpathSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { rename } from 'node:fs/promises'

/**
 * Replaces a file's content at once: a reader sees the old text or the new one. Its mode stays; a link is followed.
 *
 * Only the renaming may wait for the disk. A site has thousands of small pages, and handing each of the other steps to
 * another thread takes longer than the step.
 */
export async function replaceFile(path: string, text: string): Promise<void> {
  const own = lstatSync(path)
  const file = own.isSymbolicLink() ? realpathSync(path) : path
  const { mode } = own.isSymbolicLink() ? statSync(file) : own
  const temporary = `${file}.${randomBytes(4).toString('hex')}.tmp`
  try {
    writeFileSync(temporary, text, { mode })
    await rename(temporary, file)
  } catch (error) {
    rmSync(temporary, { force: true })
    throw error
  }
}
