import { type DefaultTreeAdapterTypes, html as namespaces, parse, parseFragment } from 'parse5'

import { isDocument } from '../is-document.ts'
import { placeBehind } from './block-kinds.ts'

type Node = DefaultTreeAdapterTypes.Node
type Element = DefaultTreeAdapterTypes.Element

/**
 * Finds where long descriptions of images belong in a page, by the tree that a browser makes of it.
 *
 * @param starts Offsets of the images' tags.
 * @returns Offsets behind which they belong, by those; without an image that has no such place, as in a drawing.
 */
export function placesInPage(
  html: string,
  starts: ReadonlySet<number>,
  way: 'describedby' | 'details'
): ReadonlyMap<number, number> {
  const settings = { sourceCodeLocationInfo: true, scriptingEnabled: false }
  const places = new Map<number, number>()
  const open: { readonly path: readonly Element[]; readonly node: Node }[] = [
    { path: [], node: isDocument(html) ? parse(html, settings) : parseFragment(html, settings) }
  ]
  for (let next = open.pop(); next; next = open.pop()) {
    const { node } = next
    const path = 'tagName' in node ? [node, ...next.path] : next.path
    const start = 'tagName' in node ? node.sourceCodeLocation?.startOffset : undefined
    if (start !== undefined && starts.has(start) && !places.has(start)) {
      const end = endOfPlace(path, way)
      if (end !== undefined) places.set(start, end)
    }
    // What stands in a template is no part of what is around it.
    if ('content' in node) open.push({ node: node.content, path: [] })
    else if ('childNodes' in node) for (const child of node.childNodes) open.push({ node: child, path })
  }
  return places
}

function endOfPlace(path: readonly Element[], way: 'describedby' | 'details'): number | undefined {
  if (path.some(({ namespaceURI }) => namespaceURI !== namespaces.NS.HTML)) return undefined
  const index = placeBehind(
    way,
    path.map(({ tagName }) => tagName)
  )
  // Elements that nobody wrote stand nowhere in the text.
  const written = path.slice(index).find(({ sourceCodeLocation }) => sourceCodeLocation)
  return written?.sourceCodeLocation?.endOffset
}
