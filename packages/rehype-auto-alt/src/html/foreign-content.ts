import type { Attributes } from '../rules/attribute-value.ts'
import { attributeText } from '../rules/attribute-value.ts'
import { ENDS_FOREIGN, HOLDS_HTML, SCOPE, SPECIAL, kindOf } from './element-kinds.ts'
import type { OpenElement, OpenElements, Space } from './open-elements.ts'

/** True where a tag that opens now belongs to the SVG or MathML around it. */
export function isInForeign<Around>(stack: OpenElements<Around>): boolean {
  const current = stack.current
  return current !== undefined && current.space !== 'html' && !current.holdsHtml
}

/**
 * The language of an element that opens now, after ending SVG and MathML where the tag is one that ends them.
 *
 * @param name Lower case.
 */
export function spaceOf<Around>(stack: OpenElements<Around>, name: string, attributes: Attributes): Space {
  if (isInForeign(stack)) {
    if (!endsForeign(name, attributes)) {
      const current = stack.current!
      return current.name === 'annotation-xml' && name === 'svg' ? 'svg' : current.space
    }
    leaveForeign(stack)
  } else if (stack.current?.space === 'math' && (name === 'mglyph' || name === 'malignmark')) {
    if (stack.current.name !== 'annotation-xml') return 'math'
  }
  return name === 'svg' ? 'svg' : name === 'math' ? 'math' : 'html'
}

/** What kind of element a name means in SVG, MathML or HTML, as bits. */
export function kindIn(space: Space, name: string): number {
  if (space === 'html') return kindOf(name)
  return mayHoldHtml(space, name) ? SCOPE | SPECIAL : 0
}

/** True for elements of SVG and MathML in which HTML stands. */
export function holdsHtml(space: Space, name: string, attributes: Attributes): boolean {
  if (!mayHoldHtml(space, name)) return false
  if (name !== 'annotation-xml') return true
  const encoding = attributeText(attributes.get('encoding'))?.toLowerCase()
  return encoding === 'text/html' || encoding === 'application/xhtml+xml'
}

function mayHoldHtml(space: Space, name: string): boolean {
  if (space === 'html' || (kindOf(name) & HOLDS_HTML) === 0) return false
  const isSvg = name === 'foreignobject' || name === 'desc' || name === 'title'
  return isSvg === (space === 'svg')
}

/**
 * Handles an end tag that comes while SVG or MathML is open.
 *
 * @returns False when the tag is for the HTML around it.
 */
export function endForeign<Around>(stack: OpenElements<Around>, name: string): boolean {
  if (name === 'p' || name === 'br') {
    leaveForeign(stack)
    return false
  }
  for (let index = stack.size - 1; index >= 0; index--) {
    const entry: OpenElement<Around> = stack.at(index)!
    if (entry.space === 'html') return false
    if (entry.name === name) {
      stack.endFrom(index)
      return true
    }
  }
  return false
}

function leaveForeign<Around>(stack: OpenElements<Around>): void {
  while (isInForeign(stack)) stack.endCurrent()
}

function endsForeign(name: string, attributes: Attributes): boolean {
  if (name === 'font') return attributes.has('color') || attributes.has('face') || attributes.has('size')
  return (kindOf(name) & ENDS_FOREIGN) !== 0
}

const silentParts: ReadonlySet<string> = new Set(['desc', 'metadata', 'script', 'style'])

/** True for parts of SVG and MathML whose text nobody sees. */
export function isSilent({ name, space }: OpenElement<unknown>): boolean {
  return space !== 'html' && silentParts.has(name)
}
