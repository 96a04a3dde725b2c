import { spliceAlternatives } from '../html/splice.ts'
import { intentMarker } from '../rules/verdict.ts'
import { removeJsxAttribute } from './jsx-attributes.ts'
import { type TreeNode, childrenOf } from './tree-nodes.ts'

/** Takes the marker of an earlier stage off everything in a tree, filled or not. */
export function removeMarkers(node: TreeNode): void {
  if (node.type === 'raw') {
    node.value = spliceAlternatives(node.value, [])
    return
  }
  if (node.type === 'element') {
    delete node.properties[intentMarker]
    delete node.properties['dataAutoAltIntent']
  } else if (node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement') {
    removeJsxAttribute(node, intentMarker)
  }
  for (const child of childrenOf(node)) removeMarkers(child)
}
