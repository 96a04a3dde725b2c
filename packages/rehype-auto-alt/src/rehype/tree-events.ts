import type { Element, Root } from 'hast'
import { find, html as htmlNames, svg as svgNames } from 'property-information'

import type { MarkupElement, MarkupSink } from '../html/markup-events.ts'
import { type FeedSettings, type HtmlHandle, feedHtml } from '../html/tokenize.ts'
import { expressionIn } from '../estree/expression-value.ts'
import { type JsxFeeding, feedExpression, feedJsxIn } from '../estree/feed-jsx.ts'
import { importedLinks } from '../estree/known-components.ts'
import { linkElement } from '../estree/link-components.ts'
import { type SyntaxNode, isNode } from '../estree/syntax-node.ts'
import type { AttributeValue, Attributes } from '../rules/attribute-value.ts'
import type { EmptyAltBy } from '../rules/verdict/verdict.ts'
import { jsxAttributes } from './jsx-attributes.ts'
import type { JsxElement } from './jsx-element.ts'
import { moduleOfTree } from './module-of-tree.ts'
import { type Expression, type Raw, type TreeNode, childrenOf } from './tree-nodes.ts'

/** Where an image was found in a tree. */
export type TreeHandle =
  | { readonly kind: 'element'; readonly node: Element }
  | { readonly kind: 'jsx'; readonly node: JsxElement }
  /** A start tag of JSX that stands in an expression or in a module's code. */
  | { readonly kind: 'estree'; readonly node: SyntaxNode }
  | { readonly kind: 'raw'; readonly node: Raw; readonly tag: HtmlHandle }

/**
 * Tells a tree as markup events, so that the same finder understands it that reads HTML text: a link whose start
 * tag, image and end tag are three `raw` nodes is one link.
 *
 * @param source Text that the positions of the tree point into.
 * @param settings How to read the HTML in it.
 */
export function feedTree(
  tree: Root,
  source: string,
  sink: MarkupSink<TreeHandle>,
  settings: FeedSettings
): void {
  const module = moduleOfTree(tree)
  const links = new Set(importedLinks(module))
  const handleOf = (node: SyntaxNode): TreeHandle => ({ kind: 'estree', node })
  visit(tree, { source, sink, settings, jsx: { sink, reading: { text: source, module }, links, handleOf } })
}

interface Feeding {
  readonly source: string
  readonly sink: MarkupSink<TreeHandle>
  readonly settings: FeedSettings
  readonly jsx: JsxFeeding<TreeHandle>
}

function visit(node: TreeNode, feeding: Feeding): void {
  const { jsx, settings, sink, source } = feeding
  switch (node.type) {
    case 'root':
      return visitAll(node, feeding)
    case 'element':
      sink.open(fromElement(node, source))
      visitAll(node, feeding)
      return sink.close(node.tagName)
    case 'mdxJsxFlowElement':
    case 'mdxJsxTextElement':
      return visitJsx(node, feeding)
    case 'text':
      return sink.text(node.value)
    case 'raw':
      return feedHtml(node.value, sink, (tag): TreeHandle => ({ kind: 'raw', node, tag }), settings)
    case 'mdxFlowExpression':
    case 'mdxTextExpression':
      return visitExpression(node, jsx)
    case 'mdxjsEsm':
      return feedCode(node, jsx)
    default:
  }
}

function visitExpression({ data }: Expression, jsx: JsxFeeding<TreeHandle>): void {
  const expression = expressionIn(data?.estree)
  if (expression) feedExpression(expression, jsx)
}

function feedCode({ data }: Expression, jsx: JsxFeeding<TreeHandle>): void {
  const program: unknown = data?.estree
  if (isNode(program)) feedJsxIn(program, jsx)
}

function visitJsx(node: JsxElement, feeding: Feeding): void {
  const { links, reading } = feeding.jsx
  const { attributes: written, spread } = jsxAttributes(node, reading.module)
  const { attributes, name } = linkElement(node.name ?? '', written, links)
  const handle: TreeHandle = { kind: 'jsx', node }
  feeding.sink.open({ name, attributes, spread, selfClosing: false, emptyAltBy: 'author', handle })
  visitAll(node, feeding)
  feeding.sink.close(name)
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

/** Attributes of an element, with HTML's names. */
export function attributesOf({ properties, tagName }: Element): Attributes {
  const attributes = new Map<string, AttributeValue>()
  const names = tagName === 'svg' ? svgNames : htmlNames
  for (const [property, value] of Object.entries(properties)) {
    if (value === null || value === undefined || value === false) continue
    const text = Array.isArray(value) ? value.join(property === 'srcSet' ? ', ' : ' ') : value
    attributes.set(find(names, property).attribute, text === true ? true : String(text))
  }
  return attributes
}
