import type { AttributeValue } from '../rules/attribute-value.ts'
import { type ExpressionValue, expressionValue, withoutWrapping } from './expression-value.ts'
import { type ModuleFacts, pictureAddress } from './module-facts.ts'
import { type SyntaxNode, extentOf, nodeIn, nodesIn, textIn } from './syntax-node.ts'

/** What an expression is read against. */
export interface Reading {
  /** The text that the offsets of its nodes point into. */
  readonly text: string
  readonly module: ModuleFacts
}

/**
 * What HTML would have where an attribute is an expression: what its text tells, else the expression.
 * `undefined` where nothing would be there.
 *
 * @param name Lower case.
 */
export function expressionAttribute(
  name: string,
  node: SyntaxNode,
  { module, text }: Reading
): AttributeValue | undefined {
  if (name === 'style') return styleText(node) ?? written(node, text)
  const read = expressionValue(node)
  if (read.kind === 'literal') return plainAttribute(name, read)
  return pictureAddress(node, module) ?? written(node, text)
}

/** A value that is known, as HTML would have it: `undefined` where it leaves the attribute out. */
export function plainAttribute(
  name: string,
  { value }: Extract<ExpressionValue, { kind: 'literal' }>
): AttributeValue | undefined {
  if (value === null || value === undefined) return undefined
  if (typeof value === 'boolean' && !name.startsWith('aria-')) return value || undefined
  return String(value)
}

function written(node: SyntaxNode, text: string): AttributeValue {
  const { end, start } = extentOf(node)
  return { expression: text.slice(start, end) }
}

/** CSS of an object of styles, as far as its text tells it. */
function styleText(written: SyntaxNode): string | undefined {
  const node = withoutWrapping(written)
  const read = expressionValue(node)
  if (read.kind === 'literal') return typeof read.value === 'string' ? read.value : undefined
  if (node.type !== 'ObjectExpression') return undefined
  const declarations = plainProperties(node).flatMap(({ name, value }) => {
    const known = expressionValue(value)
    if (known.kind !== 'literal' || typeof known.value === 'boolean') return []
    const property = name.replace(/[A-Z]/gu, (letter) => `-${letter.toLowerCase()}`)
    return [`${property}:${String(known.value)}${typeof known.value === 'number' ? 'px' : ''}`]
  })
  return declarations.join(';')
}

/** A property of an object whose name its text tells. */
export interface PlainProperty {
  readonly name: string
  readonly value: SyntaxNode
}

/** The properties of an object literal whose names are plain. */
export function plainProperties(object: SyntaxNode): readonly PlainProperty[] {
  return nodesIn(object, 'properties').flatMap((property) => {
    const key = nodeIn(property, 'key')
    const value = property.type === 'ObjectMethod' ? property : nodeIn(property, 'value')
    const name = textIn(key, 'value') ?? (property['computed'] === true ? undefined : textIn(key, 'name'))
    return name === undefined || !value ? [] : [{ name, value }]
  })
}

/** True for an object literal all of whose properties have plain names. */
export function isPlainObject(node: SyntaxNode): boolean {
  return (
    node.type === 'ObjectExpression' && plainProperties(node).length === nodesIn(node, 'properties').length
  )
}
