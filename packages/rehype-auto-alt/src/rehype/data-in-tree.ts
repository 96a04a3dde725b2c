import type { Root } from 'hast'

import { type PageData, descriptionOf, productsIn } from '../html/page-data.ts'
import { productsInJsonLd } from '../rules/product/json-ld.ts'
import type { Product } from '../rules/product/product.ts'
import { type TreeNode, childrenOf } from './tree-nodes.ts'

/** What a tree says about the page as a whole: `meta` elements and JSON-LD. */
export function dataInTree(tree: Root): PageData {
  const said = new Map<string, string>()
  const products: Product[] = []
  const visit = (node: TreeNode): void => {
    if (node.type === 'raw') products.push(...productsIn(node.value))
    if (node.type === 'element' && node.tagName === 'meta') {
      const { content, name, property } = node.properties
      const key = textOf(name ?? property)
        .trim()
        .toLowerCase()
      if (!said.has(key)) said.set(key, textOf(content))
    }
    if (node.type === 'element' && node.tagName === 'script' && isJsonLd(node.properties['type'])) {
      products.push(
        ...node.children.flatMap((child) => (child.type === 'text' ? productsInJsonLd(child.value) : []))
      )
    }
    for (const child of childrenOf(node)) visit(child)
  }
  visit(tree)
  return { ...descriptionOf(said.get('description'), said.get('og:description')), products }
}

function isJsonLd(type: unknown): boolean {
  return textOf(type).trim().toLowerCase() === 'application/ld+json'
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}
