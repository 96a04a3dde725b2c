import type { Alternative } from '../captioner/alternatives.ts'
import type { Outcome } from '../captioner/outcome.ts'
import { outcomeInRow, rowsIn } from '../captioner/look-up/rows.ts'
import type { ImageUse } from '../rules/image-use.ts'
import { givesNames } from '../rules/names/own-names.ts'
import { pageAddress, pageAt } from '../rules/page-address.ts'
import { reduceLanguage } from '../rules/language.ts'
import { nameInAddress } from '../rules/purpose/address-words.ts'
import { linkTarget } from '../rules/purpose/link-target.ts'
import { sameTarget } from '../rules/purpose/same-target.ts'
import { saysNoMore } from '../rules/purpose/says-no-more.ts'
import { applyOutcomes, findOpenImages } from './fill-html.ts'
import type { HtmlSettings } from './find-images.ts'

/** What a page is filled from where nothing can be looked up. */
export interface FillFromSettings extends HtmlSettings {
  /** Path of the page from the root of the site, as `posts/one/`. */
  readonly path: string
  /** URL prefix of the site, as `/docs/`. */
  readonly base: string
  /** Language where the page names none. */
  readonly language: string
  /** Mark what a model wrote. */
  readonly provenance: boolean
  /** Everything that may be said about the image at an address; `undefined` for one that is not known. */
  readonly alternatives: (source: string) => readonly Alternative[] | undefined
}

/** A page with its alternatives filled in. */
export interface FilledFromHtml {
  /** The page; the very same string when nothing had to change. */
  readonly html: string
  /** Images that had no alternative, filled or not. */
  readonly open: number
}

/**
 * Writes alternatives that are at hand into HTML, as `fillHtml` does with those that it looks up. Reads no file, opens
 * no connection, and needs nothing of the system it runs on.
 */
export async function fillFromAlternatives(
  html: string,
  settings: FillFromSettings
): Promise<FilledFromHtml> {
  const open = await findOpenImages(html, { name: settings.path, file: '' }, settings)
  const { silent } = rowsIn(open.map(({ use }) => use))
  const spoken = new Map(open.map(({ use }) => [use, outcomeOf(use, settings)]))
  const outcomes = open.map(({ use }) =>
    silent.has(use) ? inRow(use, silent.get(use), spoken) : spoken.get(use)
  )
  const written = await applyOutcomes(html, open, outcomes, { ...settings, longDescription: false })
  return { html: written, open: open.length }
}

function inRow(
  use: ImageUse,
  first: ImageUse | undefined,
  spoken: ReadonlyMap<ImageUse, Outcome | undefined>
): Outcome | undefined {
  const outcome = first && spoken.get(first)
  return first && !outcome ? undefined : outcomeInRow(use, outcome)
}

function outcomeOf(use: ImageUse, settings: FillFromSettings): Outcome | undefined {
  if (use.tiny) return undefined
  const all = use.sources.map((source) => settings.alternatives(source)).find((found) => found !== undefined)
  const language = (use.lang && reduceLanguage(use.lang)) || settings.language
  const own = all?.filter((each) => each.language === language) ?? []
  const target =
    use.purpose.kind === 'link' ? linkTarget(use.purpose.href, settings.path, settings.base) : undefined
  const words = chosen(own, all ?? [], target, forPage(own, use, settings.path, language))
  if (words === undefined || words.alt === null) return undefined
  // Silent by itself, a picture leaves a button without a name.
  if (words.alt === '' && use.purpose.kind === 'button') return undefined
  const image = use.sources[0] ?? ''
  const origin = words.ai ? 'model' : 'human'
  const isSilent = words.ai && !words.approved && saysNoMore(words.alt, use, language)
  return { kind: 'filled', alt: isSilent ? '' : words.alt, source: 'file', origin, image, problems: [] }
}

/** Words that are for this page alone, or whose names it gives as well. */
function forPage(
  own: readonly Alternative[],
  { context }: ImageUse,
  path: string,
  language: string
): Alternative | undefined {
  const pages = own.flatMap(({ page }) => page ?? [])
  if (pages.length === 0) return undefined
  const same = pageAt(pageAddress(path), pages)
  return own.find(({ alt, page }) =>
    same === undefined ? page !== undefined && givesNames(context, alt ?? '', language) : page === same
  )
}

/**
 * Named beats nameless: a link without words of its own takes a mail address or telephone number that it leads to, or
 * the words of the image, unless they are none. Titles of pages are not known here.
 */
function chosen(
  own: readonly Alternative[],
  all: readonly Alternative[],
  target: string | undefined,
  ofPage: Alternative | undefined
): Alternative | undefined {
  if (target !== undefined) {
    const kept = own.flatMap(({ link }) => link ?? [])
    const link = kept.includes(target) ? target : sameTarget(target, kept)
    const naming = link === undefined ? undefined : own.find((each) => each.link === link)
    if (naming) return naming
  }
  const isPlain = (each: Alternative): boolean => each.link === undefined && each.page === undefined
  const plain = ofPage ?? own.find(isPlain) ?? all.find((each) => isPlain(each) && each.language === '*')
  if (target === undefined) return plain
  const name = nameInAddress(target)
  const isSaidOfImage = plain !== undefined && !plain.ai && plain.alt !== null && plain.alt !== ''
  if (name !== undefined && !isSaidOfImage) return { language: '*', alt: name }
  return plain?.alt === '' ? undefined : plain
}
