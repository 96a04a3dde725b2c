import type { Attributes } from '../rules/attribute-value.ts'
import { isBlank } from '../rules/blank.ts'
import { ownVisibility } from '../rules/visibility.ts'
import { isContent, noteContent } from './control.ts'
import { BLOCK, FORMATTING, HEADING, RAW_TEXT, TABLE_PART, VOID, kindOf } from './element-kinds.ts'
import { endTag } from './end-tags.ts'
import { finishImages, type FoundImage, type ImageDraft } from './found-image.ts'
import { endForeign, holdsHtml, isInForeign, isSilent, kindIn, spaceOf } from './foreign-content.ts'
import { offeredBy } from './image-sources.ts'
import { LabelIds } from './label-ids.ts'
import type { MarkupElement, MarkupSink } from './markup-events.ts'
import { OpenElements, type Space } from './open-elements.ts'
import { PageText } from './page-text.ts'
import { makeWay } from './start-tags.ts'
import { changesAnything, openGround, surroundingsIn, type Surroundings } from './surroundings.ts'
import type { EmptyAlt } from '../rules/verdict.ts'

export type { FoundImage }

/** How to look for images. */
export interface FinderSettings {
  /** The markup is a whole document, so that an `aria-labelledby` whose id is not in it leads nowhere. */
  readonly document: boolean
  /** What an empty `alt` means. */
  readonly emptyAlt: EmptyAlt
  /** Names of further elements or components that are images. */
  readonly components: readonly string[]
  /**
   * The events come from a finished tree in which every element has its end, so none is implied. Default false: they
   * come from markup, whose tags are paired as HTML has it.
   */
  readonly tree?: boolean
}

/** What a look through some markup found. */
export interface Findings<Handle> {
  /** In the order they came in. */
  readonly images: readonly FoundImage<Handle>[]
  /** Text of `title`, else of the first `h1`. */
  readonly title?: string
  /** Language of the whole. */
  readonly lang?: string
  /** A browser may nest this markup in another way, in a way that bears on an image. */
  readonly doubtful: boolean
}

/** Finds images in markup that passes by. */
export interface ImageFinder<Handle> extends MarkupSink<Handle> {
  /** Ends the markup. Nothing may come after it. */
  finish(): Findings<Handle>
}

/** Starts to look for images in one page, or one piece of a page. */
export function createImageFinder<Handle>(settings: FinderSettings): ImageFinder<Handle> {
  return new Finder<Handle>(settings)
}

class Finder<Handle> implements ImageFinder<Handle> {
  readonly #settings: FinderSettings
  readonly #components: ReadonlySet<string>
  readonly #stack: OpenElements<Surroundings>
  readonly #ids = new LabelIds()
  readonly #page = new PageText()
  readonly #images: ImageDraft<Handle>[] = []
  readonly #boundary = (): void => this.#page.boundary()
  #opened = 0

  constructor(settings: FinderSettings) {
    this.#settings = settings
    this.#components = new Set(settings.components)
    this.#stack = new OpenElements(openGround, !settings.document)
  }

