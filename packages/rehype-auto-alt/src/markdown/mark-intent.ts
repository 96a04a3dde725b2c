import { type MarkdownImage, markMissing } from '../rules/verdict/mark-missing.ts'
import { intentMarker } from '../rules/verdict/verdict.ts'

/** A node of a Markdown tree, as far as it matters here. */
export interface MarkdownNode {
  readonly type: string
  data?: object | undefined
  readonly children?: readonly MarkdownNode[]
}

/**
 * remark plugin to mark `![](x)`: the empty alternative that Markdown forces on it means missing
 * (`data-auto-alt-intent="missing"`). HTML and JSX that the author wrote keep their meaning. A later stage fills the
 * alternative and takes the marker away.
 */
export function remarkMarkIntent(): (tree: MarkdownNode) => void {
  return mark
}

function mark(node: MarkdownNode): void {
  const data = isImage(node) ? markMissing(node) : undefined
  if (data) node.data = data
  for (const child of node.children ?? []) mark(child)
}

function isImage(node: MarkdownNode): node is MarkdownNode & MarkdownImage {
  return node.type === 'image' || node.type === 'imageReference'
}

/** An element of an HTML tree, as far as it matters here. */
export interface HtmlNode {
  readonly type: string
  properties?: Record<string, unknown> | undefined
  readonly children?: readonly HtmlNode[]
}

/**
 * Goes with `remarkMarkIntent` where the tree's properties are read by their names, as Astro does: MDX and parsers of
 * raw HTML spell the marker `dataAutoAltIntent`.
 */
export function rehypeKeepIntent(): (tree: HtmlNode) => void {
  return keep
}

function keep({ children, properties }: HtmlNode): void {
  if (properties?.['dataAutoAltIntent'] !== undefined) {
    properties[intentMarker] = properties['dataAutoAltIntent']
    delete properties['dataAutoAltIntent']
  }
  for (const child of children ?? []) keep(child)
}
