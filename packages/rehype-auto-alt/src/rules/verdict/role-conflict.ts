import { attributeText, type Attributes } from '../attribute-value.ts'
import { isBlank } from '../blank.ts'
import type { ImageKind } from '../image-kind.ts'
import { isPresentational, needsName, roleOf } from './role.ts'

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

/** True for an image that its role takes out of the accessibility tree, or makes something that needs no name. */
export function roleLeavesNoImage(attributes: Attributes, kind: ImageKind): boolean {
  const role = roleOf(attributes)
  if (role === undefined) return false
  return isPresentational(role)
    ? isRemovedByRole(attributes, kind)
    : !needsName(role) && !isFocusable(attributes, kind)
}

/**
 * True for `role="none"` and `role="presentation"`, unless the element can be focused or carries a global ARIA
 * attribute: then browsers pass over the role.
 */
export function isRemovedByRole(attributes: Attributes, kind: ImageKind): boolean {
  if (!isPresentational(roleOf(attributes)) || isFocusable(attributes, kind)) return false
  return globalAttributes.every((name) => isBlank(attributeText(attributes.get(name)) ?? ''))
}

function isFocusable(attributes: Attributes, kind: ImageKind): boolean {
  if (kind === 'area') return true
  if (kind === 'button') return attributeText(attributes.get('disabled')) === undefined
  return /^\s*[+-]?\d/u.test(attributeText(attributes.get('tabindex')) ?? '')
}
