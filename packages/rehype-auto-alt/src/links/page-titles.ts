import type { OwnAddress } from '../files/own-address.ts'
import { isSiteName, usableTitle, withoutSiteName } from '../rules/purpose/page-name.ts'

/** What a page says it is called, as written. Untrusted text of the page. */
export interface PageTitles {
  /** The title that its author gave it in frontmatter. */
  readonly given?: string
  /** Its first heading of level 1, in `main` where there is one in there. */
  readonly heading?: string
  /** Its `title` element. */
  readonly title?: string
  /** Its language, where it gives one. */
  readonly lang?: string
  /** The address that it gives itself, where it gives one. */
  readonly address?: OwnAddress
  /** It only sends on to another page. */
  readonly isRedirect?: boolean
}

/**
 * What a link to a page is called: the title that its author gave it, else its heading, else its `title` without the
 * name of the site. The home page is called by its whole `title`.
 *
 * @param home `title` of the home page; absent for the home page itself, and where it is not known.
 */
export function nameOfPage(
  { given, heading, title }: PageTitles,
  isHome: boolean,
  home: string | undefined
): string | undefined {
  const own = usableTitle(given)
  if (own !== undefined) return own
  const [headed, whole] = [usableTitle(heading), usableTitle(title)]
  if (isHome) return whole ?? headed
  if (headed !== undefined && !isSiteName(headed, home)) return headed
  // Where every page has the title of the home page, it names none of them.
  return whole === undefined || isSiteName(whole, home)
    ? undefined
    : usableTitle(withoutSiteName(whole, home))
}
