import type { Root } from 'hast'
import { visit } from 'unist-util-visit'

import { spliceAlternatives } from '../html/splice.ts'
import { intentMarker } from '../rules/verdict/verdict.ts'
import { removeJsxAttribute } from './jsx-attributes.ts'
import type { TreeNode } from './tree-nodes.ts'

/** Takes the marker of an earlier stage off everything in a tree, filled or not. */
export function removeMarkers(tree: Root): void {
  visit(tree, (each) => {
    const node = each as TreeNode
    if (node.type === 'raw') {
      node.value = spliceAlternatives(node.value, [])
    } else if (node.type === 'element') {
      delete node.properties[intentMarker]
      delete node.properties['dataAutoAltIntent']
      if (node.content) removeMarkers(node.content)
    } else if (node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement') {
      removeJsxAttribute(node, intentMarker)
    }
  })
}
