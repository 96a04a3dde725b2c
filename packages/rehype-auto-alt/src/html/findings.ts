import type { EmptyAlt } from '../rules/verdict/verdict.ts'
import type { FoundImage } from './found-image.ts'
import type { ElementsToFind } from './image-elements.ts'
import type { MarkupSink } from './markup-events.ts'

/** How to look for images. */
export interface FinderSettings {
  /** The markup is a whole document, so that an `aria-labelledby` whose id is not in it leads nowhere. */
  readonly document: boolean
  /** What an empty `alt` means. */
  readonly emptyAlt: EmptyAlt
  /** Names of further elements or components that are images. */
  readonly components: readonly string[]
  /**
   * What counts as an image: `'img'` for what takes an alternative that can be written, `'all'` for areas of image maps,
   * image buttons, objects and elements with an image's role as well. Default `'img'`.
   */
  readonly elements?: ElementsToFind
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
