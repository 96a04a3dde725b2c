import { basename, dirname, join, relative, resolve } from 'node:path'

import type { Page } from '../rules/image-use.ts'
import { decodedPath } from '../rules/purpose/link-target.ts'
import type { ListFolder } from './folders.ts'
import type { Link } from './link.ts'

/** What a page's file ends with. The titles of those in code are known to a program only. */
const pageExtension = /\.(?:md|mdx|markdown|mdoc|html?|astro|vue|svelte|[jt]sx?)$/iu
/** Code is a page where a router looks for it only. */
const code = /\.[jt]sx?$/iu
const routed = /^(?:.*[/\\])?(?:pages|app|routes)[/\\]/u
/** The page of a folder, by its path from the project root without extension. */
const folderPage = /(?:^|[/\\])(?:_?index|readme|\+page|(?<=(?:^|[/\\])app[/\\](?:.*[/\\])?)page)$/iu

/** Folders whose pages generators serve from the root of the site. */
const contentRoots: readonly string[] =
  '. src pages content docs site app src/pages src/content src/docs src/routes src/app'.split(' ')
const ownRoot = /^(?:.*\/)?(?:src\/(?:pages|content|docs|routes|app)|content|docs|pages|site|app)(?=\/)/u

/** Where sources are looked for. */
export interface SourceFolders {
  /** Project root, absolute. */
  readonly root: string
  readonly list: ListFolder
  /** The one folder that pages lie in. Default: those that generators take their pages from. */
  readonly folder?: string | undefined
}

/**
 * The files that may be the source of the page that a link in a source leads to: absolute paths. An address from the
 * root of the site is looked for in the folders that generators take their pages from.
 */
export async function sourceFiles(
  { href, page, target }: Link,
  folders: SourceFolders
): Promise<readonly string[]> {
  const { list, root } = folders
  const path = decodedPath(href.trim().replace(/[?#].*$/su, ''))
  // A built page does not stand where its source does.
  const isRooted = path.startsWith('/') || page.sourceRoot !== undefined
  const stems = isRooted
    ? (await rootsOf(page, folders)).map((folder) => join(folder, `.${target}`))
    : stemsFromHere(path, page)
  const files = await Promise.all(stems.map((stem) => filesOf(stem, { list, root })))
  // What introduces a repository to its readers is no page of the site.
  const isRepositoryNote = (file: string): boolean =>
    isRooted &&
    folders.folder === undefined &&
    dirname(file) === resolve(root) &&
    /^readme\./iu.test(basename(file))
  return [...new Set(files.flat())].filter((file) => !isRepositoryNote(file))
}

function stemsFromHere(path: string, { file, name }: Page): string[] {
  const here = resolve(dirname(file), path)
  if (pageExtension.test(path)) return [here.replace(pageExtension, '')]
  if (folderPage.test(name.replace(/\.[^./\\]*$/u, ''))) return [here]
  // Served in a folder of its own, a page that says `team` may mean what lies below it.
  return [here, resolve(file.replace(/\.[^./\\]*$/u, ''), path)]
}

async function rootsOf({ name }: Page, { folder: only, list, root }: SourceFolders): Promise<string[]> {
  if (only !== undefined) return [only]
  const own = ownRoot.exec(name)?.[0]
  const collections = (await list(join(root, 'src/content'))).folders.map((folder) => `src/content/${folder}`)
  const folders = [...contentRoots, ...collections, ...(own === undefined ? [] : [own])]
  return [...new Set(folders.map((folder) => join(root, folder)))]
}

/** Files that are a page of this name, or the page of the folder of this name. */
async function filesOf(stem: string, { list, root }: SourceFolders): Promise<string[]> {
  const name = basename(stem)
  const folder = relative(root, stem)
  const [beside, inside] = await Promise.all([list(dirname(stem)), list(stem)])
  const isPage = (file: string): boolean =>
    pageExtension.test(file) && (!code.test(file) || routed.test(join(folder, file)))
  const nameOf = (file: string): string => file.replace(pageExtension, '')
  return [
    ...beside.files
      .filter((file) => isPage(file) && nameOf(file) === name)
      .map((file) => join(dirname(stem), file)),
    ...inside.files
      .filter((file) => isPage(file) && folderPage.test(join(folder, nameOf(file))))
      .map((file) => join(stem, file))
  ]
}
