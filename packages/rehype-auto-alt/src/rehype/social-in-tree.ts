import type { Element, Root, Text } from 'hast'

import type { AutoAlt } from '../captioner/create-auto-alt.ts'
import { type SocialImage, isCanonical, isJsonLd, socialMeta } from '../html/social/find-social.ts'
import { namelessObjects } from '../html/social/image-objects.ts'
import { hostsIn, withinSite } from '../html/social/site-address.ts'
import { type NamelessMeta, type SocialMeta, namelessMetas } from '../html/social/social-metas.ts'
import { socialWords } from '../html/social/social-words.ts'
import type { Patch } from '../html/patch.ts'
import { spliceTags } from '../html/splice.ts'
import { isOff, languageOf } from '../html/surroundings.ts'
import { attributeText } from '../rules/attribute-value.ts'
import type { Page } from '../rules/image-use.ts'
import { attributesOf } from './tree-events.ts'

/** A picture for other sites in a tree. */
export interface TreeSocialImage extends SocialImage<(alt: string) => void> {
  /** The element that hands it over. */
  readonly element: Element
}

/**
 * Gives the pictures that a whole document hands to other sites the words that are stored for them.
 *
 * @returns Those that have no words and for which some are stored. With the option `social`, they have them now.
 */
export async function fillSocial(
  tree: Root,
  page: Page,
  autoAlt: Pick<AutoAlt, 'captionAll'>,
  { social }: { readonly social: boolean }
): Promise<readonly TreeSocialImage[]> {
  const found = await socialWords(await findInHead(tree), page, autoAlt)
  if (social) for (const { alt, image } of found) image.write(alt)
  return found.map(({ image }) => image)
}

async function findInHead(
  tree: Root
): Promise<{ readonly images: readonly TreeSocialImage[]; readonly lang?: string }> {
  const root = elementIn(tree, 'html')
  const head = root && elementIn(root, 'head')
  if (!head || isOff(attributesOf(root)) || isOff(attributesOf(head))) return { images: [] }
  const lang = languageOf(attributesOf(root))
  const metas: SocialMeta<Element>[] = []
  const scripts: Element[] = []
  const own: (string | undefined)[] = []
  // Structured data may as well stand in the body; what is for other sites only counts in the head.
  for (const element of elementsIn(root)) {
    const attributes = attributesOf(element)
    const meta =
      element.tagName === 'meta' && !isOff(attributes) ? socialMeta(attributes, element) : undefined
    if (meta?.property === 'og:url') own.push(meta.content)
    else if (meta) metas.push(meta)
    else if (element.tagName === 'link' && isCanonical(attributes))
      own.push(attributeText(attributes.get('href')))
    else if (element.tagName === 'script' && isJsonLd(attributes) && !isOff(attributes)) scripts.push(element)
  }
  const hosts = hostsIn(own)
  const sourcesOf = (addresses: readonly string[]): string[] =>
    addresses.map((address) => withinSite(address, hosts))
  const images: TreeSocialImage[] = namelessMetas(metas).map((meta) => ({
    sources: sourcesOf(meta.addresses),
    words: meta.words,
    element: meta.image,
    write: (alt) => writeMeta(root, meta, alt)
  }))
  for (const element of scripts) {
    const [text] = element.children
    if (text?.type !== 'text') continue
    const captionInto = captionWriter(text)
    for (const object of await namelessObjects(text.value)) {
      const sources = sourcesOf(object.addresses)
      const write = (caption: string): void => captionInto(object.patch(caption))
      images.push({ sources, words: 'ImageObject caption', element, write })
    }
  }
  return { images, ...(lang && { lang }) }
}

function writeMeta(root: Element, { empty, image, words }: NamelessMeta<Element>, alt: string): void {
  if (empty) {
    empty.properties['content'] = alt
    return
  }
  const siblings = parentOf(root, image)?.children ?? []
  const index = siblings.indexOf(image)
  const before = siblings[index - 1]
  const name = image.properties['property'] === undefined ? 'name' : 'property'
  const meta: Element = {
    type: 'element',
    tagName: 'meta',
    properties: { [name]: words, content: alt },
    children: []
  }
  const space: Text[] =
    before?.type === 'text' && before.value.trim() === '' ? [{ type: 'text', value: before.value }] : []
  siblings.splice(index + 1, 0, ...space, meta)
}

/** Pictures may stand in each other: every caption goes to its place in the text as it was before the others. */
function captionWriter(text: Text): (caption: Patch) => void {
  const original = text.value
  const patches: Patch[] = []
  return (caption) => {
    patches.push(caption)
    text.value = spliceTags(original, [], patches)
  }
}

function elementIn(parent: Root | Element, tagName: string): Element | undefined {
  for (const child of parent.children) if (child.type === 'element' && child.tagName === tagName) return child
  return undefined
}

function* elementsIn(parent: Element): Generator<Element> {
  for (const child of parent.children) {
    if (child.type !== 'element') continue
    yield child
    yield* elementsIn(child)
  }
}

function parentOf(root: Element, element: Element): Element | undefined {
  if (root.children.includes(element)) return root
  for (const each of elementsIn(root)) if (each.children.includes(element)) return each
  return undefined
}
