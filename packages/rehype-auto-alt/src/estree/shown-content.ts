import type { Attributes } from '../rules/attribute-value.ts'
import { roleOf } from '../rules/verdict/role.ts'
import { runTimeContent } from '../rules/run-time-content.ts'
import type { ExpressionValue } from './expression-value.ts'

export { runTimeContent }

/** The text that an expression shows where text may stand. */
export function shownContent(read: ExpressionValue): string {
  if (read.kind === 'unknown') return runTimeContent
  if (read.kind === 'nothing') return ''
  const { value } = read
  return value === null || value === undefined || typeof value === 'boolean' ? '' : String(value)
}

/** True for elements that are named by what stands in them. */
export function isControl(name: string, attributes: Attributes): boolean {
  return name === 'a' || name === 'button' || name === 'summary' || roleOf(attributes) !== undefined
}
