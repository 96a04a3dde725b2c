import { attributeText, type Attributes } from '../rules/attribute-value.ts'
import { isBlank } from '../rules/blank.ts'
import { runTimeContent } from '../rules/run-time-content.ts'
import { ownVisibility } from '../rules/verdict/visibility.ts'
import { isContent, noteContent, noteHeard } from './control.ts'
import { BLOCK, FORMATTING, HEADING, RAW_TEXT, TABLE_PART, VOID, kindOf } from './element-kinds.ts'
import { endTag } from './end-tags.ts'
import type { FinderSettings, Findings, ImageFinder } from './findings.ts'
import { endForeign, holdsHtml, isInForeign, isSilent, kindIn, spaceOf } from './foreign-content.ts'
import { finishImages, type FoundImage, type ImageDraft } from './found-image.ts'
import { ImageDrafts } from './image-drafts.ts'
import { offeredBy } from './image-sources.ts'
import { LabelIds, type Labelling } from './label-ids.ts'
import type { MarkupElement } from './markup-events.ts'
import { namingIn, noteTitle } from './naming.ts'
import { OpenElements, type Space } from './open-elements.ts'
import { PageText } from './page-text.ts'
import { makeWay } from './start-tags.ts'
import { changesAnything, openGround, surroundingsIn, type Surroundings } from './surroundings.ts'
import type { EmptyAltBy } from '../rules/verdict/verdict.ts'

export type { FinderSettings, Findings, FoundImage }

/**
 * Starts to look for images in one page, or one piece of a page.
 *
 * @param emptyAltBy Tells who made the `alt` of an image empty, where its element does not. Default: the author.
 */
export function createImageFinder<Handle>(
  settings: FinderSettings,
  emptyAltBy?: (handle: Handle) => EmptyAltBy
): ImageFinder<Handle> {
  return new Finder<Handle>(settings, emptyAltBy)
}

class Finder<Handle> implements ImageFinder<Handle> {
  readonly #settings: FinderSettings
  readonly #findsAll: boolean
  readonly #stack: OpenElements<Surroundings>
  readonly #ids = new LabelIds()
  readonly #page = new PageText()
  readonly #drafts: ImageDrafts<Handle>
  readonly #boundary = (): void => this.#page.boundary()
  #opened = 0

  constructor(settings: FinderSettings, emptyAltBy: ((handle: Handle) => EmptyAltBy) | undefined) {
    this.#settings = settings
    this.#drafts = new ImageDrafts(settings, emptyAltBy)
    this.#findsAll = settings.elements === 'all'
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
    const labelling = attributes.size === 0 ? undefined : this.#ids.enter(attributes, around)
    const image = this.#drafts.add(element, space, name, around, this.#page)
    if ((!image || image.kind === 'button') && around.control)
      this.#noteField(space, name, attributes, around)
    if (kind & VOID || (space !== 'html' && element.selfClosing)) {
      if (labelling) this.#ids.leave(labelling)
      if (name === 'br') this.#page.text(' ')
      else if (name === 'source') around.offered?.push(...offeredBy(attributes))
      return
    }
    this.#push(name, kind, space, attributes, around, labelling, image)
  }

  #noteField(space: Space, name: string, attributes: Attributes, around: Surroundings): void {
    if (!isContent(space === 'html' ? name : '', attributes)) return
    if (around.removed || around.invisible || ownVisibility(attributes).removed) return
    noteContent(around)
    noteHeard(around, attributeText(attributes.get('aria-label')) || runTimeContent)
  }

  #push(
    name: string,
    kind: number,
    space: Space,
    attributes: Attributes,
    outside: Surroundings,
    labelling: Labelling | undefined,
    image: ImageDraft<Handle> | undefined
  ): void {
    const isLabel = this.#findsAll && space === 'html' && name === 'label'
    const label = isLabel ? this.#ids.enterLabel(attributes, outside) : undefined
    const inside = surroundingsIn(outside, space === 'html' ? name : '', attributes)
    const around = this.#findsAll
      ? namingIn(inside, {
          space,
          name,
          imageKind: image?.kind,
          drawing: image,
          label: label && !attributes.has('for') ? { labelling: label, isTaken: false } : undefined
        })
      : inside
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
      onLeave: this.#onLeave(name, kind, labelling, label)
    }
    if (kind & HEADING) this.#page.startHeading()
    if (name === 'title' && space === 'html') this.#page.startTitle()
    if (name === 'form' && !this.#stack.isInTemplate) this.#stack.form = entry
    if (isFormInTable && !this.#settings.tree) return
    this.#stack.push(entry)
    // In the head, `noscript` holds no images: a browser ends it before one.
    const mayBeInHead = this.#stack.size === 1 || outside.isFallback
    if (name === 'noscript' && attributes.size > 0 && mayBeInHead) this.#stack.doubtful = true
  }

  #onLeave(
    name: string,
    kind: number,
    labelling: Labelling | undefined,
    label: Labelling | undefined
  ): (() => void) | undefined {
    const leave =
      kind & HEADING
        ? () => this.#page.endHeading(Number(name[1]))
        : kind & BLOCK
          ? this.#boundary
          : undefined
    if (labelling === undefined && label === undefined) return leave
    return () => {
      leave?.()
      if (labelling) this.#ids.leave(labelling)
      if (label) this.#ids.leave(label)
    }
  }

  /** `html` and `body` stand around everything, wherever their tags come. */
  #openRoot(name: string, attributes: Attributes): void {
    this.#page.boundary()
    const root = surroundingsIn(this.#stack.root, name, attributes)
    if (root === this.#stack.root) return
    if (name === 'head' || this.#stack.size > 0 || this.#drafts.all.length > 0) this.#stack.doubtful = true
    else this.#stack.root = root
  }

  /** What is around an element that opens now: what a table cannot hold stands before the table. */
  #aroundTag(name: string, kind: number): Surroundings {
    const staysInTable = kind & TABLE_PART || name === 'script' || name === 'style' || name === 'template'
    return staysInTable ? (this.#stack.current?.around ?? this.#stack.root) : this.#stack.around
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
    const isHidden = around.removed || around.invisible
    if (!blank) this.#ids.text(isHidden && !(current?.space === 'svg' && current.name === 'title'))
    if (this.#findsAll) noteTitle(around, value)
    if (isHidden) return
    noteHeard(around, this.#page.isAtStart ? ` ${value}` : value)
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
    const images = finishImages(this.#drafts.all, {
      emptyAlt: this.#settings.emptyAlt,
      title,
      isLabelled,
      hasLabel: (id) => this.#ids.isLabelled(id),
      isForAudit: this.#findsAll
    })
    const { lang } = this.#stack.root
    return {
      images,
      doubtful: this.#stack.doubtful,
      ...(title === undefined ? {} : { title }),
      ...(lang === undefined || lang === '' ? {} : { lang })
    }
  }
}
