import { attributeText, type Attributes } from '../rules/attribute-value.ts'
import type { ImageUse } from '../rules/image-use.ts'
import { isTiny } from '../rules/tiny.ts'
import { verdictOf, type EmptyAlt, type EmptyAltBy } from '../rules/verdict.ts'
import { ownVisibility } from '../rules/visibility.ts'
import { imageSources, type Candidate } from './image-sources.ts'
import { contextOf, type TextAround } from './page-text.ts'
import { purposesOf } from './purposes.ts'
import { isOff, languageOf, type Surroundings } from './surroundings.ts'

/** An image that was found: all of an `ImageUse` that its markup tells. */
export interface FoundImage<Handle> extends Omit<ImageUse, 'page' | 'place'> {
  /** What the feeder gave with it. */
  readonly handle: Handle
  /** Who made its `alt` empty, where it is empty. */
  readonly emptyAltBy: EmptyAltBy
}

/** An image as it was met, before all that bears on it is known. */
export interface ImageDraft<Handle> {
  readonly name: string
  readonly attributes: Attributes
  readonly spread: boolean
  readonly handle: Handle
  readonly emptyAltBy: EmptyAltBy
  readonly around: Surroundings
  readonly offered: readonly Candidate[]
  readonly text: TextAround
}

/** What the end of the page made known. */
export interface PageFacts {
  readonly emptyAlt: EmptyAlt
  readonly title: string | undefined
  /** Tells whether an `aria-labelledby` leads to text. */
  readonly isLabelled: (labelledBy: string | undefined) => boolean
}

/** Judges images when the whole page is known. */
export function finishImages<Handle>(
  drafts: readonly ImageDraft<Handle>[],
  page: PageFacts
): FoundImage<Handle>[] {
  const judged = drafts.map((draft) => {
    const { attributes, spread, emptyAltBy, around } = draft
    const labelled = page.isLabelled(attributeText(attributes.get('aria-labelledby')))
    const hidden = isHidden(attributes, around)
    const verdict = verdictOf({ attributes, spread, emptyAltBy, hidden, labelled }, page.emptyAlt)
    return { draft, verdict, control: around.control, isFallback: around.isFallback }
  })
  const purposes = purposesOf(judged, page.isLabelled)
  return judged.map(({ draft, verdict }, index) => {
    const { attributes, around } = draft
    const lang = languageOf(attributes) ?? around.lang
    return {
      element: draft.name,
      sources: imageSources(attributes, draft.offered),
      verdict,
      alt: attributeText(attributes.get('alt')) ?? null,
      purpose: purposes[index]!,
      context: contextOf(draft.text, around.figure, page.title),
      ...(lang === undefined || lang === '' ? {} : { lang }),
      tiny: isTiny(attributes),
      off: around.off || isOff(attributes),
      handle: draft.handle,
      emptyAltBy: draft.emptyAltBy
    }
  })
}

function isHidden(attributes: Attributes, around: Surroundings): boolean {
  const own = ownVisibility(attributes)
  return around.removed || own.removed || (own.visible === undefined ? around.invisible : !own.visible)
}
