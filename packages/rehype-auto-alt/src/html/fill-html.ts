import type { AutoAlt } from '../captioner/create-auto-alt.ts'
import type { Outcome } from '../captioner/outcome.ts'
import type { ImageUse, Page } from '../rules/image-use.ts'
import { findImages } from './find-images.ts'
import { useOfHtmlImage } from './html-use.ts'
import { spliceAlternatives } from './splice.ts'

/** A page with its alternatives filled in. */
export interface FilledHtml {
  /** The page; the very same string when nothing had to change. */
  readonly html: string
  /** Images that had no alternative, with what became of each. */
  readonly images: readonly { readonly use: ImageUse; readonly outcome: Outcome }[]
}

/**
 * Writes alternatives into HTML. Only `alt` attributes of images that lack one change, and markers of an earlier
 * stage go; every other byte stays.
 */
export async function fillHtml(html: string, page: Page, autoAlt: AutoAlt): Promise<FilledHtml> {
  const settings = await autoAlt.options()
  const found = await findImages(html, settings)
  const open = found.map((image) => ({ image, use: useOfHtmlImage(image, page) })).filter(({ use }) => use.verdict === 'missing' && !use.off)
  const outcomes = await autoAlt.captionAll(open.map(({ use }) => use))
  const images = open.flatMap(({ image, use }, index) => {
    const outcome = outcomes[index]
    return outcome ? [{ image, use, outcome }] : []
  })
  const edits = images.flatMap(({ image, outcome }) => {
    if (outcome.kind === 'left') return []
    const isMarked = settings.provenance && outcome.origin === 'model' && outcome.alt !== ''
    return [{ image, alt: outcome.alt, ...(isMarked && { attributes: { 'data-alt-origin': 'ai' } }) }]
  })
  return { html: spliceAlternatives(html, edits), images: images.map(({ outcome, use }) => ({ outcome, use })) }
}
