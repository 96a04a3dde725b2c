import type { Element, Root } from 'hast'
import { find, html as htmlNames, svg as svgNames } from 'property-information'

import type { MarkupElement, MarkupSink } from '../html/markup-events.ts'
import { type HtmlHandle, feedHtml } from '../html/tokenize.ts'
import type { AttributeValue, Attributes } from '../rules/attribute-value.ts'
import type { EmptyAltBy } from '../rules/verdict.ts'
import { jsxAttributes } from './jsx-attributes.ts'
import type { JsxElement, Program } from './jsx-element.ts'
import { expressionValue } from './jsx-expression.ts'
import { type Raw, type TreeNode, childrenOf } from './tree-nodes.ts'

/** Where an image was found in a tree. */
export type TreeHandle =
  | { readonly kind: 'element'; readonly node: Element }
  | { readonly kind: 'jsx'; readonly node: JsxElement }
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
  visit(tree, { source, sink, components })
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
      return visitAll(node, feeding)
    case 'element':
      sink.open(fromElement(node, source))
      visitAll(node, feeding)
      return sink.close(node.tagName)
    case 'mdxJsxFlowElement':
    case 'mdxJsxTextElement':
      sink.open(fromJsx(node))
      visitAll(node, feeding)
      return sink.close(node.name ?? '')
    case 'text':
      return sink.text(node.value)
    case 'raw':
      return feedHtml(node.value, sink, (tag): TreeHandle => ({ kind: 'raw', node, tag }), { components })
    case 'mdxFlowExpression':
    case 'mdxTextExpression':
      return sink.text(shownBy(node.data?.estree))
    default:
  }
}

/** What only the run time knows counts as content. */
function shownBy(program: Program): string {
  const read = expressionValue(program)
  if (read.kind === 'unknown') return '{…}'
  const isShown = read.kind === 'literal' && read.value !== null && typeof read.value !== 'boolean'
  return isShown ? String(read.value) : ''
}

function visitAll(parent: TreeNode, feeding: Feeding): void {
  for (const child of childrenOf(parent)) visit(child, feeding)
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
  if (start === undefined) return 'unplaced'
  if (source.startsWith('![', start)) return 'markdown'
  return source.startsWith('<', start) ? 'author' : 'unplaced'
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

function fromJsx(node: JsxElement): MarkupElement<TreeHandle> {
  return {
    name: node.name ?? '',
    ...jsxAttributes(node),
    selfClosing: false,
    emptyAltBy: 'author',
    handle: { kind: 'jsx', node }
  }
}
