import { attributeText, type Attributes } from '../rules/attribute-value.ts'
import { isBlank } from '../rules/blank.ts'
import { purposeOfLink } from '../rules/control-purpose.ts'
import type { Purpose } from '../rules/image-use.ts'
import { roleOf } from '../rules/verdict.ts'
import { ownVisibility } from '../rules/visibility.ts'
import type { Candidate } from './image-sources.ts'

/** A link or button, which what stands in it names. */
export interface Control {
  /** What an image is there for that is all it holds. */
  readonly purpose: Purpose
  /** It is named by `aria-label`. */
  readonly isLabelled: boolean
  /** Its `aria-labelledby`. */
  readonly labelledBy: string | undefined
  /** The control around it. */
  readonly outer: Control | undefined
  /** It stands in `noscript` itself. */
  readonly isFallback: boolean
  /** It holds text, or another control: something besides images to name it. */
  hasContent: boolean
}

/** A figure, whose caption may come before or after the image. */
export interface Figure {
  caption: string
}

/** What holds for everything at a place, by what it stands in. Shared, so never changed. */
export interface Surroundings {
  /** Out of the accessibility tree for good. */
  readonly removed: boolean
  /** CSS `visibility: hidden`, which what stands in it may take back. */
  readonly invisible: boolean
  /** `data-auto-alt="off"` */
  readonly off: boolean
  readonly lang: string | undefined
  readonly control: Control | undefined
  readonly figure: Figure | undefined
  /** In the caption of the figure. */
  readonly inCaption: boolean
  /** In a heading. */
  readonly inHeading: boolean
  /** Pictures offered by the `source` elements of the `picture` around. Grows as they come. */
  readonly offered: Candidate[] | undefined
  /** In `noscript`: shown only where scripts do not run. */
  readonly isFallback: boolean
}

/** What holds where nothing is around. */
export const openGround: Surroundings = {
  removed: false,
  invisible: false,
  off: false,
  lang: undefined,
  control: undefined,
  figure: undefined,
  inCaption: false,
  inHeading: false,
  offered: undefined,
  isFallback: false
}

const buttonRoles: ReadonlySet<string> = new Set(['button', 'link', 'menuitem', 'switch', 'tab'])

/** What holds inside an element. The same object as outside when the element changes nothing. */
export function surroundingsIn(outer: Surroundings, name: string, attributes: Attributes): Surroundings {
  const byName = structureOf(outer, name)
  if (attributes.size === 0 && name !== 'button' && name !== 'summary') return byName
  return withAttributes(byName, name, attributes)
}

function structureOf(outer: Surroundings, name: string): Surroundings {
  switch (name) {
    case 'h1':
    case 'h2':
    case 'h3':
    case 'h4':
    case 'h5':
    case 'h6':
      return { ...outer, inHeading: true }
    case 'figure':
      return { ...outer, figure: { caption: '' }, inCaption: false }
    case 'figcaption':
      return outer.figure ? { ...outer, inCaption: true } : outer
    case 'picture':
      return { ...outer, offered: [] }
    case 'noscript':
      return { ...outer, isFallback: true }
    default:
      return outer
  }
}

function withAttributes(outer: Surroundings, name: string, attributes: Attributes): Surroundings {
  const visibility = ownVisibility(attributes)
  const removed = outer.removed || visibility.removed || /^(?:img|image)$/u.test(roleOf(attributes) ?? '')
  const invisible = visibility.visible === undefined ? outer.invisible : !visibility.visible
  const off = outer.off || isOff(attributes)
  const lang = languageOf(attributes) ?? outer.lang
  const control = controlOf(outer, name, attributes)
  const same =
    removed === outer.removed &&
    invisible === outer.invisible &&
    off === outer.off &&
    lang === outer.lang &&
    control === outer.control
  return same ? outer : { ...outer, removed, invisible, off, lang, control }
}

/** True for `data-auto-alt="off"`. */
export function isOff(attributes: Attributes): boolean {
  return attributeText(attributes.get('data-auto-alt'))?.trim().toLowerCase() === 'off'
}

/** `lang`, or `xml:lang`. `''` says that the language is unknown. */
export function languageOf(attributes: Attributes): string | undefined {
  return attributeText(attributes.get('lang') ?? attributes.get('xml:lang'))?.trim()
}

function controlOf(outer: Surroundings, name: string, attributes: Attributes): Control | undefined {
  const purpose = controlPurpose(name, attributes)
  if (purpose === undefined) return outer.control
  const label = attributes.get('aria-label')
  const labelledBy = attributes.get('aria-labelledby')
  return {
    purpose,
    isLabelled: typeof label === 'object' || typeof labelledBy === 'object' || !isBlank(attributeText(label) ?? ''),
    labelledBy: attributeText(labelledBy),
    outer: outer.control,
    isFallback: outer.isFallback,
    hasContent: false
  }
}

function controlPurpose(name: string, attributes: Attributes): Purpose | undefined {
  const role = roleOf(attributes)
  const href = name === 'a' ? attributes.get('href') : undefined
  if (href !== undefined && (role === undefined || role === 'link')) return purposeOfLink(href)
  if (name === 'button' || name === 'summary' || (role !== undefined && buttonRoles.has(role))) return { kind: 'button' }
  return href === undefined ? undefined : purposeOfLink(href)
}
