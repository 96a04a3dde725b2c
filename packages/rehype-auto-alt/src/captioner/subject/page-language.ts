import { readdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'

import type { Page } from '../../rules/image-use.ts'
import { languageInFileName, languageNamed, pageStem } from '../../rules/language/language-tag.ts'

/** Tells the language that the place of a page gives it; `undefined` where it gives none. */
export type PageLanguage = (page: Page) => Promise<string | undefined>

/** Folders that hold a folder for each language. */
const languagesInside = /^_?(?:i18n|l10n|locales?|translations?|translated_docs)$/iu

/** What folders of every kind have. */
const everywhere = /^(?:_?index|readme|default|\+page|page|404|assets|images|img|media|static|public)$/iu

/**
 * Makes the function that tells the language which the place of a page gives it. What it reads it remembers.
 *
 * @param own Language of the site, reduced.
 */
export function createPageLanguage(own: string): PageLanguage {
  const folders = new Folders()
  const pages = new Map<string, Promise<string | undefined>>()
  return async (page) => {
    const known = pages.get(page.file)
    if (known) return await known
    const language = languageOfPlace(page, own, folders)
    pages.set(page.file, language)
    return await language
  }
}

/**
 * A folder (`content/de/about.md`) or the name of its file (`about.de.md`, `README-ja.md`). Two letters may mean
 * something else, so the site has to show that they mean a language:
 *
 * - by a folder beside them in the site's own language (`content/en`), or around them that is called `i18n` or the like;
 * - by what they hold: half of it, and two pages or folders at least, stands in the folder around them as well;
 * - for a file, by the same page without them or in the site's own language.
 *
 * A script or a country (`zh-hant`, `pt-br`) needs no further sign in a folder. The outermost folder counts first. The
 * project's folders are asked, so that the answer is the same whichever pages a run reads.
 */
async function languageOfPlace(page: Page, own: string, folders: Folders): Promise<string | undefined> {
  const segments = page.name.split('/')
  const file = segments.pop() ?? ''
  if (segments[0] === '..') return undefined
  const above = foldersAbove(page.file, segments.length)
  for (const [index, segment] of segments.entries()) {
    const named = languageNamed(segment)
    if (!named) continue
    const isMeant =
      named.language === own ||
      named.isCertain ||
      languagesInside.test(segments[index - 1] ?? '') ||
      (await folders.holdsLanguage(above[index] ?? '', segment, own))
    if (isMeant) return named.language
  }
  const named = languageInFileName(file)
  const isMeant = named && (await folders.hasOriginal(above.at(-1) ?? '', named.stem, own))
  return isMeant ? named.language : undefined
}

/** Absolute paths of the folders around each of the last segments of a path, and of that around the file. */
function foldersAbove(file: string, count: number): readonly string[] {
  const paths = [dirname(file)]
  while (paths.length <= count) paths.unshift(dirname(paths[0] ?? ''))
  return paths
}

/** What stands in the folders that were looked into. Thousands of pages share one. */
class Folders {
  readonly #names = new Map<string, Promise<readonly string[]>>()
  readonly #originals = new Map<string, Promise<ReadonlySet<string>>>()
  readonly #languages = new Map<string, Promise<boolean>>()

  /** Whether a folder whose name may be a language's holds the pages in this language. */
  async holdsLanguage(parent: string, name: string, own: string): Promise<boolean> {
    const folder = join(parent, name)
    const known = this.#languages.get(folder) ?? this.#compare(parent, folder, own)
    this.#languages.set(folder, known)
    return await known
  }

  /** Whether there is a page of this name without a language, or in that of the site. */
  async hasOriginal(folder: string, stem: string, own: string): Promise<boolean> {
    const known = this.#originals.get(folder) ?? this.#originalsIn(folder, own)
    this.#originals.set(folder, known)
    return (await known).has(stem)
  }

  async #compare(parent: string, folder: string, own: string): Promise<boolean> {
    const beside = await this.#namesIn(parent)
    if (beside.some((name) => languageNamed(name)?.language === own)) return true
    const names = new Set(beside.map(withoutExtension))
    const inside = new Set((await this.#namesIn(folder)).map(withoutExtension))
    const telling = [...inside].filter((name) => !everywhere.test(name) && !name.includes('.'))
    const alike = telling.filter((name) => names.has(name))
    return alike.length >= 2 && alike.length >= telling.length / 2
  }

  async #originalsIn(folder: string, own: string): Promise<ReadonlySet<string>> {
    const stems = new Set<string>()
    for (const name of await this.#namesIn(folder)) {
      const stem = pageStem(name)
      const named = languageInFileName(name)
      if (stem !== undefined) stems.add(stem)
      if (named?.language === own) stems.add(named.stem)
    }
    return stems
  }

  async #namesIn(folder: string): Promise<readonly string[]> {
    // A page that is not on this disk has nothing beside it.
    const names = this.#names.get(folder) ?? readdir(folder).catch(() => [])
    this.#names.set(folder, names)
    return await names
  }
}

/** A page by its name alone, since a translation may be `.md` beside an `.mdx`. */
function withoutExtension(name: string): string {
  return pageStem(name) ?? name
}
