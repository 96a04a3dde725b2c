import type { Program } from './jsx-element.ts'

/** What an expression comes to, as far as its text tells. */
export type ExpressionValue =
  | { readonly kind: 'literal'; readonly value: string | number | bigint | boolean | null }
  /** A comment. */
  | { readonly kind: 'nothing' }
  | { readonly kind: 'unknown' }

/** Reads literals, and templates without anything to fill in. */
export function expressionValue(program: Program): ExpressionValue {
  if (program?.body.length === 0) return { kind: 'nothing' }
  const [statement] = program?.body ?? []
  const expression = statement?.type === 'ExpressionStatement' ? statement.expression : undefined
  if (expression?.type === 'TemplateLiteral' && expression.expressions.length === 0) {
    return { kind: 'literal', value: expression.quasis[0]?.value.cooked ?? '' }
  }
  if (
    expression?.type !== 'Literal' ||
    expression.value === undefined ||
    expression.value instanceof RegExp
  ) {
    return { kind: 'unknown' }
  }
  return { kind: 'literal', value: expression.value }
}
