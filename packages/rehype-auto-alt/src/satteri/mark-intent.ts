import type { Element } from 'hast'

import { type MarkdownImage, markMissing } from '../rules/verdict/mark-missing.ts'
import { intentMarker } from '../rules/verdict/verdict.ts'

interface MarkdownContext<Node> {
  setProperty(node: Readonly<Node>, key: 'data', value: unknown): void
}

/** A plugin for Sätteri's `mdastPlugins`. */
export interface MarkIntentPlugin {
  readonly name: string
  image<Node extends MarkdownImage>(node: Readonly<Node>, context: MarkdownContext<Node>): void
  imageReference<Node extends MarkdownImage>(node: Readonly<Node>, context: MarkdownContext<Node>): void
}

/** A plugin for Sätteri's `hastPlugins`. */
export interface KeepIntentPlugin {
  readonly name: string
  readonly element: {
    filter: string[]
    visit(node: Readonly<Element>): Element | undefined
  }
}

/**
 * Sätteri plugin to mark `![](x)`: the empty alternative that Markdown forces on it means missing
 * (`data-auto-alt-intent="missing"`). HTML and JSX that the author wrote keep their meaning. A later stage fills the
 * alternative and takes the marker away.
 */
export function satteriMarkIntent(): MarkIntentPlugin {
  return { name: 'auto-alt', image: mark, imageReference: mark }
}

/**
 * Goes with `satteriMarkIntent` where the feature `rawHtml` is on: that spells the marker `dataAutoAltIntent`, and
 * what reads the tree's properties by their names, as Astro does, would write it so.
 */
export function satteriKeepIntent(): KeepIntentPlugin {
  return {
    name: 'auto-alt-keep',
    element: {
      filter: ['img'],
      // A new node, because a property that is set to nothing is still named.
      visit({ properties }) {
        const { dataAutoAltIntent, ...rest } = properties
        if (dataAutoAltIntent === undefined) return undefined
        return {
          type: 'element',
          tagName: 'img',
          properties: { ...rest, [intentMarker]: 'missing' },
          children: []
        }
      }
    }
  }
}

function mark<Node extends MarkdownImage>(node: Readonly<Node>, context: MarkdownContext<Node>): void {
  const data = markMissing(node)
  if (data) context.setProperty(node, 'data', data)
}
