import { attributeText, type Attributes } from '../rules/attribute-value.ts'
import { purposeOfLink } from '../rules/purpose/control-purpose.ts'
import { takesAlt, type ImageKind } from '../rules/image-kind.ts'
import type { ImageUse, Purpose, Verdict } from '../rules/image-use.ts'
import { isTiny } from '../rules/verdict/tiny.ts'
import { verdictOf, type EmptyAlt, type EmptyAltBy, type VerdictFacts } from '../rules/verdict/verdict.ts'
import { ownVisibility } from '../rules/verdict/visibility.ts'
import { heardAround } from './heard-around.ts'
import { addressOf, imageSources, type Candidate } from './image-sources.ts'
import type { Labelling } from './label-ids.ts'
import type { Drawing } from './naming.ts'
import { contextOf, type TextAround } from './page-text.ts'
import { purposesOf } from './purposes.ts'
import { repeatsIn } from './rows.ts'
import { isOff, languageOf, type Surroundings } from './surroundings.ts'

/** An image that was found: all of an `ImageUse` that its markup tells. */
export interface FoundImage<Handle> extends Omit<ImageUse, 'page' | 'place' | 'end'> {
  /** What the feeder gave with it. */
  readonly handle: Handle
  /** Who made its `alt` empty, where it is empty. */
  readonly emptyAltBy: EmptyAltBy
}

type PlaceFacts = Pick<ImageUse, 'beside' | 'control' | 'kind' | 'name' | 'repeats'>

/** What is known about an image besides itself, where there is any. */
export function placeFacts({ beside, control, kind, name, repeats }: PlaceFacts): PlaceFacts {
  return {
    ...(kind && { kind }),
    ...(name !== undefined && { name }),
    ...(control && { control }),
    ...(beside !== undefined && { beside }),
    ...(repeats && { repeats })
  }
}

/** An image as it was met, before all that bears on it is known. */
export interface ImageDraft<Handle> extends Drawing {
  readonly kind: ImageKind
  readonly name: string
  readonly attributes: Attributes
  readonly spread: boolean
  readonly handle: Handle
  readonly emptyAltBy: EmptyAltBy
  readonly around: Surroundings
  readonly offered: readonly Candidate[]
  readonly text: TextAround
  /** The `label` around it. */
  readonly label: Labelling | undefined
}

/** What the end of the page made known. */
export interface PageFacts {
  readonly emptyAlt: EmptyAlt
  readonly title: string | undefined
  /** Tells whether an `aria-labelledby` leads to text. */
  readonly isLabelled: (labelledBy: string | undefined) => boolean
  /** Tells whether a `label` with text is for the element of an id. */
  readonly hasLabel: (id: string | undefined) => boolean
  /** Everything was looked for, with the words of what has some. */
  readonly isForAudit: boolean
}

/** Judges images when the whole page is known. */
export function finishImages<Handle>(
  drafts: readonly ImageDraft<Handle>[],
  page: PageFacts
): FoundImage<Handle>[] {
  const judged = drafts.map((draft) => {
    const { around, kind } = draft
    const facts = factsOf(draft, page)
    const verdict = verdictOf(facts, page.emptyAlt)
    const own = ownPurpose(draft, verdict)
    const control = own ? undefined : around.control
    const sources = sourcesOf(draft)
    return { draft, facts, own, verdict, kind, control, sources, isFallback: around.isFallback }
  })
  const purposes = purposesOf(judged, page.isLabelled)
  const heard = heardAround(judged, page)
  // Who fills every empty alternative wants none to be silent.
  const repeats = page.emptyAlt === 'missing' ? undefined : repeatsIn(judged)
  return judged.map((image, index) => {
    const { draft, own, sources, verdict } = image
    const repeated = repeats?.(image)
    const { attributes, around, kind } = draft
    const lang = languageOf(attributes) ?? around.lang
    const title = attributeText(attributes.get('title'))
    return {
      element: draft.name,
      sources,
      verdict,
      alt: (takesAlt(kind) ? attributeText(attributes.get('alt')) : undefined) ?? null,
      ...(title !== undefined && { title }),
      purpose: own ?? purposes[index]!,
      context: contextOf(draft.text, around.figure, page.title),
      ...(lang === undefined || lang === '' ? {} : { lang }),
      tiny: isTiny(attributes),
      off: around.off || isOff(attributes),
      handle: draft.handle,
      emptyAltBy: draft.emptyAltBy,
      ...(kind !== 'img' && { kind }),
      ...(repeated && { repeats: repeated }),
      ...heard(image)
    }
  })
}

function factsOf<Handle>(draft: ImageDraft<Handle>, page: PageFacts): VerdictFacts {
  const { around, attributes, emptyAltBy, kind, label, spread, title } = draft
  return {
    attributes,
    kind,
    spread,
    emptyAltBy,
    hidden: isHidden(attributes, around),
    labelled: page.isLabelled(attributeText(attributes.get('aria-labelledby'))),
    hasLabel: kind === 'button' && (label?.hasText || page.hasLabel(attributeText(attributes.get('id')))),
    titleElement: title?.text
  }
}

/** What an image that is a control itself is there for. Its role may say that it is none. */
function ownPurpose<Handle>({ attributes, kind }: ImageDraft<Handle>, verdict: Verdict): Purpose | undefined {
  if (verdict === 'decorative') return undefined
  if (kind === 'button') return { kind: 'button' }
  return kind === 'area' ? purposeOfLink(attributes.get('href') ?? '') : undefined
}

function sourcesOf<Handle>({ attributes, kind, offered }: ImageDraft<Handle>): string[] {
  if (kind === 'img' || kind === 'button') return imageSources(attributes, offered)
  const data = kind === 'object' ? addressOf(attributes, 'data') : undefined
  return data === undefined ? [] : [data]
}

function isHidden(attributes: Attributes, around: Surroundings): boolean {
  const own = ownVisibility(attributes)
  return around.removed || own.removed || (own.visible === undefined ? around.invisible : !own.visible)
}
