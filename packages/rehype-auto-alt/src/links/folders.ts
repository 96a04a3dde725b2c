import { readdir, realpath, stat } from 'node:fs/promises'

import type { Fence } from '../files/fence.ts'

/** The names in a folder. */
export interface Listing {
  readonly files: readonly string[]
  readonly folders: readonly string[]
}

/** Tells what lies in a folder; nothing for one that is not there or lies outside the fence. */
export type ListFolder = (folder: string) => Promise<Listing>

const nothing: Listing = { files: [], folders: [] }

/** Starts to list folders. A folder is listed again only when an entry came or went since. */
export function createFolderLists(fence: Fence): ListFolder {
  const known = new Map<string, { readonly mtimeMs: number; readonly listing: Promise<Listing> }>()
  return async (folder) => {
    if (!(await fence.holds(folder))) return nothing
    const info = await stat(folder).catch(() => undefined)
    if (!info?.isDirectory() || !(await fence.holdsReal(await realpath(folder)))) return nothing
    const { mtimeMs } = info
    const last = known.get(folder)
    if (last?.mtimeMs === mtimeMs) return await last.listing
    const listing = list(folder)
    known.set(folder, { mtimeMs, listing })
    return await listing
  }
}

async function list(folder: string): Promise<Listing> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => [])
  const folders = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name)
  // A link may lead to a file; whoever opens it finds out.
  const files = entries.filter((entry) => !entry.isDirectory()).map(({ name }) => name)
  return { files, folders }
}
