/**
 * A node of a syntax tree in the shape of ESTree or Babel's of it, whichever parser made it: Babel, oxc (Astro), acorn
 * (MDX, Svelte). Their trees differ in details (Babel has a type for each kind of literal, method and optional chain),
 * so each field is looked at before it is used.
 */
export interface SyntaxNode {
  readonly type: string
  readonly [field: string]: unknown
}

/** A piece of the text that was parsed, by offsets in UTF-16 code units. */
export interface Extent {
  readonly start: number
  readonly end: number
}

/** Tells a node from everything else that stands in a tree. */
export function isNode(value: unknown): value is SyntaxNode {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string'
}

/** What stands in a field of a value that may be anything. */
export function fieldOf(value: unknown, field: string): unknown {
  return typeof value === 'object' && value !== null ? (Reflect.get(value, field) as unknown) : undefined
}

/** The node in a field; `undefined` where there is none. */
export function nodeIn(parent: SyntaxNode | undefined, field: string): SyntaxNode | undefined {
  const value = parent?.[field]
  return isNode(value) ? value : undefined
}

/** The nodes of a field that holds a list, without gaps. */
export function nodesIn(parent: SyntaxNode | undefined, field: string): readonly SyntaxNode[] {
  const value = parent?.[field]
  return Array.isArray(value) ? value.filter(isNode) : []
}

/** The text in a field; `undefined` where there is none. */
export function textIn(parent: SyntaxNode | undefined, field: string): string | undefined {
  const value = parent?.[field]
  return typeof value === 'string' ? value : undefined
}

/** Where a node stands in the text. */
export function extentOf({ end, start }: SyntaxNode): Extent {
  return { start: typeof start === 'number' ? start : 0, end: typeof end === 'number' ? end : 0 }
}

/** The nodes that stand directly in a node, field by field. */
export function childNodes(parent: SyntaxNode): readonly SyntaxNode[] {
  const children: SyntaxNode[] = []
  for (const value of Object.values(parent)) pushNodes(value, children)
  return children
}

/**
 * Visits a node and everything in it, in order. Trees of generated code are deeper than the call stack.
 *
 * @param visit Returns true where it took care of what stands in the node.
 */
export function walk(root: SyntaxNode, visit: (node: SyntaxNode) => boolean): void {
  const waiting = [root]
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (visit(node)) continue
    const first = waiting.length
    for (const value of Object.values(node)) pushNodes(value, waiting)
    reverseFrom(waiting, first)
  }
}

function pushNodes(value: unknown, list: SyntaxNode[]): void {
  if (typeof value !== 'object' || value === null) return
  if (Array.isArray(value)) {
    for (const entry of value) if (isNode(entry)) list.push(entry)
  } else if (isNode(value)) list.push(value)
}

function reverseFrom(list: SyntaxNode[], start: number): void {
  for (let low = start, high = list.length - 1; low < high; low++, high--) {
    const node = list[low]!
    list[low] = list[high]!
    list[high] = node
  }
}
