import { parse, parseFragment, type DefaultTreeAdapterTypes, type Token } from 'parse5'
import type { Attributes } from '../rules/attribute-value.ts'
import type { MarkupSink } from './markup-events.ts'
import { feedHtml, type HtmlHandle } from './tokenize.ts'

type Node = DefaultTreeAdapterTypes.Node
type Element = DefaultTreeAdapterTypes.Element

/**
 * Builds the tree that a browser without scripts builds, and sends it through a sink. Images come in the order of the
 * tree, which is not always that of the text.
 */
export function feedParsed(html: string, sink: MarkupSink<HtmlHandle>, isDocument: boolean): void {
  const settings = { sourceCodeLocationInfo: true, scriptingEnabled: false }
  const tree: Node = isDocument ? parse(html, settings) : parseFragment(html, settings)
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
      openElement(html, node, sink)
      enter(node, node.tagName)
    }
  }
}

function isText(node: Node): node is DefaultTreeAdapterTypes.TextNode {
  return node.nodeName === '#text'
}

function openElement(html: string, node: Element, sink: MarkupSink<HtmlHandle>): void {
  const { tagName, sourceCodeLocation } = node
  const tag = sourceCodeLocation?.startTag ?? sourceCodeLocation
  const isRenamed =
    tagName === 'img' && tag && /^<image/iu.test(html.slice(tag.startOffset, tag.startOffset + 6))
  sink.open({
    name: isRenamed ? 'image' : tagName,
    attributes: attributesOf(node),
    spread: false,
    selfClosing: false,
    get handle() {
      return tag ? tagAt(html, tag) : nowhere
    }
  })
}

const nowhere: HtmlHandle = { start: 0, end: 0, nameEnd: 0, attributes: new Map() }

/** Reads a tag anew: parse5 does not say exactly where an attribute without a value ends (`alt=>`). */
function tagAt(html: string, { startOffset, endOffset }: Token.Location): HtmlHandle {
  let read = nowhere
  const sink: MarkupSink<HtmlHandle> = {
    open({ handle }) {
      read = handle
    },
    close() {},
    text() {},
    isForeign: () => true,
    doubt() {},
    isSettled: () => false
  }
  feedHtml(html.slice(startOffset, endOffset), sink, (handle) => handle)
  const moved = [...read.attributes].map(
    ([name, { start, end }]) => [name, { start: start + startOffset, end: end + startOffset }] as const
  )
  return {
    start: startOffset,
    end: endOffset,
    nameEnd: read.nameEnd + startOffset,
    attributes: new Map(moved)
  }
}

function attributesOf({ attrs }: Element): Attributes {
  return new Map(attrs.map(({ name, prefix, value }) => [prefix ? `${prefix}:${name}` : name, value]))
}
