import type { EmptyAltBy } from '../rules/verdict/verdict.ts'
import { noteHeard } from './control.ts'
import type { FinderSettings } from './findings.ts'
import type { ImageDraft } from './found-image.ts'
import { kindOfElement } from './image-elements.ts'
import type { MarkupElement } from './markup-events.ts'
import { takeLabel } from './naming.ts'
import type { Space } from './open-elements.ts'
import type { PageText } from './page-text.ts'
import type { Surroundings } from './surroundings.ts'

/** Tells which elements are images, and keeps them until all that bears on them is known. */
export class ImageDrafts<Handle> {
  /** In the order they came in. */
  readonly all: ImageDraft<Handle>[] = []
  readonly #components: ReadonlySet<string>
  readonly #findsAll: boolean
  readonly #emptyAltBy: ((handle: Handle) => EmptyAltBy) | undefined

  constructor(settings: FinderSettings, emptyAltBy: ((handle: Handle) => EmptyAltBy) | undefined) {
    this.#components = new Set(settings.components)
    this.#findsAll = settings.elements === 'all'
    this.#emptyAltBy = emptyAltBy
  }

  /**
   * An element opens. Returns the image that it is; `undefined` when it is none.
   *
   * @param name Its name as its language has it.
   */
  add(
    element: MarkupElement<Handle>,
    space: Space,
    name: string,
    around: Surroundings,
    page: PageText
  ): ImageDraft<Handle> | undefined {
    const isImg =
      (space === 'html' && (name === 'img' || name === 'image')) || this.#components.has(element.name)
    if (!isImg && !this.#findsAll) return undefined
    const { attributes, spread } = element
    const kind = isImg ? 'img' : kindOfElement(space, name, attributes)
    const label = this.#findsAll && space === 'html' ? takeLabel(around, name, attributes) : undefined
    if (kind === undefined) return undefined
    const { handle } = element
    const draft: ImageDraft<Handle> = {
      kind,
      name: element.name,
      attributes,
      spread,
      handle,
      emptyAltBy: element.emptyAltBy ?? this.#emptyAltBy?.(handle) ?? 'author',
      around,
      offered: [...(around.offered ?? [])],
      text: page.image(),
      label
    }
    this.all.push(draft)
    noteHeard(around, draft)
    return draft
  }
}
