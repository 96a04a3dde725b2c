import type { AutoAlt } from 'rehype-auto-alt'
import type { CaptionAllOptions, Outcome } from 'rehype-auto-alt/captioner'
import { type ImageUse, type Page, fillHtml } from 'rehype-auto-alt/html'

/** A page with its alternatives filled in. */
export interface FilledPage {
  readonly html: string
  /** Images that had no alternative, as they were captioned, with what became of each. */
  readonly images: readonly { readonly use: ImageUse; readonly outcome: Outcome }[]
}

/** Gives all uses of a page as they are to be captioned, in the same order; `undefined` for one that is left alone. */
export type ChangeUses = (uses: readonly ImageUse[]) => Promise<readonly (ImageUse | undefined)[]>

/** Fills a page as `fillHtml` does, but is told more about its images than their markup tells. */
export async function fillChanged(
  html: string,
  page: Page,
  autoAlt: AutoAlt,
  change: ChangeUses,
  options: CaptionAllOptions = {}
): Promise<FilledPage> {
  const images: { readonly use: ImageUse; readonly outcome: Outcome }[] = []
  const captionAll: AutoAlt['captionAll'] = async (uses, more) => {
    // Pictures for other sites are none of the page.
    if (more?.isSocial) return await autoAlt.captionAll(uses, more)
    const changed = await change(uses)
    const open = changed.filter((use) => use !== undefined)
    const outcomes = await autoAlt.captionAll(open, options)
    images.push(...open.flatMap((use, index) => ({ use, outcome: outcomes[index] ?? leftAlone(use) })))
    let next = 0
    return uses.map((use, index) => (changed[index] && images[next++]?.outcome) ?? leftAlone(use))
  }
  const filled = await fillHtml(html, page, { ...autoAlt, captionAll })
  return { html: filled.html, images }
}

function leftAlone({ element, sources }: ImageUse): Outcome {
  const image = sources[0] ?? element
  return { kind: 'left', reason: 'excluded', image, message: `${image} is left alone.` }
}
