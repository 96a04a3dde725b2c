import { isNamed, isNamedAtRunTime, type NameFacts } from './accessible-name.ts'
import { attributeText } from '../attribute-value.ts'
import type { Verdict } from '../image-use.ts'
import { isPresentational, roleOf } from './role.ts'
import { roleLeavesNoImage } from './role-conflict.ts'

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
export interface VerdictFacts extends NameFacts {
  /** A spread may bring an `alt` at run time, which nothing written takes back. */
  readonly spread: boolean
  /** It is not in the accessibility tree, by its own doing or by what it stands in. */
  readonly hidden: boolean
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
  if (isNamed(facts) || isNamedAtRunTime(facts)) return 'named'
  if (facts.spread) return 'unknown'
  if (isDecorative(facts, emptyAlt)) return 'decorative'
  return typeof facts.attributes.get('role') === 'object' ? 'unknown' : 'missing'
}

/** An empty `alt` says nothing of a link, a button or a drawing. */
function isDecorative(facts: VerdictFacts, emptyAlt: EmptyAlt): boolean {
  const { attributes, kind = 'img' } = facts
  if (kind !== 'img' || attributeText(attributes.get('alt')) !== '')
    return roleLeavesNoImage(attributes, kind)
  return isPresentational(roleOf(attributes)) || !emptyMeansMissing(facts, emptyAlt)
}

function emptyMeansMissing({ attributes, emptyAltBy }: VerdictFacts, emptyAlt: EmptyAlt): boolean {
  if (emptyAlt !== 'auto') return emptyAlt === 'missing'
  return emptyAltBy === 'markdown' || attributeText(attributes.get(intentMarker)) === 'missing'
}
