import { existsSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'

/** Folder of the nearest `package.json` at or above a folder; the folder itself when there is none. */
export function projectRoot(from: string): string {
  let folder = resolve(from)
  for (;;) {
    if (existsSync(join(folder, 'package.json'))) return folder
    const above = dirname(folder)
    if (above === folder) return resolve(from)
    folder = above
  }
}
