import type { Reading } from '../../estree/expression-attribute.ts'
import type { ModuleFacts } from '../../estree/module-facts.ts'
import { type SyntaxNode, isNode } from '../../estree/syntax-node.ts'

/** An expression of a template, with what it is read against. */
export interface VueExpression {
  readonly node: SyntaxNode
  readonly reading: Reading
}

/** Reads the expressions of a template. */
export interface VueExpressions {
  /** `undefined` for what is no expression, which stays something that the run time knows. */
  read(text: string): VueExpression | undefined
}

/** @param module What the component's script says about names. */
export async function createVueExpressions(module: ModuleFacts): Promise<VueExpressions> {
  const { parseExpression } = await import('@babel/parser')
  return {
    read(text) {
      try {
        const node: unknown = parseExpression(text, { plugins: ['typescript'] })
        return isNode(node) ? { node, reading: { text, module } } : undefined
      } catch {
        return undefined
      }
    }
  }
}
