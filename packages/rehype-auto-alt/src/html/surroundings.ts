import { attributeText, type Attributes } from '../rules/attribute-value.ts'
import { isImageRole, roleOf } from '../rules/verdict/role.ts'
import { ownVisibility } from '../rules/verdict/visibility.ts'
import { controlIn, type ControlPlace } from './control.ts'
import type { Candidate } from './image-sources.ts'
import type { NamingPlace } from './naming.ts'

/** A figure, whose caption may come before or after the image. */
export interface Figure {
  caption: string
}

/** What holds for everything at a place, by what it stands in. Shared, so never changed. */
export interface Surroundings extends ControlPlace, NamingPlace {
  /** CSS `visibility: hidden`, which what stands in it may take back. */
  readonly invisible: boolean
  /** `data-auto-alt="off"` */
  readonly off: boolean
  readonly lang: string | undefined
  readonly figure: Figure | undefined
  /** In the caption of the figure. */
  readonly inCaption: boolean
  /** In a heading. */
  readonly inHeading: boolean
  /** Pictures offered by the `source` elements of the `picture` around. Grows as they come. */
  readonly offered: Candidate[] | undefined
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
  label: undefined,
  drawing: undefined,
  title: undefined,
  isFallback: false
}

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
  const removed = outer.removed || visibility.removed || isImageRole(roleOf(attributes))
  const invisible = visibility.visible === undefined ? outer.invisible : !visibility.visible
  const off = outer.off || isOff(attributes)
  const lang = languageOf(attributes) ?? outer.lang
  const control = controlIn(outer, name, attributes)
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

/** An element's attributes change what holds in it, wherever it stands. */
export function changesAnything(name: string, attributes: Attributes): boolean {
  return attributes.size > 0 && surroundingsIn(openGround, name, attributes) !== openGround
}
