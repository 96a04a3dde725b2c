import { isBlank } from '../rules/blank.ts'
import { type SyntaxNode, isNode, nodeIn, nodesIn, textIn } from './syntax-node.ts'

/** What an expression can come to that its text alone tells. */
export type PlainValue = string | number | bigint | boolean | null | undefined

/** What an expression comes to, as far as its text tells. */
export type ExpressionValue =
  | { readonly kind: 'literal'; readonly value: PlainValue }
  /** A comment. */
  | { readonly kind: 'nothing' }
  | { readonly kind: 'unknown' }

const unknown: ExpressionValue = { kind: 'unknown' }

/** The expression that a program consists of, as MDX has them; `undefined` for a comment. */
export function expressionIn(program: unknown): SyntaxNode | undefined {
  const [statement] = isNode(program) ? nodesIn(program, 'body') : []
  return statement?.type === 'ExpressionStatement' ? nodeIn(statement, 'expression') : undefined
}

/**
 * Reads literals, templates and sums of them, and choices all of whose branches come to the same.
 *
 * Branches that show nothing count as the same: `''` where one of them says so.
 */
export function expressionValue(written: SyntaxNode): ExpressionValue {
  const node = withoutWrapping(written)
  switch (node.type) {
    case 'JSXEmptyExpression':
      return { kind: 'nothing' }
    case 'Literal':
    case 'StringLiteral':
    case 'NumericLiteral':
    case 'BooleanLiteral':
      return literalValue(node)
    case 'NullLiteral':
      return literal(null)
    case 'BigIntLiteral':
      return literal(BigInt(textIn(node, 'value') ?? ''))
    case 'TemplateLiteral':
      return templateValue(node)
    case 'Identifier':
      return textIn(node, 'name') === 'undefined' ? literal(undefined) : unknown
    case 'UnaryExpression':
      return textIn(node, 'operator') === 'void' ? literal(undefined) : unknown
    case 'ConditionalExpression':
      return either(valueIn(node, 'consequent'), valueIn(node, 'alternate'))
    case 'LogicalExpression':
      return logicalValue(node)
    case 'BinaryExpression':
      return sum(node)
    default:
      return unknown
  }
}

const wrappings: ReadonlySet<string> = new Set([
  'ChainExpression',
  'ParenthesizedExpression',
  'TSAsExpression',
  'TSNonNullExpression',
  'TSSatisfiesExpression',
  'TSTypeAssertion',
  'TypeCastExpression'
])

/** The expression in brackets and type assertions. */
export function withoutWrapping(node: SyntaxNode): SyntaxNode {
  let inner = node
  while (wrappings.has(inner.type)) {
    const next = nodeIn(inner, 'expression')
    if (!next) break
    inner = next
  }
  return inner
}

function literal(value: PlainValue): ExpressionValue {
  return { kind: 'literal', value }
}

function valueIn(node: SyntaxNode, field: string): ExpressionValue {
  const inner = nodeIn(node, field)
  return inner ? expressionValue(inner) : unknown
}

function literalValue({ regex, value }: SyntaxNode): ExpressionValue {
  if (regex !== undefined && regex !== null) return unknown
  switch (typeof value) {
    case 'string':
    case 'number':
    case 'bigint':
    case 'boolean':
      return literal(value)
    default:
      return value === null ? literal(null) : unknown
  }
}

function templateValue(node: SyntaxNode): ExpressionValue {
  const holes = nodesIn(node, 'expressions').map(expressionValue)
  let text = ''
  for (const [index, quasi] of nodesIn(node, 'quasis').entries()) {
    const { value } = quasi
    const cooked = typeof value === 'object' && value !== null && 'cooked' in value ? value.cooked : undefined
    if (typeof cooked !== 'string') return unknown
    text += cooked
    const hole = holes[index]
    if (hole && hole.kind !== 'literal') return unknown
    if (hole) text += String(hole.value)
  }
  return literal(text)
}

function either(one: ExpressionValue, other: ExpressionValue): ExpressionValue {
  if (one.kind !== 'literal' || other.kind !== 'literal') return unknown
  if (one.value === other.value) return one
  if (!isNothing(one.value) || !isNothing(other.value)) return unknown
  return typeof one.value === 'string' ? one : other
}

function isNothing(value: PlainValue): boolean {
  return (
    value === null || value === undefined || value === false || (typeof value === 'string' && isBlank(value))
  )
}

function logicalValue(node: SyntaxNode): ExpressionValue {
  const operator = textIn(node, 'operator')
  const left = valueIn(node, 'left')
  const right = valueIn(node, 'right')
  if (left.kind !== 'literal') {
    // What stands left of `&&` shows only when it comes to nothing.
    return operator === '&&' && right.kind === 'literal' && isNothing(right.value) ? right : unknown
  }
  const isRight =
    operator === '??'
      ? left.value === null || left.value === undefined
      : operator === '&&'
        ? Boolean(left.value)
        : !left.value
  return isRight ? right : left
}

/** Sums of texts only. A loop, since sums of many lines nest as deep. */
function sum(node: SyntaxNode): ExpressionValue {
  const parts: string[] = []
  let rest: SyntaxNode = node
  while (rest.type === 'BinaryExpression') {
    const right = valueIn(rest, 'right')
    const left = nodeIn(rest, 'left')
    if (textIn(rest, 'operator') !== '+' || right.kind !== 'literal' || typeof right.value !== 'string')
      return unknown
    if (!left) return unknown
    parts.unshift(right.value)
    rest = withoutWrapping(left)
  }
  const first = expressionValue(rest)
  return first.kind === 'literal' && typeof first.value === 'string'
    ? literal(first.value + parts.join(''))
    : unknown
}
