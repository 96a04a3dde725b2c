import { attributeText, type Attributes } from '../attribute-value.ts'
import { isBlank } from '../blank.ts'
import { takesAlt, type ImageKind } from '../image-kind.ts'
import { isRemovedByRole } from './role-conflict.ts'

/** What may name an image. */
export interface NameFacts {
  readonly attributes: Attributes
  /** What makes it an image. Default `'img'`. */
  readonly kind?: ImageKind
  /** Its `aria-labelledby` leads to text (in a fragment also: leads out of the fragment). */
  readonly labelled: boolean
  /** A `label` that holds text is for it. Default false. */
  readonly hasLabel?: boolean
  /** Text of its `title` element, which SVG has. */
  readonly titleElement?: string | undefined
}

/** True for an image with an accessible name that is certain, and says something. */
export function isNamed(facts: NameFacts): boolean {
  return facts.labelled || facts.hasLabel === true || ownWords(facts) !== undefined
}

/**
 * The words that a listener hears for an image, as its own markup has them. `''` where nothing is heard, and where the
 * words stand elsewhere or only the run time knows them.
 */
export function heardWords(facts: NameFacts): string {
  const { attributes, kind = 'img', labelled } = facts
  const isFromElsewhere =
    labelled || ['aria-label', 'aria-labelledby'].some((name) => isExpression(attributes, name))
  return isFromElsewhere || isRemovedByRole(attributes, kind) ? '' : (ownWords(facts) ?? '')
}

/** True when an expression may name an image. */
export function isNamedAtRunTime({ attributes, kind = 'img' }: NameFacts): boolean {
  const names = ['aria-label', 'aria-labelledby']
  if (takesAlt(kind)) names.push('alt')
  if (!isSilentByAlt(attributes, kind)) names.push('title')
  return names.some((name) => isExpression(attributes, name))
}

function isExpression(attributes: Attributes, name: string): boolean {
  return typeof attributes.get(name) === 'object'
}

function ownWords({ attributes, kind = 'img', titleElement }: NameFacts): string | undefined {
  const label = textIn(attributes, 'aria-label')
  if (label !== undefined) return label
  if (titleElement !== undefined && !isBlank(titleElement)) return titleElement
  const alt = takesAlt(kind) ? textIn(attributes, 'alt') : undefined
  if (alt !== undefined || isSilentByAlt(attributes, kind)) return alt
  return textIn(attributes, 'title')
}

/** An empty `alt` says that a picture needs no words, so that its `title` names nothing. It says nothing of a control. */
function isSilentByAlt(attributes: Attributes, kind: ImageKind): boolean {
  const alt = attributes.get('alt')
  return kind === 'img' && (attributeText(alt) === '' || typeof alt === 'object')
}

function textIn(attributes: Attributes, name: string): string | undefined {
  const text = attributeText(attributes.get(name))
  return text === undefined || isBlank(text) ? undefined : text
}
