import type { Page } from '../rules/image-use.ts'

/** A link of a page. */
export interface Link {
  readonly page: Page
  /** As written. */
  readonly href: string
  /** Where it leads, from the root of the site, as `linkTarget` gives it. */
  readonly target: string
}
