import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { repository } from './linted-copy.ts'

/** The packages that are published, by folder name. */
export const publicPackages: readonly string[] = ['rehype-auto-alt', 'vite-plugin-auto-alt']

/** What a package's `exports` map says of one entry. */
export type EntryTarget = string | Readonly<Record<'@auto-alt/source' | 'types' | 'default', string>>

export interface Manifest {
  readonly name: string
  readonly bin?: Readonly<Record<string, string>>
  readonly exports: Readonly<Record<string, EntryTarget>>
}

export function folderOf(name: string): string {
  return join(repository, 'packages', name)
}

export function manifestOf(name: string): Manifest {
  return JSON.parse(readFileSync(join(folderOf(name), 'package.json'), 'utf8')) as Manifest
}

/** Entries made of code: what is imported as, and the source it comes from. */
export function codeEntries(
  name: string
): ReadonlyArray<{ readonly specifier: string; readonly source: string }> {
  return Object.entries(manifestOf(name).exports).flatMap(([entry, target]) =>
    typeof target === 'string'
      ? []
      : [{ specifier: name + entry.slice(1), source: join(folderOf(name), target['@auto-alt/source']) }]
  )
}
