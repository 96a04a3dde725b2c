import type { MarkupSink } from '../html/markup-events.ts'
import { isControl, runTimeContent, shownContent } from './shown-content.ts'
import { expressionValue } from './expression-value.ts'
import { type JsxReading, jsxName, jsxTagAttributes } from './jsx-attributes.ts'
import { type LinkComponents, linkElement } from './link-components.ts'
import { isJsx, renderedParts } from './rendered-parts.ts'
import { type SyntaxNode, nodeIn, nodesIn, textIn, walk } from './syntax-node.ts'

/** Where JSX goes, and what it is read against. */
export interface JsxFeeding<Handle> {
  readonly sink: MarkupSink<Handle>
  readonly reading: JsxReading
  /** Components that are links. */
  readonly links: LinkComponents
  /** Tells code that can hold JSX from all other, which is not looked through. Default: all can. */
  readonly mayHoldJsx?: (code: SyntaxNode) => boolean
  /** Makes what the sink's owner wants back with an image. */
  readonly handleOf: (opening: SyntaxNode) => Handle
}

/** Sends all JSX that stands in a piece of code through a sink. What stands beside each other may be far apart. */
export function feedJsxIn<Handle>(code: SyntaxNode, feeding: JsxFeeding<Handle>): void {
  const { handleOf, sink } = feeding
  walk(code, (node) => {
    if (!isJsx(node)) return isWithoutJsx(node, feeding)
    const name = 'section'
    sink.open({ name, attributes: new Map(), spread: false, selfClosing: false, handle: handleOf(node) })
    feedJsx(node, feeding)
    sink.close(name)
    return true
  })
}

/** Sends an element, or something that stands in one, through a sink. */
export function feedJsx<Handle>(node: SyntaxNode, feeding: JsxFeeding<Handle>, inControl = false): void {
  const { reading, sink } = feeding
  switch (node.type) {
    case 'JSXElement':
      return feedElement(node, feeding, inControl)
    case 'JSXFragment':
      return feedAll(nodesIn(node, 'children'), feeding, inControl)
    case 'JSXText': {
      const text = textIn(node, 'value') ?? ''
      return sink.text(reading.decode ? reading.decode(text, false) : text)
    }
    case 'JSXExpressionContainer':
    case 'JSXSpreadChild': {
      const expression = nodeIn(node, 'expression')
      return expression && feedExpression(expression, feeding, inControl)
    }
    default:
  }
}

function feedAll<Handle>(
  nodes: readonly SyntaxNode[],
  feeding: JsxFeeding<Handle>,
  inControl: boolean
): void {
  for (const node of nodes) feedJsx(node, feeding, inControl)
}

/** Sends what an expression shows through a sink, and all JSX in it. */
export function feedExpression<Handle>(
  expression: SyntaxNode,
  feeding: JsxFeeding<Handle>,
  inControl = false
): void {
  const parts = renderedParts(expression)
  const show = (part: SyntaxNode): void => feeding.sink.text(shownContent(expressionValue(part)))
  if (isWithoutJsx(expression, feeding)) {
    for (const part of parts) show(part)
    return
  }
  const shown = new Set(parts.filter((part) => !isJsx(part)))
  walk(expression, (node) => {
    if (isJsx(node)) {
      feedJsx(node, feeding, inControl)
      return true
    }
    if (shown.delete(node)) show(node)
    return shown.size === 0 && isWithoutJsx(node, feeding)
  })
}

/** JSX that is handed to a function or component. */
function feedWithin<Handle>(code: SyntaxNode, feeding: JsxFeeding<Handle>, inControl: boolean): void {
  walk(code, (node) => {
    if (!isJsx(node)) return isWithoutJsx(node, feeding)
    feedJsx(node, feeding, inControl)
    return true
  })
}

function isWithoutJsx<Handle>(code: SyntaxNode, { mayHoldJsx }: JsxFeeding<Handle>): boolean {
  return mayHoldJsx !== undefined && !mayHoldJsx(code)
}

const contentAttributes = [
  'children',
  'dangerouslysetinnerhtml',
  'innerhtml',
  'set:html',
  'set:text'
] as const

function feedElement<Handle>(node: SyntaxNode, feeding: JsxFeeding<Handle>, inControl: boolean): void {
  const { handleOf, links, reading, sink } = feeding
  const opening = nodeIn(node, 'openingElement')
  const written = jsxName(nodeIn(opening, 'name'))
  if (!opening || written === undefined) return
  const list = jsxTagAttributes(opening, reading)
  const { attributes, name } = linkElement(written, list.attributes, links)
  const control = inControl || isControl(name, attributes)
  sink.open({ name, attributes, spread: list.spread, selfClosing: false, handle: handleOf(opening) })
  const children = nodesIn(node, 'children')
  const isOpaque = control && children.length === 0 && /[A-Z]|^slot$/u.test(name)
  const isFilled = contentAttributes.some((attribute) => attributes.has(attribute))
  if (isOpaque || isFilled || (control && !inControl && list.spread)) sink.text(runTimeContent)
  for (const attribute of nodesIn(opening, 'attributes')) {
    if (!isText(attribute)) feedWithin(attribute, feeding, control)
  }
  feedAll(children, feeding, control)
  sink.close(name)
}

/** True for an attribute that is written as text, or without a value. */
function isText(attribute: SyntaxNode): boolean {
  const value = nodeIn(attribute, 'value')
  return attribute.type === 'JSXAttribute' && (!value || textIn(value, 'value') !== undefined)
}
