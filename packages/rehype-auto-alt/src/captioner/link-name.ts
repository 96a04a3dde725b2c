import type { LinkTitle, LinkTitles } from '../links/link-titles.ts'
import { reduceLanguage } from '../rules/language.ts'
import { linkTarget } from '../rules/purpose/link-target.ts'
import { nameInAddress } from '../rules/purpose/address-words.ts'
import { sitePath } from './site-path.ts'
import type { Subject } from './subject.ts'

/** What the page is called that the link around an image leads to, where this site has that page. */
export async function linkTitle(
  { target, use }: Pick<Subject, 'target' | 'use'>,
  links: LinkTitles
): Promise<LinkTitle | undefined> {
  if (target === undefined || use.purpose.kind !== 'link') return undefined
  // Within the page itself it leads to a place, or does something: the next of several pages, a filter.
  const isOnPage = linkTarget(`/${sitePath(use.page)}`, '', '/') === target
  if (isOnPage && /[?#]/u.test(use.purpose.href)) return undefined
  return await links({ page: use.page, href: use.purpose.href, target })
}

/**
 * The name that a link has without anybody looking at the image that is all of it: the title of the page that it leads
 * to, a mail address or a telephone number. All of them are people's words. A title in another language than that of
 * the image's place is none: it would be read out wrongly.
 */
export async function linkName(
  subject: Pick<Subject, 'language' | 'target' | 'use'>,
  links: LinkTitles
): Promise<string | undefined> {
  const { language, target, use } = subject
  const name = target === undefined ? undefined : nameInAddress(target)
  if (name !== undefined) return name
  const found = await linkTitle(subject, links)
  const { lang = language, title } = found ?? {}
  const isForeign = use.lang !== undefined && (reduceLanguage(lang) ?? language) !== language
  return isForeign ? undefined : title
}
