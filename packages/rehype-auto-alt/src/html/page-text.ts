import { isBlank } from '../rules/blank.ts'
import type { PageContext } from '../rules/image-use.ts'
import { firstWords, lastWords } from './excerpt.ts'
import type { Figure } from './surroundings.ts'

/** Words around one image, filled in while the page goes on. */
export interface TextAround {
  readonly headings: readonly string[]
  readonly before: string
  after: string
  /** All text of the block it stands in. */
  block: string
  /** The image just before it in the same block, with no text in between. */
  follows: TextAround | undefined
}

interface Heading {
  readonly level: number
  readonly text: string
}

/**
 * Keeps the words of a page in reach while it passes by: the headings above a place, and the nearest text before
 * and after it. That is the text of the same block, else of the nearest block that has any, but not across a heading.
 */
export class PageText {
  #headings: readonly Heading[] = []
  #paths: readonly string[] = []
  #heading = ''
  #title: string | undefined
  #firstHeading: string | undefined
  #isInTitle = false
  #block = ''
  #before = ''
  /** Images in the current block, with where the text after them starts. */
  #here: { readonly around: TextAround; readonly from: number }[] = []
  /** Images of earlier blocks that no text came after yet. */
  #waiting: TextAround[] = []

  /** Text of the first `title`, else of the first `h1`. */
  get title(): string | undefined {
    return firstWords(this.#title ?? '') || this.#firstHeading
  }

  /** The title is known, and all images have the text around them. */
  get isSettled(): boolean {
    const isTitled = !this.#isInTitle && Boolean(this.#title?.trim())
    return isTitled && this.#here.length === 0 && this.#waiting.length === 0
  }

  /** Nothing was said yet in the current block. */
  get isAtStart(): boolean {
    return this.#block === ''
  }

  startTitle(): void {
    this.#isInTitle = this.#title === undefined
  }

  /** Text where there is no markup: the title, or something that nobody sees as text of the page. */
  titleText(value: string): void {
    if (this.#isInTitle) this.#title = (this.#title ?? '') + value
  }

  endTitle(): void {
    this.#isInTitle = false
  }

  text(value: string): void {
    this.#block += value
  }

  headingText(value: string): void {
    this.#heading += value
    this.#block += value
  }

  /** A block starts or ends here. */
  boundary(): void {
    if (this.#block === '') return
    const block = this.#block
    this.#block = ''
    if (!isBlank(block)) {
      this.#before = block
      const after = this.#waiting.length === 0 ? '' : firstWords(block)
      for (const around of this.#waiting) around.after = after
      this.#waiting = []
    }
    for (const [index, { around, from }] of this.#here.entries()) {
      const last = this.#here[index - 1]
      if (last && isBlank(block.slice(last.from, from))) around.follows = last.around
      around.block = block
      around.after = firstWords(block.slice(from))
      if (around.after === '') this.#waiting.push(around)
    }
    this.#here = []
  }

  startHeading(): void {
    this.boundary()
    this.#waiting = []
    this.#heading = ''
  }

  endHeading(level: number): void {
    this.boundary()
    this.#before = ''
    const text = firstWords(this.#heading)
    this.#heading = ''
    if (text === '') return
    if (level === 1) this.#firstHeading ??= text
    this.#headings = [...this.#headings.filter((heading) => heading.level < level), { level, text }]
    this.#paths = this.#headings.map((heading) => heading.text)
  }

  /** An image stands here. */
  image(): TextAround {
    const before = lastWords(this.#block) || lastWords(this.#before)
    const around: TextAround = { headings: this.#paths, before, after: '', block: '', follows: undefined }
    this.#here.push({ around, from: this.#block.length })
    this.text(' ')
    return around
  }
}

/** What is known about a place, in the form that goes along with an image. */
export function contextOf(
  around: TextAround,
  figure: Figure | undefined,
  title: string | undefined
): PageContext {
  const caption = firstWords(figure?.caption ?? '')
  return {
    ...(title === undefined ? {} : { title }),
    headings: around.headings,
    ...(caption === '' ? {} : { caption }),
    ...(around.before === '' ? {} : { before: around.before }),
    ...(around.after === '' ? {} : { after: around.after })
  }
}
