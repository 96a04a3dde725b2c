import { attributeText, type Attributes } from '../rules/attribute-value.ts'
import { isBlank } from '../rules/blank.ts'

interface Labelling {
  hasText: boolean
}

/** Knows which ids of a page lead to something that can name an element. */
export class LabelIds {
  readonly #ids = new Map<string, Labelling>()
  #waiting: Labelling[] = []
  #areAsked = false

  /** An `aria-labelledby` was met, which may lead to any place of the page. */
  get areAsked(): boolean {
    return this.#areAsked
  }

  /** An element opens. Returns what to hand to `leave` when it ends, if it has an id that needs that. */
  enter(attributes: Attributes): Labelling | undefined {
    if (attributes.has('aria-labelledby')) this.#areAsked = true
    const id = attributeText(attributes.get('id'))
    if (this.#waiting.length > 0 && hasOwnName(attributes)) this.text()
    if (id === undefined || id === '' || this.#ids.has(id)) return undefined
    const labelling = { hasText: hasOwnName(attributes) }
    this.#ids.set(id, labelling)
    if (labelling.hasText) return undefined
    this.#waiting.push(labelling)
    return labelling
  }

  leave(labelling: Labelling): void {
    if (!labelling.hasText) this.#waiting = this.#waiting.filter((other) => other !== labelling)
  }

  /** Text that shows something came. */
  text(): void {
    if (this.#waiting.length === 0) return
    for (const labelling of this.#waiting) labelling.hasText = true
    this.#waiting = []
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
}

function hasOwnName(attributes: Attributes): boolean {
  return ['aria-label', 'alt'].some((name) => !isBlank(attributeText(attributes.get(name)) ?? ''))
}
