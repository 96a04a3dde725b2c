import { type DefaultTreeAdapterTypes, parse, parseFragment, serialize } from 'parse5'

import { isDocument } from '../is-document.ts'
import type { Patch } from '../patch.ts'
import { spliceTags } from '../splice.ts'

type Parent = DefaultTreeAdapterTypes.ParentNode

/** Whether a browser makes the same tree of a page with long descriptions in it, but for these. */
export function keepsTheRest(html: string, patches: readonly Patch[]): boolean {
  const whole = isDocument(html)
  const before = treeOf(html, whole)
  const after = treeOf(spliceTags(html, [], patches), whole)
  return before.text === after.text && after.described === before.described + patches.length
}

/** The tree of a page as text, without the long descriptions that it holds, and their number. */
function treeOf(html: string, whole: boolean): { readonly text: string; readonly described: number } {
  const settings = { scriptingEnabled: false }
  const tree: Parent = whole ? parse(html, settings) : parseFragment(html, settings)
  let described = 0
  const open: Parent[] = [tree]
  for (let parent = open.pop(); parent; parent = open.pop()) {
    const kept = parent.childNodes.filter((node) => !isDescription(node))
    described += parent.childNodes.length - kept.length
    parent.childNodes = kept
    for (const node of kept) {
      if ('content' in node) open.push(node.content)
      if ('childNodes' in node) open.push(node)
    }
  }
  return { text: serialize(tree), described }
}

function isDescription(node: DefaultTreeAdapterTypes.ChildNode): boolean {
  if (!('attrs' in node)) return false
  return node.attrs.some(({ name, value }) => name === 'id' && /^auto-alt-[\da-f]{8}(?:-\d+)?$/u.test(value))
}
