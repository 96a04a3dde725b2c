import type { Outcome } from '../../captioner/outcome.ts'

/** How long descriptions are offered. */
export type LongDescriptionWay = 'describedby' | 'details'

/** A long description that an image of a page gets. */
export interface LongDescription {
  /** Of the element that holds it. */
  readonly id: string
  readonly text: string
  readonly language: string
  /** The page has it already: for an image before this one, or from an earlier stage. */
  readonly isThere: boolean
}

/** Attributes by which an author says that an image is described elsewhere. */
export const describingAttributes = ['aria-describedby', 'aria-details', 'longdesc'] as const

/**
 * Gives out the long descriptions of one page. An image that stands there twice has one description.
 *
 * @param holdsId Whether the page has an element of this id already.
 */
export function createDescriptions(
  holdsId: (id: string) => boolean
): (outcome: Outcome | undefined) => LongDescription | undefined {
  const texts = new Map<string, string>()
  return (outcome) => {
    if (outcome?.kind !== 'filled' || outcome.alt === '') return undefined
    const { description: text, key } = outcome
    if (text === undefined || key === undefined) return undefined
    const [digest = '', language = ''] = key.split(':')
    const plainId = `auto-alt-${digest.slice(0, 8)}`
    // The same image in another language is described in other words.
    let id = plainId
    for (let number = 2; (texts.get(id) ?? text) !== text; number++) id = `${plainId}-${number}`
    const isThere = texts.has(id) || holdsId(id)
    texts.set(id, text)
    return { id, text, language, isThere }
  }
}

/** The attribute by which an image names its description. */
export function describingAttribute(way: LongDescriptionWay, id: string): Readonly<Record<string, string>> {
  return way === 'describedby' ? { 'aria-describedby': id } : { 'aria-details': id }
}
