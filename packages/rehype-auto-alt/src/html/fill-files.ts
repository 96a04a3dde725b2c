import { isUtf8 } from 'node:buffer'
import { readFileSync } from 'node:fs'

import type { AutoAlt } from '../captioner/create-auto-alt.ts'
import type { Outcome } from '../captioner/outcome.ts'
import type { Page } from '../rules/image-use.ts'
import { type OpenImage, applyOutcomes, findOpenImages } from './fill-html.ts'
import { replaceFile } from './replace-file.ts'

/** What became of many files. */
export interface FilledFiles {
  /** Pages that were written. */
  readonly changed: readonly Page[]
  /** Pages that stay as they are because they are not UTF-8. */
  readonly skipped: readonly Page[]
}

interface ReadPage {
  readonly page: Page
  readonly html: string
  readonly images: readonly OpenImage[]
}

/** Pages held in memory at a time. */
const pagesAtOnce = 250

/**
 * Fills HTML files in place, each atomically and only where something changes. Captions are asked for many pages at
 * a time, in the order of the pages. A file that is not UTF-8 stays as it is.
 */
export async function fillFiles(pages: readonly Page[], autoAlt: AutoAlt): Promise<FilledFiles> {
  const changed: Page[] = []
  const skipped: Page[] = []
  const settings = await autoAlt.options()

  async function read(page: Page): Promise<ReadPage | undefined> {
    const bytes = readFileSync(page.file)
    if (!isUtf8(bytes)) {
      skipped.push(page)
      return undefined
    }
    const html = bytes.toString('utf8')
    return { page, html, images: await findOpenImages(html, page, settings) }
  }

  async function write(
    { html, images, page }: ReadPage,
    outcomes: readonly (Outcome | undefined)[]
  ): Promise<void> {
    const filled = applyOutcomes(html, images, outcomes, settings)
    if (filled === html) return
    await replaceFile(page.file, filled)
    changed.push(page)
  }

  for (let start = 0; start < pages.length; start += pagesAtOnce) {
    const readPages: ReadPage[] = []
    for (const page of pages.slice(start, start + pagesAtOnce)) {
      const found = await read(page)
      if (found) readPages.push(found)
    }
    const outcomes = await autoAlt.captionAll(readPages.flatMap(({ images }) => images.map(({ use }) => use)))
    let first = 0
    const writing = readPages.map((page) => write(page, outcomes.slice(first, (first += page.images.length))))
    await Promise.all(writing)
  }
  return { changed, skipped }
}
