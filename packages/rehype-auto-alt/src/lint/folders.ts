import { readdirSync, statSync } from 'node:fs'
import { basename, dirname } from 'node:path'

/** What folders hold, as far as somebody asked. A folder is read once, whatever is looked for in it: most hold nothing. */
export interface Folders {
  readonly holdFile: (path: string) => boolean
  /** True for everything of that name, and in any letter case. */
  readonly hold: (folder: string, name: string) => boolean
}

/** Looks into folders of the working tree, for one run: what comes into them later is not seen. */
export function createFolders(): Folders {
  const namesByFolder = new Map<string, ReadonlySet<string>>()
  const looked = new Map<string, boolean>()
  const hold = (folder: string, name: string): boolean => {
    const names = namesByFolder.get(folder) ?? namesIn(folder)
    namesByFolder.set(folder, names)
    return names.has(sameName(name))
  }
  return {
    hold,
    holdFile(path) {
      const known = looked.get(path)
      if (known !== undefined) return known
      // Some file systems do not care about letter case: whether they do is for them to say.
      const isFile = hold(dirname(path), basename(path)) && isFileAt(path)
      looked.set(path, isFile)
      return isFile
    }
  }
}

function namesIn(folder: string): ReadonlySet<string> {
  try {
    return new Set(readdirSync(folder).map(sameName))
  } catch {
    return new Set()
  }
}

function sameName(name: string): string {
  return name.normalize('NFC').toLowerCase()
}

function isFileAt(path: string): boolean {
  try {
    return statSync(path).isFile()
  } catch {
    return false
  }
}
