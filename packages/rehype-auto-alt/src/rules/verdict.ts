import { attributeText, type Attributes } from './attribute-value.ts'
import { isBlank } from './blank.ts'
import type { Verdict } from './image-use.ts'

/**
 * Who made an `alt` empty: the author of the markup, Markdown (which cannot say otherwise), or nobody knows,
 * because the position in the source got lost (counts as the author).
 */
export type EmptyAltBy = 'author' | 'markdown' | 'unplaced'

/** The option of this name: by who made it empty, never fill an empty `alt`, always fill it. */
export type EmptyAlt = 'auto' | 'decorative' | 'missing'

/** Attribute by which a stage that still knows the source tells a later one that an empty `alt` means missing. */
export const intentMarker = 'data-auto-alt-intent'

/** What a verdict is made from. */
export interface VerdictFacts {
  readonly attributes: Attributes
  /** A spread may bring further attributes at run time. */
  readonly spread: boolean
  /** It is not in the accessibility tree, by its own doing or by what it stands in. */
  readonly hidden: boolean
  /** Its `aria-labelledby` leads to text (in a fragment also: leads out of the fragment). */
  readonly labelled: boolean
  readonly emptyAltBy: EmptyAltBy
}

/**
 * Tells what assistive technology makes of an image.
 *
 * @param emptyAlt What an empty `alt` means where nothing else decides. `role="none"` and `role="presentation"`
 * always mean decorative.
 */
export function verdictOf(facts: VerdictFacts, emptyAlt: EmptyAlt): Verdict {
  if (facts.hidden) return 'hidden'
  const { attributes } = facts
  const alt = attributeText(attributes.get('alt'))
  if (isNamed(facts, alt)) return 'named'
  if (namesAtRunTime(attributes, alt)) return 'unknown'
  const removedByRole = /^(?:none|presentation)$/iu.test(roleOf(attributes) ?? '')
  if (alt === '') {
    if (removedByRole || !emptyMeansMissing(facts, emptyAlt)) return 'decorative'
  } else if (removedByRole && !keepsRole(attributes)) {
    return 'decorative'
  }
  return facts.spread ? 'unknown' : 'missing'
}

/** First token of the attribute `role`. */
export function roleOf(attributes: Attributes): string | undefined {
  return attributeText(attributes.get('role'))?.trim().split(/\s+/u, 1)[0]?.toLowerCase()
}

function isNamed({ attributes, labelled }: VerdictFacts, alt: string | undefined): boolean {
  if (labelled || hasText(attributes, 'aria-label')) return true
  if (alt !== undefined && !isBlank(alt)) return true
  if (alt === '' || typeof attributes.get('alt') === 'object') return false
  return hasText(attributes, 'title')
}

function namesAtRunTime(attributes: Attributes, alt: string | undefined): boolean {
  const names =
    alt === undefined ? ['alt', 'aria-label', 'aria-labelledby', 'title'] : ['aria-label', 'aria-labelledby']
  return names.some((name) => typeof attributes.get(name) === 'object')
}

function emptyMeansMissing({ attributes, emptyAltBy }: VerdictFacts, emptyAlt: EmptyAlt): boolean {
  if (emptyAlt !== 'auto') return emptyAlt === 'missing'
  return emptyAltBy === 'markdown' || attributeText(attributes.get(intentMarker)) === 'missing'
}

const globalAttributes = [
  'aria-atomic',
  'aria-braillelabel',
  'aria-brailleroledescription',
  'aria-busy',
  'aria-controls',
  'aria-current',
  'aria-describedby',
  'aria-description',
  'aria-details',
  'aria-disabled',
  'aria-dropeffect',
  'aria-errormessage',
  'aria-flowto',
  'aria-grabbed',
  'aria-haspopup',
  'aria-invalid',
  'aria-keyshortcuts',
  'aria-live',
  'aria-owns',
  'aria-relevant',
  'aria-roledescription'
] as const

/** Browsers pass over `role="none"` on what can be focused or carries a global ARIA attribute. */
function keepsRole(attributes: Attributes): boolean {
  if (/^\s*[+-]?\d/u.test(attributeText(attributes.get('tabindex')) ?? '')) return true
  return globalAttributes.some((name) => hasText(attributes, name))
}

function hasText(attributes: Attributes, name: string): boolean {
  const text = attributeText(attributes.get(name))
  return text !== undefined && !isBlank(text)
}
