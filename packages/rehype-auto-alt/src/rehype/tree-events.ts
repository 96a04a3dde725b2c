import type { Element, ElementContent, Root, RootContent } from 'hast'
import type { MdxJsxFlowElementHast, MdxJsxTextElementHast } from 'mdast-util-mdx-jsx'
import { find, html as htmlNames, svg as svgNames } from 'property-information'

import type { MarkupElement, MarkupSink } from '../html/markup-events.ts'
import { type HtmlHandle, feedHtml } from '../html/tokenize.ts'
import type { AttributeValue, Attributes } from '../rules/attribute-value.ts'
import type { EmptyAltBy } from '../rules/verdict.ts'

/** A node of a hast tree, with what MDX and Markdown add to it. */
export type TreeNode = Root | RootContent | ElementContent | MdxJsxFlowElementHast | MdxJsxTextElementHast | Raw

/** HTML that stands in a tree as text. */
export interface Raw {
  readonly type: 'raw'
  value: string
  readonly position?: Root['position']
}

/** Where an image was found in a tree. */
export type TreeHandle =
  | { readonly kind: 'element'; readonly node: Element }
  | { readonly kind: 'jsx'; readonly node: MdxJsxFlowElementHast | MdxJsxTextElementHast }
  | { readonly kind: 'raw'; readonly node: Raw; readonly tag: HtmlHandle }

/**
 * Tells a tree as markup events, so that the same finder understands it that reads HTML text: a link whose start
 * tag, image and end tag are three `raw` nodes is one link.
 *
 * @param source Text that the positions of the tree point into.
 * @param components Names of components that are images.
 */
export function feedTree(
  tree: Root,
  source: string,
  sink: MarkupSink<TreeHandle>,
  components: readonly string[]
): void {
  visit(tree, { source, sink, components: components.map((name) => name.toLowerCase()) })
}

interface Feeding {
  readonly source: string
  readonly sink: MarkupSink<TreeHandle>
  readonly components: readonly string[]
}

function visit(node: TreeNode, feeding: Feeding): void {
  const { components, sink, source } = feeding
  switch (node.type) {
    case 'root':
      return visitAll(node.children, feeding)
    case 'element':
      sink.open(fromElement(node, source))
      visitAll(node.content ? node.content.children : node.children, feeding)
      return sink.close(node.tagName)
    case 'mdxJsxFlowElement':
    case 'mdxJsxTextElement':
      sink.open(fromJsx(node))
      visitAll(node.children as TreeNode[], feeding)
      return sink.close(node.name ?? '')
    case 'text':
      return sink.text(node.value)
    case 'raw':
      feedHtml(node.value, sink, (tag): TreeHandle => ({ kind: 'raw', node, tag }), components)
      return
    default:
      // An expression shows something that only the run time knows: it counts as content.
      if ((node.type as string).endsWith('Expression')) sink.text('{…}')
  }
}

function visitAll(children: readonly TreeNode[], feeding: Feeding): void {
  for (const child of children) visit(child, feeding)
}

function fromElement(node: Element, source: string): MarkupElement<TreeHandle> {
  return {
    name: node.tagName,
    attributes: attributesOf(node),
    spread: false,
    selfClosing: false,
    emptyAltBy: emptyAltBy(node, source),
    handle: { kind: 'element', node }
  }
}

/** The source text tells Markdown's forced empty alternative from an author's deliberate one. */
function emptyAltBy({ position }: Element, source: string): EmptyAltBy {
  const start = position?.start.offset
  const first = start === undefined ? '' : source.charAt(start)
  if (first === '!') return 'markdown'
  return first === '<' ? 'author' : 'unplaced'
}

function attributesOf({ properties, tagName }: Element): Attributes {
  const attributes = new Map<string, AttributeValue>()
  const names = tagName === 'svg' ? svgNames : htmlNames
  for (const [property, value] of Object.entries(properties)) {
    if (value === null || value === undefined || value === false) continue
    const text = Array.isArray(value) ? value.join(property === 'srcSet' ? ', ' : ' ') : value
    attributes.set(find(names, property).attribute, text === true ? true : String(text))
  }
  return attributes
}

function fromJsx(node: MdxJsxFlowElementHast | MdxJsxTextElementHast): MarkupElement<TreeHandle> {
  const attributes = new Map<string, AttributeValue>()
  let spread = false
  for (const attribute of node.attributes) {
    if (attribute.type !== 'mdxJsxAttribute') spread = true
    else attributes.set(attribute.name.toLowerCase(), jsxValue(attribute.value))
  }
  return {
    name: node.name ?? '',
    attributes,
    spread,
    selfClosing: false,
    emptyAltBy: 'author',
    handle: { kind: 'jsx', node }
  }
}

type JsxValue = Extract<MdxJsxFlowElementHast['attributes'][number], { type: 'mdxJsxAttribute' }>['value']

function jsxValue(value: JsxValue): AttributeValue {
  if (value === null || value === undefined) return true
  if (typeof value === 'string') return value
  const [statement] = value.data?.estree?.body ?? []
  const expression = statement?.type === 'ExpressionStatement' ? statement.expression : undefined
  const isText = expression?.type === 'Literal' && typeof expression.value === 'string'
  return isText ? String(expression.value) : { expression: value.value }
}
