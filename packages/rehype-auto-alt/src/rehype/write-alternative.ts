import { type HtmlEdit, spliceTags } from '../html/splice.ts'
import { intentMarker } from '../rules/verdict.ts'
import type { Raw, TreeHandle } from './tree-events.ts'

/** An alternative to write, with further attributes for provenance. */
export interface TreeEdit {
  readonly handle: TreeHandle
  readonly alt: string
  readonly attributes?: Readonly<Record<string, string>>
}

/** Writes alternatives into a tree. HTML in `raw` nodes is spliced, never serialised anew. */
export function writeAlternatives(edits: readonly TreeEdit[]): void {
  const inRaw = new Map<Raw, HtmlEdit[]>()
  for (const { alt, attributes = {}, handle } of edits) {
    if (handle.kind === 'raw') {
      const list = inRaw.get(handle.node) ?? []
      list.push({ image: handle.tag, alt, attributes })
      inRaw.set(handle.node, list)
    } else if (handle.kind === 'element') {
      Object.assign(handle.node.properties, { alt, ...attributes })
    } else {
      for (const [name, value] of Object.entries({ alt, ...attributes })) setJsxAttribute(handle, name, value)
    }
  }
  for (const [node, list] of inRaw) node.value = spliceTags(node.value, list)
}

function setJsxAttribute({ node }: Extract<TreeHandle, { kind: 'jsx' }>, name: string, value: string): void {
  const existing = node.attributes.find((attribute) => attribute.type === 'mdxJsxAttribute' && attribute.name === name)
  if (existing) existing.value = value
  else node.attributes.push({ type: 'mdxJsxAttribute', name, value })
}

/** Takes the marker of an earlier stage off an image. */
export function removeMarker(handle: TreeHandle): void {
  if (handle.kind === 'element') {
    delete handle.node.properties[intentMarker]
    delete handle.node.properties['dataAutoAltIntent']
  } else if (handle.kind === 'jsx') {
    const { node } = handle
    node.attributes = node.attributes.filter(
      (attribute) => attribute.type !== 'mdxJsxAttribute' || attribute.name !== intentMarker
    )
  }
}
