import { attributeText, type Attributes } from '../attribute-value.ts'
import { inlineStyle } from './inline-style.ts'

/** What an element's own attributes say about whether it, and what it holds, is in the accessibility tree. */
export interface OwnVisibility {
  /** It is out with everything in it, whatever that says: `aria-hidden="true"`, `hidden`, `display: none`. */
  readonly removed: boolean
  /** CSS `visibility`, which what it holds may set anew; absent when it says nothing. */
  readonly visible?: boolean
}

const nothingSaid: OwnVisibility = { removed: false }

/** Reads `aria-hidden`, `hidden` and the inline style. An expression says nothing. */
export function ownVisibility(attributes: Attributes): OwnVisibility {
  if (attributes.size === 0) return nothingSaid
  const style = attributeText(attributes.get('style'))
  const declared = style && /display|visibility/iu.test(style) ? inlineStyle(style) : undefined
  const display = declared?.get('display')
  const visibility = declared?.get('visibility')
  const hidden = attributeText(attributes.get('hidden')) !== undefined && display === undefined
  const removed =
    hidden ||
    display === 'none' ||
    attributeText(attributes.get('aria-hidden'))?.trim().toLowerCase() === 'true'
  if (visibility === 'hidden' || visibility === 'collapse') return { removed, visible: false }
  if (visibility === 'visible') return { removed, visible: true }
  return removed ? { removed } : nothingSaid
}
