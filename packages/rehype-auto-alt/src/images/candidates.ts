import { dirname, join, resolve } from 'node:path'

import type { Page } from '../rules/image-use.ts'
import { type Address, decodePath } from './address.ts'

/** Folders and prefix that local addresses resolve against. */
export interface SiteFolders {
  /** Folders that answer `/`. Absolute, tried in order after the page's `siteRoot`. */
  readonly publicDirs: readonly string[]
  /** URL prefix of the site, as `/docs/`. */
  readonly base: string
}

/** Where the file of a local address may lie: absolute paths, likeliest first. Nothing is looked up. */
export function candidatesOf(
  address: Extract<Address, { kind: 'path' | 'file' }>,
  page: Page,
  { base, publicDirs }: SiteFolders
): readonly string[] {
  if (address.kind === 'file') return [resolve(address.path)]
  // An encoded name is the usual case; a file whose name really holds `%20` is the other one.
  const spellings = [...new Set([decodePath(address.path), address.path])]
  if (!address.path.startsWith('/')) return spellings.map((path) => resolve(dirname(page.file), path))
  const folders = page.siteRoot === undefined ? publicDirs : [page.siteRoot, ...publicDirs]
  const paths = spellings.flatMap((path) => [withoutBase(path, base), path])
  return [...new Set(paths.flatMap((path) => folders.map((folder) => join(folder, `./${path}`))))]
}

function withoutBase(path: string, base: string): string {
  const prefix = base.endsWith('/') ? base : `${base}/`
  return path.startsWith(prefix) ? path.slice(prefix.length - 1) : path
}
