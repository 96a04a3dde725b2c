import { randomUUID } from 'node:crypto'
import { link, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { setTimeout as delay } from 'node:timers/promises'
import { CaptionsError } from '../errors/captions-error.ts'
import { isProcessIdentity, type ProcessIdentity, processState, thisProcess } from './process-identity.ts'

const pause = 20
/** A lock is held for one rewriting of a file; one that old was left behind, whatever its pid says. */
const oldestOfLiving = 5 * 60_000
/** Age from which a lock is given up whose owner cannot be looked up: written on another machine, or empty. */
const oldestOfUnknown = 30_000

interface LockContent extends ProcessIdentity {
  readonly token: string
}

/**
 * Does work while no other process does work under the same lock. The lock is a file that is created exclusively
 * and names its owner; one whose owner has died is removed.
 *
 * @param path The lock file. Its folder exists.
 * @param work What must not overlap.
 * @param patience How long to wait for the lock. Milliseconds, default 60,000; then a `CaptionsError`.
 */
export async function withFileLock<T>(path: string, work: () => Promise<T>, patience = 60_000): Promise<T> {
  const token = randomUUID()
  const deadline = Date.now() + patience
  while (!(await createExclusively(path, { ...thisProcess(), token }))) {
    await removeIfStale(path)
    if (Date.now() > deadline) throw await lockedError(path)
    await delay(pause + Math.random() * pause)
  }
  try {
    return await work()
  } finally {
    // Not a lock that somebody else took after this one was held for suspiciously long.
    if ((await readLock(path))?.token === token) await rm(path, { force: true })
  }
}

/**
 * The owner is in the file from the start: a process that is killed right after creating an empty one would leave a
 * lock of which nobody can tell whose it is.
 */
async function createExclusively(path: string, content: LockContent): Promise<boolean> {
  if (await stat(path).catch(() => undefined)) return false
  const temporary = `${path}.${process.pid}-${randomUUID()}.tmp`
  await writeFile(temporary, JSON.stringify(content), { flag: 'wx' })
  try {
    await link(temporary, path)
    return true
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException
    // ENOENT: the holder of the lock has taken the temporary file for an abandoned one. Windows answers EPERM while
    // a file of that name is being deleted.
    if (code === 'EEXIST' || code === 'ENOENT') return false
    if (!['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK'].includes(code)) throw error
    return await createWithoutLink(path, content)
  } finally {
    await rm(temporary, { force: true })
  }
}

/** For file systems without hard links. */
async function createWithoutLink(path: string, content: LockContent): Promise<boolean> {
  try {
    await writeFile(path, JSON.stringify(content), { flag: 'wx' })
    return true
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'EEXIST' || (code === 'EPERM' && process.platform === 'win32')) return false
    throw error
  }
}

/**
 * Two processes may find the same lock stale, and the slower one must not remove the lock that the faster one has
 * taken since: so only the holder of a second file removes a lock, after looking at it again.
 */
async function removeIfStale(path: string): Promise<void> {
  if (!(await isStale(path))) return
  const guard = `${path}.stale`
  if (!(await createExclusively(guard, { ...thisProcess(), token: '' }))) {
    if (await isStale(guard)) await rm(guard, { force: true })
    return
  }
  try {
    if (await isStale(path)) await rm(path, { force: true })
  } finally {
    await rm(guard, { force: true })
  }
}

async function isStale(path: string): Promise<boolean> {
  try {
    const owner = await readLock(path)
    const age = Date.now() - (await stat(path)).mtimeMs
    const state = owner ? processState(owner) : 'elsewhere'
    return state === 'dead' || age > (state === 'alive' ? oldestOfLiving : oldestOfUnknown)
  } catch {
    return false
  }
}

async function readLock(path: string): Promise<LockContent | undefined> {
  try {
    const content: unknown = JSON.parse(await readFile(path, 'utf8'))
    return isProcessIdentity(content) && 'token' in content ? (content as LockContent) : undefined
  } catch {
    return undefined
  }
}

async function lockedError(path: string): Promise<CaptionsError> {
  const owner = await readLock(path)
  const who = owner ? `process ${owner.pid} on ${owner.host}` : 'another process'
  return new CaptionsError(
    path,
    `${path} is held by ${who}. If no such process runs any more, delete that file.`
  )
}
