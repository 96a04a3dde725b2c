import { randomBytes } from 'node:crypto'
import { open, readdir, rename, rm, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'

/**
 * Replaces a file's content so that a reader, and whoever comes after a crash, sees the old or the new content,
 * never a part. Keeps the file's mode. The folder exists.
 */
export async function writeAtomically(path: string, content: string): Promise<void> {
  const temporary = join(
    dirname(path),
    `${temporaryPrefix(path)}${process.pid}-${randomBytes(4).toString('hex')}.tmp`
  )
  const former = await stat(path).catch(() => undefined)
  try {
    const handle = await open(temporary, 'wx')
    try {
      if (former) await handle.chmod(former.mode & 0o7777)
      await handle.writeFile(content)
      await handle.sync()
    } finally {
      await handle.close()
    }
    await replace(temporary, path)
  } catch (error) {
    await rm(temporary, { force: true })
    throw error
  }
}

/** Removes what a writer left behind that was killed before it could rename. Only while nobody else writes. */
export async function removeAbandoned(path: string): Promise<void> {
  const prefix = temporaryPrefix(path)
  for (const name of await readdir(dirname(path))) {
    if (name.startsWith(prefix) && name.endsWith('.tmp')) await rm(join(dirname(path), name), { force: true })
  }
}

function temporaryPrefix(path: string): string {
  return `.${basename(path)}.`
}

async function replace(from: string, to: string): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      await rename(from, to)
      return
    } catch (error) {
      // On Windows an editor or a virus scanner that has the file open holds up the renaming for a moment.
      if (process.platform !== 'win32' || attempt === 10) throw error
      await delay(attempt * 20)
    }
  }
}
