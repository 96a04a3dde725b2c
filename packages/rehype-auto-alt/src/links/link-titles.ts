import { join, relative } from 'node:path'

import { createFence } from '../files/fence.ts'
import { type LocatedFile, locate } from '../files/locate.ts'
import type { Page } from '../rules/image-use.ts'
import { languageNamed } from '../rules/language/language-tag.ts'
import { reduceLanguage } from '../rules/language.ts'
import { linkTarget } from '../rules/purpose/link-target.ts'
import { builtFiles } from './built-files.ts'
import { createFolderLists } from './folders.ts'
import { type PageTitles, nameOfPage } from './page-titles.ts'
import { readTitles } from './read-titles.ts'
import type { Link } from './link.ts'
import { sourceFiles } from './source-files.ts'

/** Where pages may lie. All paths absolute. */
export interface LinkTitlesSettings {
  /** Project root. */
  readonly root: string
  /** Folders that answer `/`. */
  readonly publicDirs: readonly string[]
  /** Nothing outside these, `publicDirs` and a page's `siteRoot` is read, decided after resolving symbolic links. */
  readonly roots: readonly string[]
  /** The language of a page that gives none itself, where that is known. Default: of none. */
  readonly languageOf?: (page: Page) => Promise<string | undefined>
}

/** What the page that a link leads to is called. Untrusted text of that page, on one line. */
export interface LinkTitle {
  readonly title: string
  /** Language of that page, where it is known. */
  readonly lang?: string
}

/** Finds out what the page of this site is called that a link leads to; `undefined` where that is not certain. */
export type LinkTitles = (link: Link) => Promise<LinkTitle | undefined>

/** What can be read from pages in one folder of a built site, or from sources. */
interface Reach {
  files(link: Link): Promise<readonly string[]>
  titles(files: readonly string[]): Promise<readonly PageTitles[]>
}

/**
 * Starts to look up the titles of the site's own pages. A title counts where it is certain to be that of the page which
 * the link leads to: of several files that come into question, all must agree. Each file is read once, up to its first
 * 64 kB, and again only after it changed.
 */
export function createLinkTitles({ languageOf, publicDirs, root, roots }: LinkTitlesSettings): LinkTitles {
  const known = new Map<string, { readonly stamp: string; readonly titles: Promise<PageTitles> }>()
  const reaches = new Map<string | undefined, Reach>()

  function reachOf(siteRoot: string | undefined): Reach {
    const reach = reaches.get(siteRoot) ?? openReach(siteRoot)
    reaches.set(siteRoot, reach)
    return reach
  }

  function openReach(siteRoot: string | undefined): Reach {
    const fence = createFence([...roots, ...publicDirs, ...(siteRoot === undefined ? [] : [siteRoot])])
    const list = createFolderLists(fence)
    return {
      async files(link) {
        const { href, page, target } = link
        const folder = sourceFolder(page)
        if (siteRoot !== undefined && folder === undefined) return builtFiles(siteRoot, target)
        const served = isRooted(href) ? publicDirs.flatMap((folder) => builtFiles(folder, target)) : []
        return [...(await sourceFiles(link, { list, root, folder })), ...served]
      },
      async titles(files) {
        const located = await Promise.all(files.map((file) => locate([file], fence)))
        const found = located.flatMap((file) =>
          typeof file === 'object' ? [[file.path, file] as const] : []
        )
        return await Promise.all([...new Map(found).values()].map(titlesIn))
      }
    }
  }

  function titlesIn({ mtimeMs, path, size }: LocatedFile): Promise<PageTitles> {
    const stamp = `${mtimeMs} ${size}`
    const last = known.get(path)
    if (last?.stamp === stamp) return last.titles
    const titles = withLanguage(path)
    known.set(path, { stamp, titles })
    return titles
  }

  async function withLanguage(path: string): Promise<PageTitles> {
    const titles = await readTitles(path)
    if (titles.lang !== undefined) return titles
    const lang = await languageOf?.({ file: path, name: relative(root, path).replaceAll('\\', '/') })
    return lang === undefined ? titles : { ...titles, lang }
  }

  /** `title` of the home page of the site, else of the section: a site in several languages has its home there. */
  async function homeTitle(siteRoot: string, target: string): Promise<string | undefined> {
    const section = /^\/[^/]+/u.exec(target)?.[0] ?? ''
    // A page cannot tell of itself what in its title is the name of the site.
    const folders = [siteRoot, ...(target === section ? [] : [join(siteRoot, section)])]
    const files = folders.map((folder) => join(folder, 'index.html'))
    const homes = await reachOf(siteRoot).titles(files)
    return homes.find(({ isRedirect, title }) => !isRedirect && title !== undefined)?.title
  }

  return async (link) => {
    const { page, target } = link
    if (!target.startsWith('/') || target.includes('\0')) return undefined
    const reach = reachOf(page.siteRoot)
    const pages = (await reach.titles(await reach.files(link))).filter((found) => isServedAt(found, link))
    if (pages.length === 0 || pages.some(({ isRedirect }) => isRedirect)) return undefined
    const isHome = target === '/' || pages.every((found) => isHomeOfLanguage(found, target))
    const { siteRoot } = page
    const isBuilt = siteRoot !== undefined && sourceFolder(page) === undefined
    const home = isHome || !isBuilt ? undefined : await homeTitle(siteRoot, target)
    const names = pages.map((found) => nameOfPage(found, isHome, home))
    const [title] = names
    if (title === undefined || names.some((name) => name !== title)) return undefined
    const lang = pages.find((found) => found.lang !== undefined)?.lang
    return { title, ...(lang !== undefined && { lang }) }
  }
}

/** The one folder that the sources of the site's pages lie in, where that is known. */
function sourceFolder({ file, siteRoot, sourceRoot }: Page): string | undefined {
  return sourceRoot ?? (/\.x?html?$/iu.test(file) ? undefined : siteRoot)
}

/** A site in several languages has its home page in each of them: `/de`, in German. */
function isHomeOfLanguage({ lang }: PageTitles, target: string): boolean {
  const named = languageNamed(target.slice(1))
  return named !== undefined && lang !== undefined && named.language === reduceLanguage(lang)
}

function isRooted(href: string): boolean {
  return href.trim().startsWith('/')
}

/** A source that gives itself another address is not the page that an address from the root of the site leads to. */
function isServedAt({ address }: PageTitles, { href, target }: Link): boolean {
  if (!isRooted(href) || address === undefined) return true
  const { last, whole } = address
  if (whole !== undefined) {
    const own = linkTarget(whole.startsWith('/') ? whole : `/${whole}`, '', '/') ?? whole
    return own === target || target.endsWith(own)
  }
  return last === undefined || target.endsWith(`/${last}`)
}
