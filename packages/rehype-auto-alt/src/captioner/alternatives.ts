import { type CaptionKeyParts, captionKey, parseCaptionKey } from '../captions/caption-key.ts'
import { bareUse } from '../rules/bare-use.ts'
import type { Page } from '../rules/image-use.ts'
import { reduceLanguage } from '../rules/language.ts'
import type { AutoAlt } from './create-auto-alt.ts'
import type { Outcome } from './outcome.ts'

/** Words that may be written for an image, and nothing else of what is stored about it. */
export interface Alternative {
  /** Language they are in; `*` for every other one. */
  readonly language: string
  /** Target of the link that they name. */
  readonly link?: string
  /** Path of the one page that they are for. */
  readonly page?: string
  /** `''` for a decorative image, `null` where a caption is stored that must not reach a page. */
  readonly alt: string | null
  /** A model wrote them. */
  readonly ai?: true
  /** A person approved what a model wrote. */
  readonly approved?: true
}

/** Of no language; what an image says in it, it says in every one that has no words of its own. */
const noLanguage = 'zxx'

/**
 * Everything that pages may say about images, for hosts that cannot look it up: for each image its alternatives in
 * every language that captions are stored in, for itself, for the links that it names and for single pages.
 *
 * @param images Addresses of images, as `page` shows them.
 * @param autoAlt Must not ask (`frozen`, or no provider).
 * @param languages Further languages of the site.
 */
export async function alternativesOf(
  images: readonly string[],
  page: Page,
  autoAlt: AutoAlt,
  languages: readonly string[] = []
): Promise<readonly (readonly Alternative[])[]> {
  const [{ language }, captions] = await Promise.all([autoAlt.options(), autoAlt.captions()])
  const keys = (await captions.keysStartingWith('')).flatMap((key) => parseCaptionKey(key) ?? [])
  const further = languages.flatMap((tag) => reduceLanguage(tag) ?? [])
  const all = [...new Set([language, ...further, ...keys.map((key) => key.language)])].sort()
  const plain = images.flatMap((image) =>
    [...all, noLanguage].map((lang) => bareUse({ page: { ...page, isAny: true }, sources: [image], lang }))
  )
  const outcomes = await autoAlt.captionAll(plain)
  const special = groupByDigest(keys)
  const width = all.length + 1
  return await Promise.all(
    images.map(async (image, index) => {
      const own = outcomes.slice(index * width, (index + 1) * width)
      const words = own.flatMap((outcome, at) => inLanguage(outcome, all[at] ?? '*'))
      const digest = own.flatMap(({ key }) => (key === undefined ? [] : parseCaptionKey(key)?.digest))[0]
      const kept = digest === undefined ? [] : (special.get(digest) ?? [])
      return [...words, ...(await forLinksAndPages(image, page, kept, autoAlt))]
    })
  )
}

async function forLinksAndPages(
  image: string,
  page: Page,
  kept: readonly CaptionKeyParts[],
  autoAlt: AutoAlt
): Promise<Alternative[]> {
  const uses = kept.map(({ language, link, page: name = page.name }) =>
    link === undefined
      ? bareUse({ page: { ...page, name }, sources: [image], lang: language })
      : bareUse({ page, sources: [image], lang: language, purpose: { kind: 'link', href: link } })
  )
  const outcomes = uses.length === 0 ? [] : await autoAlt.captionAll(uses)
  return kept.flatMap((parts, index) => {
    const { language, link, page: name } = parts
    const outcome = outcomes[index]
    if (outcome?.key !== captionKey(parts)) return []
    const where = link === undefined ? name !== undefined && { page: name } : { link }
    return [{ language, ...where, ...wordsOf(outcome) }]
  })
}

/** Nothing where there is nothing to say, so that what is said in every language counts. */
function inLanguage(outcome: Outcome, language: string): Alternative[] {
  return outcome.kind === 'filled' ? [{ language, ...wordsOf(outcome) }] : []
}

function wordsOf(outcome: Outcome): Pick<Alternative, 'ai' | 'alt' | 'approved'> {
  if (outcome.kind === 'left') return { alt: null }
  return {
    alt: outcome.alt,
    ...(outcome.origin === 'model' && { ai: true as const }),
    ...(outcome.isApproved && { approved: true as const })
  }
}

function groupByDigest(keys: readonly CaptionKeyParts[]): Map<string, CaptionKeyParts[]> {
  return Map.groupBy(
    keys.filter(({ link, page }) => link !== undefined || page !== undefined),
    ({ digest }) => digest
  )
}
