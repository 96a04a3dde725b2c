import type { EmptyAlt } from '../rules/verdict.ts'
import type { Place } from '../rules/image-use.ts'
import type { FoundImage } from './found-image.ts'
import { createImageFinder, type Findings } from './image-finder.ts'
import { lineStarts, placeAt } from './place.ts'
import { feedHtml, type HtmlHandle } from './tokenize.ts'

/** How to look for images in HTML. */
export interface HtmlSettings {
  /** What an empty `alt` means. Default `'auto'`. */
  readonly emptyAlt?: EmptyAlt
  /** Names of further elements that are images. Default none. */
  readonly components?: readonly string[]
  /** The text is a whole page, not a piece of one. Default: told by `<!doctype`, `<html`, `<head` or `<body` in it. */
  readonly document?: boolean
}

/** An image in HTML text, with the offsets of its tag and its attributes. */
export interface HtmlImage extends Omit<FoundImage<never>, 'handle'>, HtmlHandle {
  readonly place: Place
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
  const lastImage = offsetOfLastImage(html, components)
  if (lastImage === -1) return []
  const document = settings.document ?? /<(?:!doctype|html|head|body)(?=[\s/>])/iu.test(html)
  const finderSettings = { document, emptyAlt: settings.emptyAlt ?? 'auto', components }
  const finder = createImageFinder<HtmlHandle>(finderSettings)
  feedHtml(html, finder, (handle) => handle, { components, lastImage })
  let findings: Findings<HtmlHandle> = finder.finish()
  if (findings.doubtful) {
    const { feedParsed } = await import('./parse-as-browsers-do.ts')
    const exact = createImageFinder<HtmlHandle>({ ...finderSettings, tree: true })
    feedParsed(html, exact, document)
    findings = exact.finish()
  }
  const starts = findings.images.length === 0 ? [] : lineStarts(html)
  return findings.images
    .map(({ handle, ...image }) => ({ ...image, ...handle, place: placeAt(handle.start, starts) }))
    .sort((a, b) => a.start - b.start)
}

/** Where the last tag of an image may start, `-1` for no image, no end where a later tag bears on the whole page. */
function offsetOfLastImage(html: string, components: readonly string[]): number {
  const names = ['img', 'image', ...components.map((name) => name.replace(/[^\w-]/gu, '\\$&'))]
  let last = -1
  for (const { index } of html.matchAll(new RegExp(`<(?:${names.join('|')})(?=[\\s/>])`, 'giu'))) last = index
  if (last === -1) return last
  return /<(?:html|body|frameset)(?=[\s/>])/iu.test(html.slice(last)) ? Infinity : last
}
