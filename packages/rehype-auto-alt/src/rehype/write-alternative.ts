import { find, html } from 'property-information'

import type { Patch } from '../html/patch.ts'
import { type HtmlEdit, spliceTags } from '../html/splice.ts'
import { setJsxTagAttributes } from '../estree/set-jsx-attributes.ts'
import { setJsxAttribute } from './jsx-attributes.ts'
import type { Raw } from './tree-nodes.ts'
import type { TreeHandle } from './tree-events.ts'

/** An alternative to write, with further attributes for provenance. */
export interface TreeEdit {
  readonly handle: TreeHandle
  readonly alt: string
  readonly attributes: Readonly<Record<string, string>>
}

/**
 * Writes alternatives into a tree. HTML in `raw` nodes is spliced, never serialised anew.
 *
 * @param patches What else has to change in `raw` nodes, outside the tags of the edits.
 */
export function writeAlternatives(
  edits: readonly TreeEdit[],
  patches: ReadonlyMap<Raw, readonly Patch[]> = new Map()
): void {
  const inRaw = new Map<Raw, HtmlEdit[]>()
  for (const { alt, attributes, handle } of edits) {
    if (handle.kind === 'raw') {
      const list = inRaw.get(handle.node) ?? []
      list.push({ image: handle.tag, alt, attributes })
      inRaw.set(handle.node, list)
    } else if (handle.kind === 'element') {
      for (const [name, value] of Object.entries({ alt, ...attributes }))
        handle.node.properties[find(html, name).property] = value
    } else if (handle.kind === 'estree') {
      setJsxTagAttributes(handle.node, { alt, ...attributes })
    } else {
      for (const [name, value] of Object.entries({ alt, ...attributes }))
        setJsxAttribute(handle.node, name, value)
    }
  }
  for (const [node, list] of inRaw) {
    node.value = spliceTags(node.value, list, patches.get(node))
  }
}
