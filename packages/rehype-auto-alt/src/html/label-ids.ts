import { attributeText, type Attributes } from '../rules/attribute-value.ts'
import { isBlank } from '../rules/blank.ts'
import { isImageRole, roleOf } from '../rules/verdict/role.ts'
import { ownVisibility } from '../rules/verdict/visibility.ts'

/** Whether a place in the markup is out of the accessibility tree. */
interface Visibility {
  readonly removed: boolean
  readonly invisible: boolean
}

/** An element that may name another one. */
export interface Labelling {
  hasText: boolean
  readonly attributes: Attributes
  readonly around: Visibility
}

/** Knows which elements of a page hold something that can name another one. */
export class LabelIds {
  readonly #ids = new Map<string, Labelling>()
  readonly #labels = new Map<string, Labelling[]>()
  #waiting: Labelling[] = []
  #areAsked = false

  /** An `aria-labelledby` was met, which may lead to any place of the page. */
  get areAsked(): boolean {
    return this.#areAsked
  }

  /** An element opens. Returns what to hand to `leave` when it ends, if it has an id that needs that. */
  enter(attributes: Attributes, around: Visibility): Labelling | undefined {
    if (attributes.has('aria-labelledby')) this.#areAsked = true
    const id = attributeText(attributes.get('id'))
    if (this.#waiting.length > 0 && hasOwnName(attributes)) this.text(isHidden(attributes, around))
    if (id === undefined || id === '' || this.#ids.has(id)) return undefined
    const labelling = { hasText: hasOwnName(attributes), attributes, around }
    this.#ids.set(id, labelling)
    return labelling.hasText ? undefined : this.#wait(labelling)
  }

  /** A `label` opens. Returns what to hand to `leave` when it ends. */
  enterLabel(attributes: Attributes, around: Visibility): Labelling {
    const target = attributeText(attributes.get('for'))
    const labelling = { hasText: hasOwnName(attributes), attributes, around }
    if (target !== undefined) {
      const others = this.#labels.get(target)
      if (others) others.push(labelling)
      else this.#labels.set(target, [labelling])
    }
    return this.#wait(labelling)
  }

  #wait(labelling: Labelling): Labelling {
    this.#waiting.push(labelling)
    return labelling
  }

  leave(labelling: Labelling): void {
    if (!labelling.hasText) this.#waiting = this.#waiting.filter((other) => other !== labelling)
  }

  /**
   * Text that shows something came. What is hidden names by way of an element that is hidden itself only: then a
   * listener hears it where it names, and nowhere else.
   */
  text(hidden: boolean): void {
    if (this.#waiting.length === 0) return
    for (const labelling of this.#waiting) {
      labelling.hasText = !hidden || hidesContent(labelling)
    }
    this.#waiting = hidden ? this.#waiting.filter(({ hasText }) => !hasText) : []
  }

  /**
   * True when one of the ids leads to something that names.
   *
   * @param isDocument False for a fragment, where an id that is not there may stand elsewhere on the page.
   */
  resolves(ids: string | undefined, isDocument: boolean): boolean {
    if (ids === undefined || isBlank(ids)) return false
    return ids
      .trim()
      .split(/\s+/u)
      .some((id) => this.#ids.get(id)?.hasText ?? !isDocument)
  }

  /** True when a `label` that holds text is for the element of this id. */
  isLabelled(id: string | undefined): boolean {
    return id !== undefined && (this.#labels.get(id)?.some(({ hasText }) => hasText) ?? false)
  }
}

function hasOwnName(attributes: Attributes): boolean {
  const names = attributes.has('alt') ? ['aria-label', 'alt'] : ['aria-label', 'title']
  return names.some((name) => !isBlank(attributeText(attributes.get(name)) ?? ''))
}

function isHidden(attributes: Attributes, { invisible, removed }: Visibility): boolean {
  const own = ownVisibility(attributes)
  return removed || own.removed || (own.visible === undefined ? invisible : !own.visible)
}

/** What stands in an image is not heard where it stands. */
function hidesContent({ around, attributes }: Labelling): boolean {
  return isImageRole(roleOf(attributes)) || isHidden(attributes, around)
}
