import { withoutWrapping } from './expression-value.ts'
import { type SyntaxNode, nodeIn, nodesIn, textIn, walk } from './syntax-node.ts'

/**
 * The parts of an expression that may show where it stands: both branches of a choice, what comes after `&&`, what the
 * function given to `map` returns.
 */
export function renderedParts(written: SyntaxNode): readonly SyntaxNode[] {
  const node = withoutWrapping(written)
  switch (node.type) {
    case 'ConditionalExpression':
      return [...partsIn(node, 'consequent'), ...partsIn(node, 'alternate')]
    case 'LogicalExpression':
      return textIn(node, 'operator') === '&&'
        ? partsIn(node, 'right')
        : [...partsIn(node, 'left'), ...partsIn(node, 'right')]
    case 'ArrayExpression':
      return nodesIn(node, 'elements').flatMap(renderedParts)
    case 'ArrowFunctionExpression':
    case 'FunctionExpression':
      return returnedParts(node)
    case 'CallExpression':
    case 'OptionalCallExpression': {
      const method = textIn(nodeIn(nodeIn(node, 'callee'), 'property'), 'name')
      const [callback] = nodesIn(node, 'arguments')
      return (method === 'map' || method === 'flatMap') && callback && isFunction(callback)
        ? returnedParts(callback)
        : [node]
    }
    default:
      return [node]
  }
}

function partsIn(node: SyntaxNode, field: string): readonly SyntaxNode[] {
  const inner = nodeIn(node, field)
  return inner ? renderedParts(inner) : []
}

function returnedParts(node: SyntaxNode): readonly SyntaxNode[] {
  const body = nodeIn(node, 'body')
  if (!body) return []
  if (body.type !== 'BlockStatement') return renderedParts(body)
  const parts: SyntaxNode[] = []
  walk(body, (inner) => {
    if (isFunction(inner)) return true
    if (inner.type !== 'ReturnStatement') return false
    parts.push(...partsIn(inner, 'argument'))
    return true
  })
  return parts
}

function isFunction({ type }: SyntaxNode): boolean {
  return type === 'ArrowFunctionExpression' || type === 'FunctionExpression' || type === 'FunctionDeclaration'
}

/** True for an element or fragment of JSX. */
export function isJsx({ type }: SyntaxNode): boolean {
  return type === 'JSXElement' || type === 'JSXFragment'
}
