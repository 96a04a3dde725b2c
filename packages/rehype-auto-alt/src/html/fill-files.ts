import { dirname } from 'node:path'

import type { CaptionAllOptions } from '../captioner/captioner.ts'
import type { AutoAlt } from '../captioner/create-auto-alt.ts'
import type { Outcome } from '../captioner/outcome.ts'
import type { ImageUse, Page } from '../rules/image-use.ts'
import { type OpenImage, applyOutcomes, findOpenImages } from './fill-html.ts'
import { type HeldText, createTextHolder, readUtf8 } from './hold-text.ts'
import { type FileReplacer, replaceFiles } from './replace-file.ts'
import { socialPatches, socialUses } from './social/social-words.ts'

/** What became of many files. */
export interface FilledFiles {
  /** Pages that were written; with `write: false`, those that would be. */
  readonly changed: readonly Page[]
  /** Pages that stay as they are because they are not UTF-8. */
  readonly skipped: readonly Page[]
}

/** How to fill many files. */
export interface FillFilesSettings extends CaptionAllOptions {
  /** Write the files; `false` only tells which ones would change. Default `true`. */
  readonly write?: boolean
  /** Nobody reads the pages yet, as in a build that has just made them, so their files may be recycled. Default `false`. */
  readonly fresh?: boolean
  /** Ask for the captions of all pages before the first one is written. Default `false`: for 250 pages at a time. */
  readonly together?: boolean
  /** Finds the images of a page that have no alternative. Default: as `fillHtml` finds them. */
  readonly find?: (html: string, page: Page) => Promise<readonly OpenImage[]>
  /** Called before each page is read, and before it is written, with the number of pages before it. */
  readonly onPage?: (step: 'read' | 'write', done: number) => void
  /** Takes a page that cannot be read or written, so that the run goes on. Default: its error ends the run. */
  readonly onFault?: (page: Page, error: unknown, step: 'read' | 'write') => void
}

interface ReadPage {
  readonly page: Page
  readonly html: HeldText
  readonly images: readonly OpenImage[]
  /** Pictures that it hands to other sites without words. */
  readonly social: readonly ImageUse[]
}

/** What became of a page's images and of its pictures for other sites. */
interface PageOutcomes {
  readonly images: readonly (Outcome | undefined)[]
  readonly social: readonly (Outcome | undefined)[]
}

/** Pages between two requests for captions. */
const pagesAtOnce = 250

/** UTF-16 code units of pages held from reading to writing. */
const heldAtOnce = 100_000_000

/**
 * Fills HTML files in place, each atomically and only where something changes. Captions are asked for many pages at
 * a time, in the order of the pages. A file that is not UTF-8 stays as it is.
 */
export async function fillFiles(
  pages: readonly Page[],
  autoAlt: AutoAlt,
  settings: FillFilesSettings = {}
): Promise<FilledFiles> {
  const { fresh = false, onFault, onPage, onProgress, together = false, write = true } = settings
  const options = await autoAlt.options()
  const find = settings.find ?? ((html, page) => findOpenImages(html, page, options, autoAlt))
  const replacers = new Map<string, FileReplacer>()
  const changed: Page[] = []
  const skipped: Page[] = []

  async function readPages(batch: readonly Page[], start: number): Promise<ReadPage[]> {
    const hold = createTextHolder(heldAtOnce)
    const found: ReadPage[] = []
    for (const [index, page] of batch.entries()) {
      onPage?.('read', start + index)
      try {
        const html = readUtf8(page.file)
        if (html === undefined) {
          skipped.push(page)
          continue
        }
        const images = await find(html, page)
        found.push({ page, html: hold(page.file, html), images, social: await socialUses(html, page) })
      } catch (error) {
        if (!onFault) throw error
        onFault(page, error, 'read')
      }
    }
    return found
  }

  async function writePage({ html, images, page }: ReadPage, outcomes: PageOutcomes): Promise<void> {
    try {
      const text = html()
      const patches = await socialPatches(text, outcomes.social, options)
      const filled = await applyOutcomes(text, images, outcomes.images, options, patches)
      if (filled === text) return
      if (write) replacerFor(page).replace(page.file, filled)
      changed.push(page)
    } catch (error) {
      if (!onFault) throw error
      onFault(page, error, 'write')
    }
  }

  async function captionSocial(uses: readonly ImageUse[]): Promise<readonly Outcome[]> {
    return uses.length === 0 ? [] : await autoAlt.captionAll(uses, { isSocial: true })
  }

  function replacerFor({ file, siteRoot = dirname(file) }: Page): FileReplacer {
    const replacer = replacers.get(siteRoot) ?? replaceFiles(siteRoot, { recycle: fresh })
    replacers.set(siteRoot, replacer)
    return replacer
  }

  const step = together ? Math.max(pages.length, 1) : pagesAtOnce
  try {
    for (let start = 0; start < pages.length; start += step) {
      const found = await readPages(pages.slice(start, start + step), start)
      const uses = found.flatMap(({ images }) => images.map(({ use }) => use))
      const outcomes = await autoAlt.captionAll(uses, onProgress && { onProgress })
      // By now their captions are there, if the pages show them.
      const social = await captionSocial(found.flatMap((page) => page.social))
      let first = 0
      let firstSocial = 0
      for (const [index, read] of found.entries()) {
        onPage?.('write', start + index)
        await writePage(read, {
          images: outcomes.slice(first, (first += read.images.length)),
          social: social.slice(firstSocial, (firstSocial += read.social.length))
        })
      }
    }
  } finally {
    for (const replacer of replacers.values()) replacer.end()
  }
  return { changed, skipped }
}
