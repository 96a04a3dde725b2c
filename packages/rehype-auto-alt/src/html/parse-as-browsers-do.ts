import { parse, parseFragment, type DefaultTreeAdapterTypes, type Token } from 'parse5'
import type { Attributes } from '../rules/attribute-value.ts'
import { createImageFinder } from './image-finder.ts'
import type { MarkupSink } from './markup-events.ts'
import { feedHtml, type HtmlHandle } from './tokenize.ts'

type Node = DefaultTreeAdapterTypes.Node
type Element = DefaultTreeAdapterTypes.Element

/**
 * Builds the tree that a browser without scripts builds, and sends it through a sink. Elements that a browser adds or
 * copies on its own have no place in the text; images among them are passed over.
 */
export function feedParsed(html: string, sink: MarkupSink<HtmlHandle>, isDocument: boolean): void {
  const settings = { sourceCodeLocationInfo: true, scriptingEnabled: false }
  const tree: Node = isDocument ? parse(html, settings) : parseFragment(html, settings)
  const seen = new Set<number>()
  const open: { readonly name: string; readonly children: readonly Node[]; next: number }[] = []
  const enter = (node: Node, name: string): void => {
    const held = 'content' in node ? node.content : node
    open.push({ name, children: 'childNodes' in held ? held.childNodes : [], next: 0 })
  }
  enter(tree, '')
  for (let parent = open.at(-1); parent; parent = open.at(-1)) {
    const node = parent.children[parent.next++]
    if (node === undefined) {
      open.pop()
      if (parent.name !== '') sink.close(parent.name)
    } else if (isText(node)) {
      sink.text(node.value)
    } else if ('tagName' in node) {
      const name = openElement(html, node, sink, seen)
      if (name !== undefined) enter(node, name)
    }
  }
}

function isText(node: Node): node is DefaultTreeAdapterTypes.TextNode {
  return node.nodeName === '#text'
}

function openElement(html: string, node: Element, sink: MarkupSink<HtmlHandle>, seen: Set<number>): string | undefined {
  const { tagName, sourceCodeLocation } = node
  const tag = sourceCodeLocation?.startTag ?? sourceCodeLocation
  const isImage = tagName === 'img'
  if (isImage && (!tag || seen.has(tag.startOffset))) return undefined
  if (isImage && tag) seen.add(tag.startOffset)
  const handle = isImage && tag ? tagAt(html, tag) : nowhere
  sink.open({
    name: isImage ? html.slice(handle.start + 1, handle.nameEnd).toLowerCase() : tagName,
    attributes: attributesOf(node),
    spread: false,
    selfClosing: false,
    handle
  })
  return tagName
}

const nowhere: HtmlHandle = { start: 0, end: 0, nameEnd: 0, attributes: new Map() }

/** parse5 knows where a tag stands, but not exactly where an attribute without a value ends (`alt=`). */
function tagAt(html: string, { startOffset, endOffset }: Token.Location): HtmlHandle {
  const finder = createImageFinder<HtmlHandle>({ document: false, emptyAlt: 'auto', components: [] })
  feedHtml(html.slice(startOffset, endOffset), finder, (handle) => handle)
  const { nameEnd, attributes } = finder.finish().images[0]?.handle ?? nowhere
  const moved = [...attributes].map(
    ([name, { start, end }]) => [name, { start: start + startOffset, end: end + startOffset }] as const
  )
  return { start: startOffset, end: endOffset, nameEnd: nameEnd + startOffset, attributes: new Map(moved) }
}

function attributesOf({ attrs }: Element): Attributes {
  return new Map(attrs.map(({ name, prefix, value }) => [prefix ? `${prefix}:${name}` : name, value]))
}
