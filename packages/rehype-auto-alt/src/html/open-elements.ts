import { FORMATTING, IMPLIED_END, MARKER, SCOPE, TABLE_CONTEXT, kindOf } from './element-kinds.ts'
import { LostFormatting } from './lost-formatting.ts'

/** The language an element belongs to. */
export type Space = 'html' | 'svg' | 'math'

/** An element whose end has not come yet. */
export interface OpenElement<Around> {
  readonly name: string
  /** Bits of `element-kinds.ts`. */
  readonly kind: number
  readonly space: Space
  /** For SVG and MathML: what stands in it is HTML again. */
  readonly holdsHtml: boolean
  /** What holds for everything in it. */
  readonly around: Around
  /** It changes what holds for everything in it. */
  readonly matters: boolean
  /** Number of the tag among those of the page that open something. */
  readonly order: number
  /** Called when it ends. */
  readonly onLeave?: (() => void) | undefined
}

const objects: ReadonlySet<string> = new Set(['applet', 'marquee', 'object'])

/**
 * The elements that are open at a place in the markup, outermost first, without `html`, `head` and `body`, which
 * everything else stands in anyway.
 */
export class OpenElements<Around> {
  /** What holds outside all of them. */
  root: Around
  /** A tree builder may see this markup in another way than these rules do, in a way that matters. */
  doubtful = false
  /** The form that further forms cannot start in: until its end tag, even when it is no longer open. */
  form: OpenElement<Around> | undefined
  readonly isFragment: boolean
  readonly lost: LostFormatting<OpenElement<Around>> = new LostFormatting()
  readonly #entries: OpenElement<Around>[] = []
  #paragraphs = 0
  #formatting = 0

  constructor(root: Around, isFragment: boolean) {
    this.root = root
    this.isFragment = isFragment
  }

  get size(): number {
    return this.#entries.length
  }

  get current(): OpenElement<Around> | undefined {
    return this.#entries[this.#entries.length - 1]
  }

  at(index: number): OpenElement<Around> | undefined {
    return this.#entries[index]
  }

  get isInSelect(): boolean {
    return this.current?.name === 'select' && this.current.space === 'html'
  }

  get isInTemplate(): boolean {
    return this.find((entry) => entry.name === 'template', 0) !== -1
  }

  /** In a table, but in none of its cells and not in its caption, whatever strayed in there. */
  get isInTable(): boolean {
    const place = this.at(this.inTable('td', 'th', 'caption', 'tr', 'tbody', 'tfoot', 'thead', 'table'))
    return place !== undefined && (place.kind & TABLE_CONTEXT) !== 0
  }

  /** Index of the innermost open element that formatting does not reach across, or `-1`. */
  get markerIndex(): number {
    return this.find((entry) => (entry.kind & MARKER) !== 0, 0)
  }

  /** What holds for content that comes now. What a table cannot hold stands before the table. */
  get around(): Around {
    const current = this.current
    if (current === undefined) return this.root
    return (current.kind & TABLE_CONTEXT) === 0 ? current.around : this.#aroundTable()
  }

  #aroundTable(): Around {
    const index = this.inTable('table', 'template')
    const entry = this.#entries[index]
    if (entry?.name === 'template') return entry.around
    return this.#entries[index - 1]?.around ?? this.root
  }

  push(entry: OpenElement<Around>): void {
    this.#entries.push(entry)
    if (entry.name === 'p') this.#paragraphs++
    if (entry.kind & FORMATTING) this.#formatting++
  }

  /** Opens an element that HTML has there without a tag. */
  imply(name: string): void {
    const around = this.current?.around ?? this.root
    this.push({ name, kind: kindOf(name), space: 'html', holdsHtml: false, around, matters: false, order: 0 })
  }

  /** Index of the innermost open HTML element that fits, `-1` for none before an element of the bounding kind. */
  find(
    fits: (entry: OpenElement<Around>) => boolean,
    boundary: number,
    boundaries?: readonly string[]
  ): number {
    for (let index = this.#entries.length - 1; index >= 0; index--) {
      const entry = this.#entries[index]!
      if (entry.space === 'html' && fits(entry)) return index
      if (entry.kind & boundary || boundaries?.includes(entry.name)) return -1
    }
    return -1
  }

  /** Index of the innermost open element of this name in scope, or `-1`. */
  inScope(name: string, boundaries?: readonly string[]): number {
    return this.find((entry) => entry.name === name, SCOPE, boundaries)
  }

  /** Index of the innermost of these within the same table or template, or `-1`. */
  inTable(...names: readonly string[]): number {
    for (let index = this.#entries.length - 1; index >= 0; index--) {
      const { name, space } = this.#entries[index]!
      if (space !== 'html') continue
      if (names.includes(name)) return index
      if (name === 'table' || name === 'template') return -1
    }
    return -1
  }

  #left(entry: OpenElement<Around>): void {
    if (entry.name === 'p') this.#paragraphs--
    if (entry.kind & FORMATTING) this.#formatting--
    entry.onLeave?.()
  }

  /** There is formatting that is open or would be taken up again. */
  get hasFormatting(): boolean {
    return this.#formatting > 0 || !this.lost.isEmpty
  }

  /** An end tag of the current element's name ends just that: nothing else hangs on it. */
  get closesPlainly(): boolean {
    const { current } = this
    return (
      current !== undefined && current.name !== 'form' && (this.lost.isEmpty || !(current.kind & FORMATTING))
    )
  }

  /** Ends the current element. */
  endCurrent(): void {
    const entry = this.#entries.pop()
    if (entry) this.#left(entry)
  }

  /** Ends this element and everything in it. */
  endFrom(index: number): void {
    this.#end(index, index + 1)
  }

  /** Ends everything in this element, `-1` for everything. */
  endIn(index: number): void {
    this.#end(index + 1, index + 1)
  }

  /** Formatting that is cut off is taken up again behind what ended. */
  #end(index: number, cutOffFrom: number): void {
    const marker = this.#entries.findIndex(
      // Only its own end tag makes an object forget the formatting in it.
      ({ kind, name }, at) => at >= index && kind & MARKER && (at < cutOffFrom || !objects.has(name))
    )
    const cutOff: OpenElement<Around>[] = []
    for (let last = this.#entries.length - 1; last >= index; last--) {
      const entry = this.#entries.pop()!
      this.#left(entry)
      if (last >= cutOffFrom && entry.kind & FORMATTING && (marker === -1 || last < marker))
        cutOff.push(entry)
    }
    for (const entry of cutOff.reverse()) {
      if (entry.matters) this.doubtful = true
      this.lost.add(entry, this.at(this.markerIndex))
    }
  }

  /** Takes elements out of the middle; what stands in them stays open. */
  remove(goes: (entry: OpenElement<Around>, index: number) => boolean): void {
    for (let index = this.#entries.length - 1; index >= 0; index--) {
      const entry = this.#entries[index]!
      if (!goes(entry, index)) continue
      this.#entries.splice(index, 1)
      this.#left(entry)
    }
  }

  /** Ends elements whose end tag may be left out, as long as they are the current one. */
  endImplied(except?: string): void {
    for (let current = this.current; current; current = this.current) {
      if ((current.kind & IMPLIED_END) === 0 || current.name === except) return
      this.endFrom(this.#entries.length - 1)
    }
  }

  /** Ends an open paragraph. */
  endParagraph(): void {
    if (this.#paragraphs === 0) return
    const index = this.inScope('p', ['button'])
    if (index !== -1) this.endFrom(index)
  }
}
