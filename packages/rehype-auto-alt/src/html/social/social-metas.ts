import { isBlank } from '../../rules/blank.ts'

/** A `meta` element about a picture for other sites. */
export interface SocialMeta<Handle> {
  /** Its `property` or `name`, lower case. */
  readonly property: string
  readonly content: string
  readonly handle: Handle
}

/** A picture that a page hands to other sites without words. */
export interface NamelessMeta<Handle> {
  /** Addresses of the picture, the one to look for first at the front. */
  readonly addresses: readonly string[]
  /** The element that words belong behind. */
  readonly image: Handle
  /** The element that holds words, and has none. */
  readonly empty?: Handle
  /** What words of the picture are called. */
  readonly words: 'og:image:alt' | 'twitter:image:alt'
}

interface Group<Handle> {
  readonly image: SocialMeta<Handle>
  readonly addresses: string[]
  alt?: SocialMeta<Handle> | undefined
}

/** Sorts out the pictures among the `meta` elements of a page, in their order, that have no words. */
export function namelessMetas<Handle>(metas: readonly SocialMeta<Handle>[]): NamelessMeta<Handle>[] {
  const og = nameless(openGraph(metas), 'og:image:alt')
  return [...og, ...nameless(twitterCard(metas), 'twitter:image:alt')]
}

/** Each `og:image` begins a picture, which those that follow say more about. */
function openGraph<Handle>(metas: readonly SocialMeta<Handle>[]): Group<Handle>[] {
  const groups: Group<Handle>[] = []
  let before: SocialMeta<Handle> | undefined
  for (const meta of metas) {
    const current = groups.at(-1)
    if (meta.property === 'og:image' || (meta.property === 'og:image:url' && !current)) {
      groups.push({ image: meta, addresses: [meta.content] })
    } else if (meta.property === 'og:image:url' || meta.property === 'og:image:secure_url') {
      current?.addresses.push(meta.content)
    } else if (meta.property === 'og:image:alt') {
      if (current) current.alt ??= meta
      else before = meta
    }
  }
  if (before === undefined) return groups
  // Words before the first picture can only be meant for it. Of several, nobody knows which words are whose.
  const [only, ...others] = groups
  if (!only || others.length > 0) return []
  only.alt ??= before
  return [only]
}

/** A card has one picture, wherever its words stand. */
function twitterCard<Handle>(metas: readonly SocialMeta<Handle>[]): Group<Handle>[] {
  const image = metas.find(({ property }) => property === 'twitter:image' || property === 'twitter:image:src')
  const alt = metas.find(({ property }) => property === 'twitter:image:alt')
  return image ? [{ image, addresses: [image.content], alt }] : []
}

function nameless<Handle>(
  groups: readonly Group<Handle>[],
  words: NamelessMeta<Handle>['words']
): NamelessMeta<Handle>[] {
  return groups.flatMap(({ addresses, alt, image }) => {
    const written = addresses.filter((address) => !isBlank(address))
    if (written.length === 0 || (alt && !isBlank(alt.content))) return []
    return [{ addresses: written, image: image.handle, ...(alt && { empty: alt.handle }), words }]
  })
}
