import { realpath, stat } from 'node:fs/promises'

import type { Fence } from './fence.ts'

/** A regular file within the fence. */
export interface LocatedFile {
  /** Absolute, symbolic links resolved. */
  readonly path: string
  /** Absolute, as it was looked for. */
  readonly candidate: string
  /** Bytes. */
  readonly size: number
  /** Milliseconds since 1970, with fractions. */
  readonly mtimeMs: number
}

/** Why no candidate can be used. */
export type LocateFailure = 'not-found' | 'outside-roots' | 'not-a-file' | 'no-permission'

/** The first candidate that is a regular file within the fence, decided on the path after resolving links. */
export async function locate(
  candidates: readonly string[],
  fence: Fence
): Promise<LocatedFile | LocateFailure> {
  let failure: LocateFailure = 'not-found'
  for (const candidate of candidates) {
    const found = await locateOne(candidate, fence)
    if (typeof found === 'object') return found
    if (failure === 'not-found') failure = found
  }
  return failure
}

async function locateOne(candidate: string, fence: Fence): Promise<LocatedFile | LocateFailure> {
  // By its letters first: a path outside is not even asked for, so nobody learns whether it exists.
  if (!(await fence.holds(candidate))) return 'outside-roots'
  try {
    const path = await realpath(candidate)
    if (!(await fence.holdsReal(path))) return 'outside-roots'
    const info = await stat(path)
    return info.isFile() ? { path, candidate, size: info.size, mtimeMs: info.mtimeMs } : 'not-a-file'
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    return code === 'EACCES' || code === 'EPERM' ? 'no-permission' : 'not-found'
  }
}

/** What was looked for already, by where. Good for as long as nobody expects files to change. */
export type Located = Map<string, Promise<LocatedFile | LocateFailure>>
