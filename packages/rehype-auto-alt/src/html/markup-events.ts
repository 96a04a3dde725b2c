import type { Attributes } from '../rules/attribute-value.ts'
import type { EmptyAltBy } from '../rules/verdict/verdict.ts'

/** An element that opens. Valid during the call only: a feeder may use one object for all of them. */
export interface MarkupElement<Handle> {
  /** Lower case for HTML; as written for components. */
  readonly name: string
  /** At least those in `attributesThatName`; all of them for `source` and whatever is an image. */
  readonly attributes: Attributes
  /** A spread may bring an `alt` at run time, which nothing written behind it takes back. */
  readonly spread: boolean
  /** Written with `/>`. Only foreign content (SVG, MathML) heeds it, as HTML has it. */
  readonly selfClosing: boolean
  /** Who made the `alt` empty, where it is empty. Default `'author'`. */
  readonly emptyAltBy?: EmptyAltBy
  /** What the feeder wants back with an image that is found. Read for images only. */
  readonly handle: Handle
}

/** Takes in markup, whatever syntax it was written in, in document order. */
export interface MarkupSink<Handle> {
  open(element: MarkupElement<Handle>): void
  /** An end tag. One that closes nothing is passed over; void elements need none. */
  close(name: string): void
  /** Text with character references decoded. */
  text(value: string): void
  /** True where a tag that opens now stands directly in SVG or MathML, whose `title` and `style` hold no raw text. */
  isForeign(): boolean
  /** A browser may take this text apart in another way. */
  doubt(): void
  /** True when nothing but further images can add to what is known. */
  isSettled(): boolean
}

/** Attributes that bear on images also when they stand on elements around them. */
export const attributesThatMatter: ReadonlySet<string> = new Set([
  'aria-hidden',
  'aria-label',
  'aria-labelledby',
  'data-auto-alt',
  'hidden',
  'href',
  'id',
  'lang',
  'role',
  'style',
  'xml:lang'
])

/** Further elements whose attributes count, all of them: they decide how the markup nests, or name pictures. */
export const elementsThatMatter: ReadonlySet<string> = new Set([
  'annotation-xml',
  'font',
  'image',
  'img',
  'input',
  'source'
])

/** Attributes that bear on images where everything that counts as one is looked for. */
export const attributesThatName: ReadonlySet<string> = new Set([...attributesThatMatter, 'title'])

/** Further elements whose attributes count, all of them, where everything that counts as an image is looked for. */
export const elementsThatName: ReadonlySet<string> = new Set([
  ...elementsThatMatter,
  'area',
  'label',
  'object'
])
