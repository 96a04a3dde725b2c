import type { Outcome } from '../../captioner/outcome.ts'
import type { HtmlImage } from '../find-images.ts'
import type { Patch } from '../patch.ts'
import { descriptionMarkup } from './description-markup.ts'
import {
  type LongDescriptionWay,
  createDescriptions,
  describingAttribute,
  describingAttributes
} from './long-description.ts'

/** What long descriptions change in a page: attributes of images, in their order, and text beside them. */
export interface HtmlDescriptions {
  readonly attributes: readonly (Readonly<Record<string, string>> | undefined)[]
  readonly patches: readonly Patch[]
}

const none: HtmlDescriptions = { attributes: [], patches: [] }

/**
 * Works out the long descriptions of images that are filled by captions which have one. Most pages have none, and are
 * not looked at.
 *
 * @param outcomes What became of the images, in their order.
 */
export async function describeInHtml(
  html: string,
  images: readonly HtmlImage[],
  outcomes: readonly (Outcome | undefined)[],
  { longDescription }: { readonly longDescription: LongDescriptionWay | false }
): Promise<HtmlDescriptions> {
  const isDescribed = (outcome: Outcome | undefined): boolean =>
    outcome?.kind === 'filled' && outcome.description !== undefined
  if (longDescription === false || !outcomes.some(isDescribed)) return none
  const way = longDescription
  const described = images.map((image, index) => isDescribed(outcomes[index]) && !isDescribedByAuthor(image))
  const starts = new Set(images.flatMap(({ start }, index) => (described[index] ? start : [])))
  const [{ placesInPage }, { keepsTheRest }] = await Promise.all([
    import('./place-in-page.ts'),
    import('./keeps-the-rest.ts')
  ])
  const places = placesInPage(html, starts, way)

  function writeAt(at: ReadonlyMap<number, number>): HtmlDescriptions {
    const descriptionOf = createDescriptions((id) => html.includes(`id="${id}"`))
    const patches: Patch[] = []
    const attributes = images.map(({ start }, index) => {
      const end = at.get(start)
      const description = end === undefined ? undefined : descriptionOf(outcomes[index])
      if (end === undefined || !description) return undefined
      if (!description.isThere) patches.push({ start: end, end, text: descriptionMarkup(way, description) })
      return describingAttribute(way, description.id)
    })
    return { attributes, patches }
  }

  const all = writeAt(places)
  if (keepsTheRest(html, all.patches)) return all
  // Tags that nobody closed: what does no harm by itself is written.
  const each = [...places].filter((place) => keepsTheRest(html, writeAt(new Map([place])).patches))
  const some = writeAt(new Map(each))
  return keepsTheRest(html, some.patches) ? some : none
}

/** The author says by what the image is described. */
function isDescribedByAuthor({ attributes }: HtmlImage): boolean {
  return describingAttributes.some((name) => attributes.has(name))
}
