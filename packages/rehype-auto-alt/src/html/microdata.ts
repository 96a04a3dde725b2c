import { parse, type DefaultTreeAdapterTypes } from 'parse5'

import { isProduct } from '../rules/product/json-ld.ts'
import { type Product, productFrom } from '../rules/product/product.ts'

type Node = DefaultTreeAdapterTypes.Node
type Element = DefaultTreeAdapterTypes.Element

/** Properties of a product that are read. */
const properties: ReadonlySet<string> = new Set(['name', 'brand', 'color', 'material'])

interface Item {
  readonly values: Map<string, string>
  readonly images: { readonly start: number; readonly isNamed: boolean }[]
}

/**
 * The products that microdata of a page gives its images, by where their tags start: a product's `itemprop="image"`,
 * else the only image in it.
 */
export function productsInMicrodata(html: string): ReadonlyMap<number, Product> {
  const items: Item[] = []
  const open: { readonly node: Node; readonly item: Item | undefined; readonly isImage: boolean }[] = [
    {
      node: parse(html, { sourceCodeLocationInfo: true, scriptingEnabled: false }),
      item: undefined,
      isImage: false
    }
  ]
  for (let place = open.pop(); place; place = open.pop()) {
    const { isImage, item, node } = place
    const inside = 'tagName' in node ? enter(node, item, isImage, items) : { item, isImage }
    const children = 'childNodes' in node ? node.childNodes : []
    for (const child of children.toReversed()) open.push({ node: child, ...inside })
  }
  return new Map(items.flatMap(imagesOf))
}

function enter(
  node: Element,
  item: Item | undefined,
  isImage: boolean,
  items: Item[]
): { item: Item | undefined; isImage: boolean } {
  const property = attribute(node, 'itemprop')?.trim().toLowerCase().split(/\s+/u)[0] ?? ''
  if (item && properties.has(property) && !item.values.has(property)) {
    item.values.set(property, valueOf(node))
  }
  const isNamed = isImage || property === 'image'
  const start = node.sourceCodeLocation?.startOffset
  if (item && node.tagName === 'img' && start !== undefined) item.images.push({ start, isNamed })
  if (attribute(node, 'itemscope') === undefined) return { item, isImage: isNamed }
  const types = attribute(node, 'itemtype')?.split(/\s+/u)
  // An item within is another thing: an offer, a review, a picture's own data.
  if (!isProduct(types)) return { item: isNamed ? item : undefined, isImage: isNamed }
  const product: Item = { values: new Map(), images: [] }
  items.push(product)
  return { item: product, isImage: false }
}

function imagesOf({ images, values }: Item): [number, Product][] {
  const product = productFrom(Object.fromEntries(values))
  const named = images.filter(({ isNamed }) => isNamed)
  const own = named.length > 0 ? named : images.length === 1 ? images : []
  return product ? own.map(({ start }) => [start, product]) : []
}

/** What a property says: its `content`, its text, or the name of the thing it is. */
function valueOf(node: Element): string {
  const content = attribute(node, 'content')
  if (content !== undefined) return content
  if (attribute(node, 'itemscope') === undefined) return textIn(node)
  const name = find(node, (each) => attribute(each, 'itemprop') === 'name')
  return name ? (attribute(name, 'content') ?? textIn(name)) : ''
}

/** Depth of elements that are looked into for one property. */
const deepest = 50

function find(node: Element, test: (node: Element) => boolean, depth = 0): Element | undefined {
  for (const child of node.childNodes) {
    if (!('tagName' in child) || depth > deepest) continue
    const found = test(child) ? child : find(child, test, depth + 1)
    if (found) return found
  }
  return undefined
}

function textIn(node: Node, depth = 0): string {
  if (node.nodeName === '#text' && 'value' in node) return node.value
  if (!('childNodes' in node) || depth > deepest) return ''
  return node.childNodes.map((child) => textIn(child, depth + 1)).join('')
}

function attribute({ attrs }: Element, name: string): string | undefined {
  return attrs.find((each) => each.name === name)?.value
}
