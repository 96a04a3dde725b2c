import { attributeText, type Attributes } from '../rules/attribute-value.ts'
import { isBlank } from '../rules/blank.ts'
import { purposeOfLink } from '../rules/purpose/control-purpose.ts'
import type { Purpose } from '../rules/image-use.ts'
import { roleOf } from '../rules/verdict/role.ts'

/** A text, or an image. */
export type Heard = string | { readonly attributes: Attributes }

/** A link or button, which what stands in it names. */
export interface Control {
  readonly kind: 'link' | 'button'
  /** What an image is there for that is all it holds. */
  readonly purpose: Purpose
  /** It is named by `aria-label`, or by something only the run time knows. */
  readonly isLabelled: boolean
  /** Its `aria-labelledby`. */
  readonly labelledBy: string | undefined
  /** Of a button: its `id`, and the fragment that its address leads to. */
  readonly names: readonly (string | undefined)[]
  /** The control around it. */
  readonly outer: Control | undefined
  /** It stands in `noscript` itself. */
  readonly isFallback: boolean
  /** It holds text, a field or another control: something besides images to name it. */
  hasContent: boolean
  /** It holds such content in `noscript`, which counts for images in there only. */
  hasFallbackContent: boolean
  /** What is heard in it, in order: text, and images by themselves. */
  readonly heard: Heard[]
}

/** Most pieces of a control that are kept: who puts more into a link has no image in mind that names it. */
const mostHeard = 50

/** A place in the markup, as far as it bears on controls. */
export interface ControlPlace {
  readonly control: Control | undefined
  readonly isFallback: boolean
}

const buttonRoles: ReadonlySet<string> = new Set(['button', 'link', 'menuitem', 'switch', 'tab'])

/** The control inside an element: the element itself, when it is one, else the control around. */
export function controlIn(outer: ControlPlace, name: string, attributes: Attributes): Control | undefined {
  const purpose = controlPurpose(name, attributes)
  if (purpose === undefined) return outer.control
  const label = attributes.get('aria-label')
  const labelledBy = attributes.get('aria-labelledby')
  return {
    kind: controlKind(name, attributes),
    purpose,
    isLabelled:
      typeof label === 'object' || typeof labelledBy === 'object' || !isBlank(attributeText(label) ?? ''),
    labelledBy: attributeText(labelledBy),
    names: purpose.kind === 'button' ? namesOf(attributes) : [],
    outer: outer.control,
    isFallback: outer.isFallback,
    hasContent: false,
    hasFallbackContent: false,
    heard: []
  }
}

function namesOf(attributes: Attributes): (string | undefined)[] {
  const fragment = /^\s*#(.*)$/su.exec(attributeText(attributes.get('href')) ?? '')?.[1]
  return [fragment, attributeText(attributes.get('id'))]
}

function controlKind(name: string, attributes: Attributes): Control['kind'] {
  const role = roleOf(attributes)
  if (role !== undefined && buttonRoles.has(role)) return role === 'link' ? 'link' : 'button'
  return name === 'a' ? 'link' : 'button'
}

function controlPurpose(name: string, attributes: Attributes): Purpose | undefined {
  const role = attributes.size === 0 ? undefined : roleOf(attributes)
  const href = name === 'a' ? attributes.get('href') : undefined
  if (href !== undefined && (role === undefined || role === 'link')) return purposeOfLink(href)
  if (name === 'button' || name === 'summary' || (role !== undefined && buttonRoles.has(role)))
    return { kind: 'button' }
  return href === undefined ? undefined : purposeOfLink(href)
}

/** The controls around this place hold something that names them. */
export function noteContent(place: ControlPlace): void {
  for (let control = place.control; control; control = control.outer) {
    if (control.isFallback === place.isFallback) control.hasContent = true
    else control.hasFallbackContent = true
  }
}

/** The controls around this place hold a text or an image that is heard. */
export function noteHeard(place: ControlPlace, piece: Heard): void {
  for (let control = place.control; control; control = control.outer) {
    if (control.heard.length < mostHeard) control.heard.push(piece)
  }
}

/** True for an HTML element with a name or a value of its own. */
export function isContent(name: string, attributes: Attributes): boolean {
  if (name === 'select' || name === 'textarea') return true
  if (name === 'input' && attributeText(attributes.get('type'))?.toLowerCase() !== 'hidden') return true
  return !isBlank(attributeText(attributes.get('aria-label')) ?? '')
}
