import type { ImageKind } from './image-kind.ts'

/**
 * What assistive technology makes of an image as it stands:
 * - `hidden`: it is not in the accessibility tree.
 * - `named`: somebody gave it an alternative.
 * - `decorative`: somebody said that it needs none.
 * - `missing`: it shows something and says nothing.
 * - `unknown`: a spread, or an expression as its role, decides at run time. An expression as its name is a name.
 */
export type Verdict = 'missing' | 'decorative' | 'named' | 'hidden' | 'unknown'

/** What an image is there for. */
export type Purpose =
  | { readonly kind: 'informative' }
  /** It is the only content of a link, so its alternative names the link. */
  | { readonly kind: 'link'; readonly href: string }
  /** It is the only content of a button. */
  | { readonly kind: 'button' }

/** Words around an image. All of it is untrusted text of the page. */
export interface PageContext {
  /** Title of the page. */
  readonly title?: string
  /** Headings above the image, outermost first. */
  readonly headings: readonly string[]
  /** Text of the `figcaption` beside it. */
  readonly caption?: string
  /** Text before it, at most 300 characters. */
  readonly before?: string
  /** Text after it, at most 300 characters. */
  readonly after?: string
  /** What the page says that it is about: frontmatter, `<meta name="description">`. At most 300 characters. */
  readonly description?: string
  /** The product that structured data of the page gives this image, with its brand and colour where it names them. */
  readonly product?: string
  /**
   * More words that the page and the picture's file give: values of the frontmatter, their names. They are not sent; a
   * name in them may be used. At most 2,000 characters.
   */
  readonly grounds?: string
}

/** A place in a source text. Lines and columns count from 1, offsets from 0, in UTF-16 code units. */
export interface Place {
  readonly line: number
  readonly column: number
  readonly offset: number
}

/** The page an image stands on. */
export interface Page {
  /** Name in messages and in the captions file: path from the project root, with `/`. */
  readonly name: string
  /** Absolute path of the page's file; relative image sources resolve against its folder. */
  readonly file: string
  /** Folder that answers `/` for this page besides the public folders, for built sites. Absolute. */
  readonly siteRoot?: string
  /**
   * Folder of the sources that the site is made of, where the site is still being made: what its other pages are called
   * is known from there only. Absolute.
   */
  readonly sourceRoot?: string
  /** Stands for every page of the site: captions that are for one page are not for it. */
  readonly isAny?: true
}

/** A link or button around an image. */
export interface ControlAround {
  readonly kind: 'link' | 'button'
  /**
   * Everything in it that is heard besides this image, the alternatives of its other images too: white space collapsed,
   * at most 300 characters; `''` for nothing.
   */
  readonly text: string
  /** Of a button: what the page's code calls it or what it opens, in words. */
  readonly hint?: string
}

/** One place where an image stands. */
export interface ImageUse {
  readonly page: Page
  /** Where the image's element starts; absent when the position got lost on the way. */
  readonly place?: Place
  /** Behind the last character of the image's start tag, or of its Markdown. */
  readonly end?: Place
  /** Element or component name, as written. */
  readonly element: string
  /** Addresses of the picture, the one worth reading first at the front. Empty when there is none. */
  readonly sources: readonly string[]
  readonly verdict: Verdict
  /** The alternative as it stands; `null` when there is no `alt`, or only the run time knows it. */
  readonly alt: string | null
  /** Its `title`, where it has one that the page gives. */
  readonly title?: string
  readonly purpose: Purpose
  /** The nearest link or button around it, where what stands in it names it. Absent for none. */
  readonly control?: ControlAround
  readonly context: PageContext
  /** Language of the element, as the page gives it (nearest `lang`, then frontmatter). */
  readonly lang?: string
  /** Declared zero or one pixel wide or high: a tracking pixel or a spacer, never sent to a model. */
  readonly tiny: boolean
  /** `data-auto-alt="off"` on the element or around it. */
  readonly off: boolean
  /** What makes it an image. Absent for `'img'`, the only kind that alternatives are written into. */
  readonly kind?: ImageKind
  /**
   * The words that a listener hears for it, from whatever attribute or `title` element of its own they come; `''` where
   * they stand elsewhere (`aria-labelledby`) or its role keeps them from being heard. Absent for an image that has no
   * name, and where only `img` were looked for.
   */
  readonly name?: string
  /**
   * Text of the paragraph, heading, list item or cell that it stands in, without it: white space collapsed, at most 300
   * characters. Absent for none.
   */
  readonly beside?: string
  /**
   * It stands in a row of the same picture with nothing in between, as five stars do, and the first of them speaks for
   * all. `'named'`: that one has an alternative; `'missing'`: it lacks one too. Absent for the first, and for none.
   */
  readonly repeats?: 'named' | 'missing'
}
