import { attributeText, type Attributes, type AttributeValue } from '../attribute-value.ts'
import { inlineStyle } from './inline-style.ts'

const htmlLength = /^\s*\+?(\d+(?:\.\d+)?)(?![\d.]*\s*%)/u
const cssLength = /^\+?(\d+(?:\.\d+)?|\.\d+)(?:px)?$/u

/**
 * True for an image that is declared zero or one pixel wide or high, by attribute or inline style: a tracking
 * pixel or a spacer. Percentages and other units say nothing.
 */
export function isTiny(attributes: Attributes): boolean {
  if (isTinyLength(attributes.get('width'), htmlLength)) return true
  if (isTinyLength(attributes.get('height'), htmlLength)) return true
  const style = attributeText(attributes.get('style'))
  if (!style || !/width|height/iu.test(style)) return false
  const declared = inlineStyle(style)
  return isTinyLength(declared.get('width'), cssLength) || isTinyLength(declared.get('height'), cssLength)
}

function isTinyLength(value: AttributeValue | undefined, form: RegExp): boolean {
  const pixels = form.exec(attributeText(value) ?? '')?.[1]
  return pixels !== undefined && Number(pixels) <= 1
}
