import type { Element, Root } from 'hast'
import { find, html } from 'property-information'

import type { Outcome } from '../captioner/outcome.ts'
import { placeBehind } from '../html/descriptions/block-kinds.ts'
import { descriptionMarkup } from '../html/descriptions/description-markup.ts'
import {
  type LongDescription,
  type LongDescriptionWay,
  createDescriptions,
  describingAttribute,
  describingAttributes
} from '../html/descriptions/long-description.ts'
import type { Patch } from '../html/patch.ts'
import { descriptionElement } from './description-element.ts'
import type { TreeImage } from './find-in-tree.ts'
import type { TreeHandle } from './tree-events.ts'
import { type Raw, type TreeNode, childrenOf } from './tree-nodes.ts'

type Attributes = Readonly<Record<string, string>>

/** What long descriptions add to a tree. */
export interface TreeDescriptions {
  /** Attributes of the images, in their order. */
  readonly attributes: readonly (Attributes | undefined)[]
  /** What has to change in HTML that stands in the tree as text. */
  readonly patches: ReadonlyMap<Raw, readonly Patch[]>
  /** Inserts the elements that the tree gets. */
  insert(this: void): void
}

const none: TreeDescriptions = { attributes: [], patches: new Map(), insert() {} }

/** A node, and those around it, outermost last. */
type Path = readonly TreeNode[]

/**
 * Works out the long descriptions of images that are filled by captions which have one. An image in an expression of
 * JSX gets none: code is not written anew.
 *
 * @param outcomes What became of the images, in their order.
 */
export async function describeInTree(
  tree: Root,
  images: readonly TreeImage[],
  outcomes: readonly (Outcome | undefined)[],
  { longDescription }: { readonly longDescription: LongDescriptionWay | false }
): Promise<TreeDescriptions> {
  const isDescribed = (outcome: Outcome | undefined): boolean =>
    outcome?.kind === 'filled' && outcome.description !== undefined
  if (longDescription === false || !outcomes.some(isDescribed)) return none
  const way = longDescription
  const { ids, paths } = readTree(tree)
  const descriptionOf = createDescriptions((id) => ids.has(id))
  const placed = new Set<string>()
  const insertions: (() => void)[] = []
  const patches = new Map<Raw, Patch[]>()
  const [{ placesInPage }, { keepsTheRest }] = await Promise.all([
    import('../html/descriptions/place-in-page.ts'),
    import('../html/descriptions/keeps-the-rest.ts')
  ])

  /** Finds the place of a description. Returns whether there is one. */
  function place(handle: TreeHandle, path: Path, description: LongDescription): boolean {
    if (handle.kind === 'raw' && placeBehind(way, ['img', ...path.slice(1, -1).map(nameOf)]) === 0) {
      const { node, tag } = handle
      const at = placesInPage(node.value, new Set([tag.start]), way).get(tag.start)
      if (at === undefined) return false
      const list = [
        ...(patches.get(node) ?? []),
        { start: at, end: at, text: descriptionMarkup(way, description) }
      ]
      if (!keepsTheRest(node.value, list)) return false
      patches.set(node, list)
      return true
    }
    const insert = behind(way, path, description)
    if (insert) insertions.push(insert)
    return insert !== undefined
  }

  const attributes = images.map(({ handle }, index) => {
    const path = handle.kind === 'estree' ? undefined : paths.get(handle.node)
    if (!path || !isDescribed(outcomes[index]) || isDescribedByAuthor(handle)) return undefined
    const description = descriptionOf(outcomes[index])
    if (!description) return undefined
    const isThere = ids.has(description.id) || placed.has(description.id)
    // For an image before this one there may have been no place.
    if (!isThere && !place(handle, path, description)) return undefined
    placed.add(description.id)
    return describingAttribute(way, description.id)
  })
  return { attributes, patches, insert: () => insertions.forEach((insert) => insert()) }
}

/** Inserts the description as an element behind the image, or behind the block that it stands in. */
function behind(way: LongDescriptionWay, path: Path, description: LongDescription): (() => void) | undefined {
  const index = placeBehind(way, ['img', ...path.slice(1, -1).map(nameOf)])
  const [node, parent] = [path[index], path[index + 1]]
  if (!node || !parent) return undefined
  return () => {
    const siblings = childrenOf(parent) as TreeNode[]
    siblings.splice(siblings.indexOf(node) + 1, 0, descriptionElement(way, description))
  }
}

function readTree(tree: Root): {
  readonly ids: ReadonlySet<string>
  readonly paths: ReadonlyMap<TreeNode, Path>
} {
  const ids = new Set<string>()
  const paths = new Map<TreeNode, Path>()
  const visit = (node: TreeNode, outer: Path): void => {
    const path = [node, ...outer]
    paths.set(node, path)
    for (const id of idsOf(node)) ids.add(id)
    for (const child of childrenOf(node)) visit(child, path)
  }
  visit(tree, [])
  return { ids, paths }
}

function idsOf(node: TreeNode): string[] {
  if (node.type === 'raw')
    return [...node.value.matchAll(/\bid="(auto-alt-[\w-]+)"/gu)].flatMap(([, id]) => id ?? [])
  const id = node.type === 'element' ? node.properties.id : undefined
  return typeof id === 'string' ? [id] : []
}

/** The name of an element in lower case; that of a component as it is written. */
function nameOf(node: TreeNode): string {
  if (node.type === 'element') return node.tagName
  return 'name' in node ? (node.name ?? '') : ''
}

/** The author says by what the image is described. */
function isDescribedByAuthor(handle: TreeHandle): boolean {
  return describingAttributes.some((name) => {
    if (handle.kind === 'raw') return handle.tag.attributes.has(name)
    if (handle.kind === 'element') return hasProperty(handle.node, name)
    return (
      handle.kind === 'jsx' && handle.node.attributes.some((each) => 'name' in each && each.name === name)
    )
  })
}

function hasProperty({ properties }: Element, name: string): boolean {
  return properties[name] !== undefined || properties[find(html, name).property] !== undefined
}