  isForeign(): boolean {
    return isInForeign(this.#stack)
  }

  doubt(): void {
    this.#stack.doubtful = true
  }

  isSettled(): boolean {
    const stack = this.#stack
    if (stack.doubtful) return true
    const { control, figure } = stack.current?.around ?? openGround
    const isAround = control !== undefined || figure !== undefined || stack.hasFormatting
    return !isAround && !this.#ids.areAsked && this.#page.isSettled
  }

  open(element: MarkupElement<Handle>): void {
    const stack = this.#stack
    const current = stack.current
    if (current !== undefined && current.kind & RAW_TEXT) return
    const { attributes } = element
    const isInHtml = current === undefined || current.space === 'html'
    const name = isInHtml ? element.name : element.name.toLowerCase()
    const space = isInHtml && name !== 'svg' && name !== 'math' ? 'html' : spaceOf(stack, name, attributes)
    const kind = kindIn(space, name)
    const { tree } = this.#settings
    const isRoot = name === 'html' || name === 'body' || (name === 'head' && !tree)
    if (isRoot && space === 'html') return this.#openRoot(name, attributes)
    if (!tree && !isInForeign(stack) && !makeWay(stack, name, kind)) return
    if (kind & BLOCK) this.#page.boundary()
    const around = this.#aroundTag(name, kind)
    const labelling = attributes.size === 0 ? undefined : this.#ids.enter(attributes)
    const isImage =
      (space === 'html' && (name === 'img' || name === 'image')) || this.#components.has(element.name)
    if (isImage) this.#found(element, around)
    else if (around.control && isContent(space === 'html' ? name : '', attributes)) {
      if (!around.removed && !around.invisible && !ownVisibility(attributes).removed) noteContent(around)
    }
    if (kind & VOID) {
      if (labelling) this.#ids.leave(labelling)
      if (name === 'br') this.#page.text(' ')
      else if (name === 'source') around.offered?.push(...offeredBy(attributes))
      return
    }
    if (space !== 'html' && element.selfClosing) return
    this.#push(name, kind, space, attributes, around, labelling && (() => this.#ids.leave(labelling)))
  }

  #push(
    name: string,
    kind: number,
    space: Space,
    attributes: Attributes,
    outside: Surroundings,
    leaveId: (() => void) | undefined
  ): void {
    const around = surroundingsIn(outside, space === 'html' ? name : '', attributes)
    if (around.control !== outside.control && !around.removed) noteContent(outside)
    const isFormInTable = name === 'form' && this.#stack.isInTable
    const entry = {
      name,
      kind,
      space,
      holdsHtml: holdsHtml(space, name, attributes),
      around,
      // Formatting may be taken up again elsewhere, where what it says is news.
      matters: around !== outside || ((kind & FORMATTING) !== 0 && changesAnything(name, attributes)),
      order: ++this.#opened,
      onLeave: this.#onLeave(name, kind, leaveId)
    }
    if (kind & HEADING) this.#page.startHeading()
    if (name === 'title' && space === 'html') this.#page.startTitle()
    if (name === 'form' && !this.#stack.isInTemplate) this.#stack.form = entry
    if (isFormInTable && !this.#settings.tree) return
    this.#stack.push(entry)
    // In the head, `noscript` holds no images: a browser ends it before one.
    if (name === 'noscript' && attributes.size > 0 && this.#stack.size === 1) this.#stack.doubtful = true
  }

  #onLeave(name: string, kind: number, leaveId: (() => void) | undefined): (() => void) | undefined {
    const leave =
      kind & HEADING
        ? () => this.#page.endHeading(Number(name[1]))
        : kind & BLOCK
          ? this.#boundary
          : undefined
    if (leave === undefined || leaveId === undefined) return leave ?? leaveId
    return () => {
      leave()
      leaveId()
    }
  }

  /** `html` and `body` stand around everything, wherever their tags come. */
  #openRoot(name: string, attributes: Attributes): void {
    this.#page.boundary()
    const root = surroundingsIn(this.#stack.root, name, attributes)
    if (root === this.#stack.root) return
    if (name === 'head' || this.#stack.size > 0 || this.#images.length > 0) this.#stack.doubtful = true
    else this.#stack.root = root
  }

  /** What is around an element that opens now: what a table cannot hold stands before the table. */
  #aroundTag(name: string, kind: number): Surroundings {
    const staysInTable = kind & TABLE_PART || name === 'script' || name === 'style' || name === 'template'
    return staysInTable ? (this.#stack.current?.around ?? this.#stack.root) : this.#stack.around
  }

  #found(element: MarkupElement<Handle>, around: Surroundings): void {
    const { name, attributes, spread, handle, emptyAltBy = 'author' } = element
    const offered = [...(around.offered ?? [])]
    this.#images.push({
      name,
      attributes,
      spread,
      handle,
      emptyAltBy,
      around,
      offered,
      text: this.#page.image()
    })
  }

  close(name: string): void {
    const stack = this.#stack
    const current = stack.current
    if (current === undefined) return
    if (current.kind & RAW_TEXT || this.#settings.tree) {
      const isOwn = current.name === (current.space === 'html' ? name : name.toLowerCase())
      if (!isOwn) return
      this.#page.endTitle()
      stack.endCurrent()
    } else if (current.name === name && current.space === 'html' && stack.closesPlainly) stack.endCurrent()
    else if (current.space === 'html') endTag(stack, name, kindOf(name))
    else if (!endForeign(stack, name.toLowerCase())) endTag(stack, name, kindOf(name))
  }

  text(value: string): void {
    const stack = this.#stack
    const current = stack.current
    if (current !== undefined && current.kind & RAW_TEXT) {
      this.#page.titleText(value)
      return
    }
    if (stack.isInSelect) return
    const blank = isBlank(value)
    const around = blank ? (current?.around ?? stack.root) : stack.around
    if (!blank) this.#ids.text()
    if (around.removed || around.invisible) return
    if (!blank && !(current && isSilent(current))) noteContent(around)
    if (around.isFallback || (current !== undefined && current.space !== 'html')) return
    if (around.inCaption && around.figure) around.figure.caption += value
    else if (around.inHeading) this.#page.headingText(value)
    else this.#page.text(value)
  }

  finish(): Findings<Handle> {
    this.#page.boundary()
    const { title } = this.#page
    const isLabelled = (ids: string | undefined): boolean => this.#ids.resolves(ids, this.#settings.document)
    const images = finishImages(this.#images, { emptyAlt: this.#settings.emptyAlt, title, isLabelled })
    const { lang } = this.#stack.root
    return {
      images,
      doubtful: this.#stack.doubtful,
      ...(title === undefined ? {} : { title }),
      ...(lang === undefined || lang === '' ? {} : { lang })
    }
  }
}
