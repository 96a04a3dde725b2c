import { dirname } from 'node:path'

import type { LinkTitle, LinkTitles } from '../../links/link-titles.ts'
import { reduceLanguage } from '../../rules/language.ts'
import { linkTarget } from '../../rules/purpose/link-target.ts'
import { nameInAddress } from '../../rules/purpose/address-words.ts'
import { sitePath } from '../subject/site-path.ts'
import type { Subject } from '../subject/subject.ts'

/** What the page is called that the link around an image leads to, where this site has that page. */
export async function linkTitle(
  { target, use }: Pick<Subject, 'target' | 'use'>,
  links: LinkTitles
): Promise<LinkTitle | undefined> {
  if (target === undefined || use.purpose.kind !== 'link' || isWithinPage({ target, use })) return undefined
  return await links({ page: use.page, href: use.purpose.href, target })
}

/** Within the page itself a link leads to a place, or does something: the next of several pages, a filter. */
function isWithinPage({ target, use }: Pick<Subject, 'target' | 'use'>): boolean {
  if (use.purpose.kind !== 'link' || !/[?#]/u.test(use.purpose.href)) return false
  return linkTarget(`/${sitePath(use.page)}`, '', '/') === target
}

/**
 * Tells uses apart whose links lead to the same address and yet may be called differently: from another folder, or from
 * a built page rather than a source, another file may be meant. `''` for what names no link of the site.
 */
export function linkPlace({ target, use }: Pick<Subject, 'target' | 'use'>): string {
  if (target?.startsWith('/') !== true || use.purpose.kind !== 'link') return ''
  const { file, siteRoot, sourceRoot } = use.page
  const folder = use.purpose.href.trim().startsWith('/') ? undefined : dirname(file)
  return JSON.stringify([siteRoot, sourceRoot, folder, isWithinPage({ target, use })])
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
  const { language, target } = subject
  const name = target === undefined ? undefined : nameInAddress(target)
  if (name !== undefined) return name
  const found = await linkTitle(subject, links)
  const { lang = language, title } = found ?? {}
  return (reduceLanguage(lang) ?? language) === language ? title : undefined
}
