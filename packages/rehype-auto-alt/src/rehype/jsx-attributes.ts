import type { AttributeValue, Attributes } from '../rules/attribute-value.ts'
import type { JsxAttribute, JsxElement } from './jsx-element.ts'
import { expressionValue } from './jsx-expression.ts'

/** Attributes of JSX, with HTML's names, and whether a spread may bring more. */
export function jsxAttributes({ attributes: written }: JsxElement): {
  attributes: Attributes
  spread: boolean
} {
  const attributes = new Map<string, AttributeValue>()
  let spread = false
  for (const attribute of written) {
    if (attribute.type !== 'mdxJsxAttribute') {
      spread = true
      continue
    }
    const name = attribute.name.toLowerCase()
    const value = valueOf(attribute, name)
    if (value === undefined) attributes.delete(name)
    else attributes.set(name, value)
  }
  return { attributes, spread }
}

/** What HTML would have in this place: a literal as its text, `undefined` where JSX leaves the attribute out. */
function valueOf({ value }: JsxAttribute, name: string): AttributeValue | undefined {
  if (value === null || value === undefined) return true
  if (typeof value === 'string') return value
  const read = expressionValue(value.data?.estree)
  if (read.kind !== 'literal') return { expression: value.value }
  if (read.value === null) return undefined
  if (typeof read.value === 'boolean' && !name.startsWith('aria-')) return read.value || undefined
  return String(read.value)
}

/** Sets an attribute; a new one comes last. */
export function setJsxAttribute(node: JsxElement, name: string, value: string): void {
  const existing = node.attributes.findLast((attribute) => isNamed(attribute, name))
  if (existing) existing.value = value
  else node.attributes.push({ type: 'mdxJsxAttribute', name, value })
}

/** Takes an attribute away. */
export function removeJsxAttribute(node: JsxElement, name: string): void {
  if (!node.attributes.some((attribute) => isNamed(attribute, name))) return
  node.attributes = node.attributes.filter((attribute) => !isNamed(attribute, name))
}

function isNamed(attribute: JsxElement['attributes'][number], name: string): boolean {
  return attribute.type === 'mdxJsxAttribute' && attribute.name === name
}
