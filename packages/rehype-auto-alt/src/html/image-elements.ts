import { attributeText, type Attributes } from '../rules/attribute-value.ts'
import { isImageAddress } from '../rules/purpose/control-purpose.ts'
import type { ImageKind } from '../rules/image-kind.ts'
import { isImageRole, roleOf } from '../rules/verdict/role.ts'
import type { Space } from './open-elements.ts'

/** Which elements are looked for: pictures that take an `alt`, or everything that counts as an image. */
export type ElementsToFind = 'img' | 'all'

const drawnRoles: ReadonlySet<string> = new Set(['graphics-document', 'graphics-symbol'])

/**
 * What makes an element other than `img` an image; `undefined` for no image.
 *
 * @param name Lower case in HTML, SVG and MathML; as written for components.
 */
export function kindOfElement(space: Space, name: string, attributes: Attributes): ImageKind | undefined {
  if (attributes.size === 0) return undefined
  if (space === 'svg') return isDrawing(roleOf(attributes)) && !isNeverDrawn(space, name) ? 'svg' : undefined
  if (name === 'area' && attributes.has('href')) return 'area'
  if (name === 'input' && typeOf(attributes) === 'image') return 'button'
  if (name === 'object' && embedsPicture(attributes)) return 'object'
  if (!attributes.has('role') || !isImageRole(roleOf(attributes))) return undefined
  return isComponent(name) || name === 'area' ? undefined : 'role'
}

function isDrawing(role: string | undefined): boolean {
  return isImageRole(role) || (role !== undefined && drawnRoles.has(role))
}

/** Without a type, the address tells. */
function embedsPicture(attributes: Attributes): boolean {
  const data = attributes.get('data')
  const address = attributeText(data)?.trim()
  if (data === undefined || address === '') return false
  const type = typeOf(attributes)
  if (type !== undefined && type !== '') return type.startsWith('image/')
  return address !== undefined && (isImageAddress(address) || /^data:image\//iu.test(address))
}

/** What a component makes of its role is its own business. */
function isComponent(name: string): boolean {
  return /^[A-Z]|\./u.test(name)
}

function typeOf(attributes: Attributes): string | undefined {
  return attributeText(attributes.get('type'))?.trim().toLowerCase()
}

const labelable: ReadonlySet<string> = new Set([
  'button',
  'input',
  'meter',
  'output',
  'progress',
  'select',
  'textarea'
])

/** True for an HTML element that a `label` may be for. */
export function isLabelable(name: string, attributes: Attributes): boolean {
  return labelable.has(name) && !(name === 'input' && typeOf(attributes) === 'hidden')
}

const neverDrawn: ReadonlySet<string> = new Set([
  'clippath',
  'defs',
  'lineargradient',
  'marker',
  'mask',
  'pattern',
  'radialgradient',
  'symbol'
])

/** True for an SVG element that only serves others: what stands in it is not drawn where it stands. */
export function isNeverDrawn(space: Space, name: string): boolean {
  return space === 'svg' && neverDrawn.has(name)
}
