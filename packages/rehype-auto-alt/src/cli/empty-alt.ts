import type { AutoAlt } from '../captioner/create-auto-alt.ts'
import { openImagesOf, type OpenImage } from '../html/fill-html.ts'
import { findImages } from '../html/find-images.ts'
import { useOfHtmlImage } from '../html/html-use.ts'
import type { ResolvedOptions } from '../options/resolve-options.ts'
import type { Page } from '../rules/image-use.ts'
import { needsAlternative } from '../rules/verdict/needs-alternative.ts'
import { pageFor } from '../source/page.ts'
import type { EmptyAlternatives, EmptyAltIntent } from '../source/empty-alternatives.ts'

/** Finds the images of built pages that have no alternative, and counts what became of the empty ones. */
export interface EmptyAltReader {
  find(html: string, page: Page): Promise<readonly OpenImage[]>
  /** Empty alternatives that stay silent. */
  readonly silent: number
  /** What the sources said about each; absent where they were not asked. */
  readonly bySources?: Readonly<Record<EmptyAltIntent, number>>
}

/**
 * Makes the reader of built pages.
 *
 * @param sources Reads the sources, when the first page with an empty alternative is met.
 * @param listener Is told of all images.
 */
export function createEmptyAltReader(
  options: ResolvedOptions,
  sources: (() => Promise<EmptyAlternatives>) | undefined,
  listener?: Pick<AutoAlt, 'note'>
): EmptyAltReader {
  const bySources = { missing: 0, decorative: 0, unmatched: 0 }
  let silent = 0
  let reading: Promise<EmptyAlternatives> | undefined

  /** Offsets of the images whose empty alternative Markdown wrote. */
  async function writtenByMarkdown(
    html: string,
    page: Page,
    ask: () => Promise<EmptyAlternatives>
  ): Promise<Set<number>> {
    const found = await findImages(html, { ...options, emptyAlt: 'missing' })
    const folder = page.siteRoot === undefined ? '' : pageFor(page.siteRoot, options.root).name
    const images = found.map((image) => ({ use: useOfHtmlImage(image, page), folder }))
    const byMarkdown = new Set<number>()
    for (const image of images) {
      const { use } = image
      if (use.alt !== '' || !needsAlternative(use)) continue
      const intent = await (await (reading ??= ask())).intentOf(image, images)
      bySources[intent]++
      if (intent === 'missing' && use.place) byMarkdown.add(use.place.offset)
    }
    return byMarkdown
  }

  return {
    async find(html, page) {
      const byMarkdown = sources && (await writtenByMarkdown(html, page, sources))
      const found = await findImages(html, { ...options, ...(byMarkdown && { byMarkdown }) })
      silent += found.filter(({ alt, off, verdict }) => verdict === 'decorative' && alt === '' && !off).length
      return openImagesOf(found, page, listener)
    },
    get silent() {
      return silent
    },
    ...(sources && { bySources })
  }
}

/** What is said about empty alternatives at the end of a run; nothing where there were none. */
export function aboutEmptyAlt({
  bySources,
  silent
}: Pick<EmptyAltReader, 'bySources' | 'silent'>): string | undefined {
  if (!bySources) {
    if (silent === 0) return undefined
    const images = silent === 1 ? '1 image has alt="" and stays' : `${silent} images have alt="" and stay`
    return (
      `${images} silent. Markdown writes that for ![](x), too: ` +
      '--sources <folder> reads there which ones are missing, --empty-alt missing fills them all.'
    )
  }
  const { decorative, missing, unmatched } = bySources
  if (decorative + missing + unmatched === 0) return undefined
  const parts = [
    `${missing} taken as missing, because the sources write ![](x)`,
    `${decorative} silent, as the sources have it`,
    `${unmatched} silent, because the sources do not tell`
  ]
  return `Images with alt="": ${parts.join('; ')}.`
}
