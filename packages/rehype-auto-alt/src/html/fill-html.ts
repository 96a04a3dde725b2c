import type { AutoAlt } from '../captioner/create-auto-alt.ts'
import type { Outcome } from '../captioner/outcome.ts'
import type { ImageUse, Page } from '../rules/image-use.ts'
import { needsAlternative } from '../rules/verdict/needs-alternative.ts'
import { describeInHtml } from './descriptions/describe-in-html.ts'
import type { LongDescriptionWay } from './descriptions/long-description.ts'
import { type HtmlImage, type HtmlSettings, findImages } from './find-images.ts'
import { useOfHtmlImage } from './html-use.ts'
import { originMark } from './origin-mark.ts'
import type { Patch } from './patch.ts'
import { socialPatches, socialUses } from './social/social-words.ts'
import { spliceAlternatives } from './splice.ts'

/** A page with its alternatives filled in. */
export interface FilledHtml {
  /** The page; the very same string when nothing had to change. */
  readonly html: string
  /** Images that had no alternative, with what became of each. */
  readonly images: readonly { readonly use: ImageUse; readonly outcome: Outcome }[]
}

/** An image of a page that has no alternative. */
export interface OpenImage {
  readonly image: HtmlImage
  readonly use: ImageUse
}

/**
 * Writes alternatives into HTML. Only `alt` attributes of images that lack one change, with the option `provenance`
 * also `data-alt-origin`, with `social` words of pictures for other sites, with `longDescription` long descriptions;
 * markers of an earlier stage go. Every other byte stays.
 */
export async function fillHtml(html: string, page: Page, autoAlt: AutoAlt): Promise<FilledHtml> {
  const settings = await autoAlt.options()
  const note: AutoAlt['note'] = (uses) => autoAlt.note(uses, { isForOwnPage: true })
  const open = await findOpenImages(html, page, settings, { note })
  const outcomes = await autoAlt.captionAll(open.map(({ use }) => use))
  const images = open.flatMap(({ use }, index) => {
    const outcome = outcomes[index]
    return outcome ? [{ use, outcome }] : []
  })
  const social = await socialUses(html, page)
  const spoken = social.length === 0 ? [] : await autoAlt.captionAll(social, { isSocial: true })
  const patches = await socialPatches(html, spoken, settings)
  return { html: await applyOutcomes(html, open, outcomes, settings, patches), images }
}

/** The images of a page that have no alternative and are not to be left alone. */
export async function findOpenImages(
  html: string,
  page: Page,
  settings: HtmlSettings,
  listener?: Pick<AutoAlt, 'note'>
): Promise<OpenImage[]> {
  return openImagesOf(await findImages(html, settings), page, listener)
}

/**
 * Those images of a page that have no alternative and are not to be left alone.
 *
 * @param listener Is told of all images, since the words of some are examples for others.
 */
export function openImagesOf(
  images: readonly HtmlImage[],
  page: Page,
  listener?: Pick<AutoAlt, 'note'>
): OpenImage[] {
  const all = images.map((image) => ({ image, use: useOfHtmlImage(image, page) }))
  const open = all.filter(isOpen)
  if (open.length < all.length) listener?.note(all.map(({ use }) => use))
  return open
}

function isOpen({ use }: OpenImage): boolean {
  return needsAlternative(use)
}

/** What is written besides alternatives. */
export interface WritingSettings {
  readonly provenance: boolean
  readonly longDescription: LongDescriptionWay | false
}

/**
 * Writes what became of the images of a page into it, in the order of both lists, and takes all markers off.
 *
 * @param patches What else has to change, outside the tags of images. Default: nothing.
 */
export async function applyOutcomes(
  html: string,
  images: readonly OpenImage[],
  outcomes: readonly (Outcome | undefined)[],
  settings: WritingSettings,
  patches: readonly Patch[] = []
): Promise<string> {
  const found = images.map(({ image }) => image)
  const descriptions = await describeInHtml(html, found, outcomes, settings)
  const edits = found.flatMap((image, index) => {
    const outcome = outcomes[index]
    if (outcome?.kind !== 'filled') return []
    const attributes = { ...originMark(outcome, settings), ...descriptions.attributes[index] }
    return [{ image, alt: outcome.alt, attributes }]
  })
  return spliceAlternatives(html, edits, found, [...patches, ...descriptions.patches])
}
