import { realpath } from 'node:fs/promises'
import { isAbsolute, relative, sep } from 'node:path'

/** Tells whether a path stays within the folders that may be read. */
export interface Fence {
  /** For a path as it was resolved from an address, before the disk is touched. */
  holds(path: string): Promise<boolean>
  /** For a path whose symbolic links were resolved. */
  holdsReal(path: string): Promise<boolean>
}

/** True when a path is a folder or lies below it, by its letters alone. */
export function isWithin(folder: string, path: string): boolean {
  const way = relative(folder, path)
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way)
}

/** Makes the fence around some folders, absolute paths. A folder that does not exist holds nothing real. */
export function createFence(folders: readonly string[]): Fence {
  const known = new Map<string, string>()

  async function realFolder(folder: string): Promise<string> {
    const found = known.get(folder)
    if (found !== undefined) return found
    try {
      const real = await realpath(folder)
      known.set(folder, real)
      return real
    } catch {
      return folder
    }
  }

  const holdsReal = async (path: string): Promise<boolean> => {
    for (const folder of folders) if (isWithin(await realFolder(folder), path)) return true
    return false
  }

  return {
    holdsReal,
    // A page's path may be given with links already resolved while the root is not, so either spelling counts.
    holds: async (path) => folders.some((folder) => isWithin(folder, path)) || holdsReal(path)
  }
}
