import type { EmptyAlt } from '../rules/verdict/verdict.ts'
import type { Place } from '../rules/image-use.ts'
import type { FoundImage } from './found-image.ts'
import type { ElementsToFind } from './image-elements.ts'
import { createImageFinder, type Findings } from './image-finder.ts'
import { isDocument } from './is-document.ts'
import { withPageData } from './page-data.ts'
import { lineStarts, placeAt } from './place.ts'
import { feedHtml, type HtmlHandle } from './tokenize.ts'

/** How to look for images in HTML. */
export interface HtmlSettings {
  /** What an empty `alt` means. Default `'auto'`. */
  readonly emptyAlt?: EmptyAlt
  /** Names of further elements that are images. Default none. */
  readonly components?: readonly string[]
  /**
   * What counts as an image. `'all'`: areas of image maps, image buttons, objects and elements with an image's role too,
   * with what is heard for them and beside them. Default `'img'`: what an alternative can be written into.
   */
  readonly elements?: ElementsToFind
  /** The text is a whole page, not a piece of one. Default: told by `<!doctype`, `<html`, `<head` or `<body` in it. */
  readonly document?: boolean
  /** Offsets of images whose empty `alt` Markdown wrote, so that it is missing. Default: authors wrote all of them. */
  readonly byMarkdown?: ReadonlySet<number>
}

/** An image in HTML text, with the offsets of its tag and its attributes. */
export interface HtmlImage extends Omit<FoundImage<never>, 'handle'>, HtmlHandle {
  readonly place: Place
  /** Behind its start tag. */
  readonly endPlace: Place
}

/**
 * Finds the images of a page or a piece of HTML, in order.
 *
 * No tree is built: a text without an image is not even taken apart. Only where browsers nest the tags in a way of
 * their own, and that matters for an image, the page is parsed as they do it.
 */
export async function findImages(html: string, settings: HtmlSettings = {}): Promise<HtmlImage[]> {
  // `<picture>` and `<figure>` hold images. A component of that name is met in JSX only, which keeps its capital.
  const components = (settings.components ?? [])
    .map((name) => name.toLowerCase())
    .filter((name) => name !== 'picture' && name !== 'figure')
  const { elements = 'img' } = settings
  const lastImage = offsetOfLastImage(html, components, elements)
  if (lastImage === -1) return []
  const document = settings.document ?? isDocument(html)
  const finderSettings = { document, emptyAlt: settings.emptyAlt ?? 'auto', components, elements }
  const { byMarkdown } = settings
  const emptyAltBy =
    byMarkdown && (({ start }: HtmlHandle) => (byMarkdown.has(start) ? 'markdown' : 'author'))
  const finder = createImageFinder<HtmlHandle>(finderSettings, emptyAltBy)
  feedHtml(html, finder, (handle) => handle, { components, elements, lastImage })
  let findings: Findings<HtmlHandle> = finder.finish()
  if (findings.doubtful) {
    const { feedParsed } = await import('./parse-as-browsers-do.ts')
    const exact = createImageFinder<HtmlHandle>({ ...finderSettings, tree: true }, emptyAltBy)
    feedParsed(html, exact, document)
    findings = exact.finish()
  }
  const starts = findings.images.length === 0 ? [] : lineStarts(html)
  const images: HtmlImage[] = findings.images
    .map(({ handle, ...image }) => ({
      ...image,
      ...handle,
      place: placeAt(handle.start, starts),
      endPlace: placeAt(handle.end, starts)
    }))
    .sort((a, b) => a.start - b.start)
    // A browser takes up formatting again in other places, and its role with it: the tag counts once.
    .filter(({ end, start }, index, all) => end > 0 && start !== all[index - 1]?.start)
  // An audit asks nobody.
  return elements === 'all' ? images : await withPageData(html, images)
}

/** Elements with an image's role, objects, image buttons, and areas of image maps, by what stands in their tag. */
const otherImages =
  /<(?:area|object)(?=[\s/])|\btype\s*=\s*["']?\s*image|\brole\s*=\s*(?:"[^"]*|'[^']*|[^\s"'>]*)\b(?:im(?:g|age)|graphics-)/giu

/** What may name one of them, and ends behind it. */
const otherNames = /<\/(?:svg|label)(?=[\s/>])/giu

/** Where the last tag of an image may start, `-1` for no image, no end where a later tag bears on the whole page. */
function offsetOfLastImage(html: string, components: readonly string[], elements: ElementsToFind): number {
  const names = ['img', 'image', ...components.map((name) => name.replace(/[^\w-]/gu, '\\$&'))]
  let last = offsetOfLast(html, new RegExp(`<(?:${names.join('|')})(?=[\\s/>])`, 'giu'))
  if (elements === 'all') last = Math.max(last, offsetOfLast(html, otherImages))
  if (last === -1) return last
  if (/<(?:html|body|frameset)(?=[\s/>])/iu.test(html.slice(last))) return Infinity
  return elements === 'all' ? Math.max(last, offsetOfLast(html, otherNames)) : last
}

function offsetOfLast(html: string, pattern: RegExp): number {
  let last = -1
  for (const { index } of html.matchAll(pattern)) last = index
  return last
}
