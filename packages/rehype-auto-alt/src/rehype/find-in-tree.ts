import type { Root } from 'hast'

import type { FoundImage } from '../html/found-image.ts'
import { type FinderSettings, createImageFinder } from '../html/image-finder.ts'
import { lineStarts, placeAt } from '../html/place.ts'
import type { ImageUse, Page, Place } from '../rules/image-use.ts'
import { type TreeHandle, feedTree } from './tree-events.ts'

/** An image of a tree: what is known about its use, and where to write. */
export interface TreeImage {
  readonly use: ImageUse
  readonly handle: TreeHandle
}

/** What the page says about itself outside the tree. */
export interface PageFacts {
  readonly title?: string
  readonly lang?: string
}

/** Images of a tree, in order, and how many empty alternatives had no source position to tell their intent. */
export interface FoundInTree {
  readonly images: readonly TreeImage[]
  readonly unplaced: number
}

/**
 * Finds the images of a hast tree: elements, HTML in `raw` nodes, JSX of MDX.
 *
 * @param source Text that the positions of the tree point into.
 */
export function findInTree(
  tree: Root,
  source: string,
  page: Page,
  settings: Pick<FinderSettings, 'components' | 'emptyAlt'>,
  facts: PageFacts = {}
): FoundInTree {
  const finder = createImageFinder<TreeHandle>({ ...settings, document: false })
  feedTree(tree, source, finder, settings.components ?? [])
  const found = finder.finish()
  const title = facts.title ?? found.title
  const lang = facts.lang ?? found.lang
  const starts = lineStarts(source)
  const images = found.images.map((image) => ({
    handle: image.handle,
    use: useOf(image, page, placeOf(image.handle, source, starts), title, lang)
  }))
  return { images, unplaced: found.images.filter(({ emptyAltBy, verdict }) => verdict === 'decorative' && emptyAltBy === 'unplaced').length }
}

function useOf(
  image: FoundImage<TreeHandle>,
  page: Page,
  place: Place | undefined,
  title: string | undefined,
  lang: string | undefined
): ImageUse {
  const { alt, context, element, off, purpose, sources, tiny, verdict } = image
  const nearest = image.lang ?? lang
  return {
    page,
    element,
    sources,
    verdict,
    alt,
    purpose,
    tiny,
    off,
    context: title === undefined ? context : { ...context, title },
    ...(place && { place }),
    ...(nearest !== undefined && { lang: nearest })
  }
}

function placeOf(handle: TreeHandle, source: string, starts: readonly number[]): Place | undefined {
  const start = handle.node.position?.start
  if (!start) return undefined
  const { column, line, offset = 0 } = start
  // A raw node's text is the source's own, unless it stood in a quote or a list and lost its indentation.
  const isExact = handle.kind === 'raw' && source.startsWith(handle.node.value, offset)
  return isExact ? placeAt(offset + handle.tag.start, starts) : { line, column, offset }
}
