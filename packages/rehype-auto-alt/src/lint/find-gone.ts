import { readdir } from 'node:fs/promises'
import { dirname, extname, join } from 'node:path'

import { parseAddress } from '../images/address.ts'
import { candidatesOf } from '../images/candidates.ts'
import { isWithin } from '../files/fence.ts'
import type { ResolvedOptions } from '../options/resolve-options.ts'
import type { ImageUse, Page } from '../rules/image-use.ts'
import { namesAFile } from '../rules/findings/picture-files.ts'
import { type Folders, createFolders } from './folders.ts'

/** Folders that generators publish as the root of the site, or that hold it. */
const published = ['', 'public', 'static', 'assets', 'src', 'docs', 'site', 'dist']

type Places = Pick<ResolvedOptions, 'root' | 'publicDirs' | 'roots' | 'base'>

const picture = /\.(?:png|jpe?g|gif|webp|avif|svg)$/iu

/**
 * Makes the test for images whose address leads to no file. It gives a page the benefit of the doubt: generators
 * resolve paths from the page's file, from its built address, and from folders of many names. Where not a single
 * picture lies near the place that the address names, the site keeps them elsewhere, and nothing is said.
 */
export function findGone(options: Places): (use: ImageUse) => Promise<boolean> {
  const folders = createFolders()
  const pathsAbove = publishedAbove(options.root, folders)
  const keepers = new Map<string, Promise<boolean>>()
  const keepsPictures = (folder: string): Promise<boolean> => {
    const known = keepers.get(folder) ?? holdsPictures(folder, options.root)
    keepers.set(folder, known)
    return known
  }
  return async ({ page, sources }) => {
    let likeliest: string | undefined
    for (const source of sources) {
      const places = namesAFile(source) ? placesOf(source, page, options, pathsAbove) : []
      if (places.length === 0) return false
      if (places.some(folders.holdFile)) return false
      likeliest ??= places[0]
    }
    return likeliest !== undefined && (await keepsPictures(dirname(likeliest)))
  }
}

/** Whether pictures lie in a folder or just below it; of a folder that is not there, in the nearest one that is. */
async function holdsPictures(folder: string, root: string): Promise<boolean> {
  for (let at = folder; isWithin(root, at); at = dirname(at)) {
    const entries = await readdir(at, { withFileTypes: true }).catch(() => undefined)
    if (entries) {
      if (entries.some(({ name }) => picture.test(name))) return true
      const folders = entries.filter(
        (entry) => entry.isDirectory() && !entry.name.startsWith('.') && entry.name !== 'node_modules'
      )
      const below = await Promise.all(folders.map(({ name }) => readdir(join(at, name)).catch(() => [])))
      return below.flat().some((name) => picture.test(name))
    }
    if (at === dirname(at)) break
  }
  return false
}

/** Wherever the file could lie; nothing where that is not for us to say. */
function placesOf(
  source: string,
  page: Page,
  options: Places,
  pathsAbove: (folder: string, path: string) => readonly string[]
): readonly string[] {
  const address = parseAddress(source)
  if (address.kind !== 'path') return []
  const { publicDirs, roots } = options
  const isFromRoot = address.path.startsWith('/')
  // Who answers such a path is not known.
  if (isFromRoot && publicDirs.length === 0 && page.siteRoot === undefined) return []
  const likely = candidatesOf(address, page, options)
  const folders = [...roots, ...publicDirs, ...(page.siteRoot === undefined ? [] : [page.siteRoot])]
  if (!likely.every((path) => folders.some((folder) => isWithin(folder, path)))) return []
  const below = `./${address.path}`
  const pageFolder = dirname(page.file)
  const builtFolder = join(pageFolder, page.file.slice(pageFolder.length + 1, -extname(page.file).length))
  const fromPage = isFromRoot
    ? []
    : [join(builtFolder, below), ...publicDirs.map((folder) => join(folder, below))]
  return [...likely, ...fromPage, ...pathsAbove(pageFolder, below)]
}

/**
 * Makes the function that gives a path below each folder that is published, from a page's folder up to the root. Of
 * folders that are not there only what leads out of them again.
 */
function publishedAbove(
  root: string,
  { hold }: Folders
): (folder: string, path: string) => readonly string[] {
  const known = new Map<string, readonly string[]>()
  const existing = (folder: string): readonly string[] => {
    const above =
      known.get(folder) ??
      foldersUpTo(root, folder).flatMap((at) =>
        published.filter((name) => name === '' || hold(at, name)).map((name) => join(at, name))
      )
    known.set(folder, above)
    return above
  }
  return (folder, path) => {
    if (!path.includes('..')) return existing(folder).map((above) => join(above, path))
    return foldersUpTo(root, folder).flatMap((at) => published.map((name) => join(at, name, path)))
  }
}

function foldersUpTo(root: string, folder: string): string[] {
  const folders: string[] = []
  for (let at = folder; isWithin(root, at); at = dirname(at)) {
    folders.push(at)
    if (at === dirname(at)) break
  }
  return folders
}
