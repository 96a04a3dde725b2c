import type { Attributes } from '../rules/attribute-value.ts'
import { attributeText } from '../rules/attribute-value.ts'
import { ENDS_FOREIGN, HOLDS_HTML, kindOf } from './element-kinds.ts'
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

/** True for elements of SVG and MathML in which HTML may stand. */
export function holdsHtml(space: Space, name: string, attributes: Attributes): boolean {
  if (space === 'html' || (kindOf(name) & HOLDS_HTML) === 0) return false
  const isSvg = name === 'foreignobject' || name === 'desc' || name === 'title'
  if (space === 'svg') return isSvg
  if (name !== 'annotation-xml') return !isSvg
  const encoding = attributeText(attributes.get('encoding'))?.toLowerCase()
  return encoding === 'text/html' || encoding === 'application/xhtml+xml'
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
  while (isInForeign(stack)) stack.endFrom(stack.size - 1)
}

function endsForeign(name: string, attributes: Attributes): boolean {
  if (name === 'font') return attributes.has('color') || attributes.has('face') || attributes.has('size')
  return (kindOf(name) & ENDS_FOREIGN) !== 0
}
