import type { Root } from 'hast'

import { type FoundImage, placeFacts } from '../html/found-image.ts'
import { type FinderSettings, createImageFinder } from '../html/image-finder.ts'
import { type PageData, contextWith } from '../html/page-data.ts'
import type { ImageUse, Page } from '../rules/image-use.ts'
import { needsAlternative } from '../rules/verdict/needs-alternative.ts'
import type { Product } from '../rules/product/product.ts'
import { dataInTree } from './data-in-tree.ts'
import { type Position, createLocator, createPlacer, positionedText } from './positions.ts'
import { type TreeHandle, feedTree } from './tree-events.ts'
import { type TreeNode, childrenOf } from './tree-nodes.ts'

/** An image of a tree: what is known about its use, where it stands in the source, and where to write. */
export interface TreeImage {
  readonly use: ImageUse
  readonly handle: TreeHandle
  readonly position: Position | undefined
}

/** What the page says about itself outside the tree. */
export interface PageFacts {
  readonly title?: string
  readonly lang?: string
  readonly description?: string
  /** Products that it names, with their pictures. */
  readonly products?: readonly Product[]
  /** Everything that it says there, in which names may stand. */
  readonly grounds?: string
}

/** Images of a tree, in order, and how many empty alternatives had no source position to tell their intent. */
export interface FoundInTree {
  readonly images: readonly TreeImage[]
  readonly unplaced: number
}

/** How to look for images in a tree. */
export type TreeSettings = Pick<FinderSettings, 'components' | 'elements' | 'emptyAlt'>

/**
 * Finds the images of a hast tree: elements, HTML in `raw` nodes, JSX of MDX.
 *
 * @param source Text that the positions of the tree point into.
 */
export function findInTree(
  tree: Root,
  source: string,
  page: Page,
  settings: TreeSettings,
  facts: PageFacts = {}
): FoundInTree {
  const { components, elements = 'img', emptyAlt } = settings
  const text = positionedText(tree, source)
  const document = tree.children.some(isDocumentPart)
  // Tags in raw HTML pair across nodes; without any, every element has its end.
  const finder = createImageFinder<TreeHandle>({
    components,
    elements,
    emptyAlt,
    document,
    tree: !holdsRaw(tree)
  })
  feedTree(tree, text, finder, { components, elements })
  const found = finder.finish()
  const title = facts.title ?? found.title
  const lang = facts.lang ?? found.lang
  const locate = createLocator(text)
  const placesOf = createPlacer(source, text)
  let data: PageData | undefined
  const images = found.images.map((image): TreeImage => {
    const position = locate(image.handle)
    const places = position && placesOf(image.handle, position)
    const use = useOf(image, page, places, title, lang)
    // An audit asks nobody, and what has an alternative is not asked about.
    if (elements === 'all' || !needsAlternative(use)) return { handle: image.handle, position, use }
    data ??= dataOf(tree, facts)
    return {
      handle: image.handle,
      position,
      use: { ...use, context: contextWith(use.context, use.sources, data) }
    }
  })
  return { images, unplaced: emptyAlt === 'auto' ? found.images.filter(isUnplaced).length : 0 }
}

/** What frontmatter says comes before what the tree does. */
function dataOf(tree: Root, { description, grounds, products = [] }: PageFacts): PageData {
  const inTree = dataInTree(tree)
  return {
    ...inTree,
    ...(description !== undefined && { description }),
    ...(grounds !== undefined && { grounds }),
    products: [...products, ...inTree.products]
  }
}

function useOf(
  image: FoundImage<TreeHandle>,
  page: Page,
  places: Pick<ImageUse, 'place' | 'end'> | undefined,
  title: string | undefined,
  lang: string | undefined
): ImageUse {
  const { alt, context, element, off, purpose, sources, tiny, title: ownTitle, verdict } = image
  const nearest = image.lang ?? lang
  return {
    page,
    element,
    sources,
    verdict,
    alt,
    purpose,
    tiny,
    off,
    context: title === undefined ? context : { ...context, title },
    ...(ownTitle !== undefined && { title: ownTitle }),
    ...places,
    ...(nearest !== undefined && { lang: nearest }),
    ...placeFacts(image)
  }
}

function isDocumentPart(node: TreeNode): boolean {
  return node.type === 'doctype' || (node.type === 'element' && node.tagName === 'html')
}

function holdsRaw(node: TreeNode): boolean {
  return node.type === 'raw' || childrenOf(node).some(holdsRaw)
}

function isUnplaced({ alt, emptyAltBy, off, verdict }: FoundImage<TreeHandle>): boolean {
  return alt === '' && emptyAltBy === 'unplaced' && verdict === 'decorative' && !off
}
