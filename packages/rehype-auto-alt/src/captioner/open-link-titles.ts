import type { LinkTitles, LinkTitlesSettings } from '../links/link-titles.ts'
import type { ResolvedOptions } from '../options/resolve-options.ts'
import type { Page } from '../rules/image-use.ts'
import { createPageLanguage } from './subject/page-language.ts'

/**
 * The titles of a site's pages. What reads them is loaded for the first link without a name: most runs meet none. A page
 * that names no language is in that of its place, else in the one that the owner gave the site.
 */
export function openLinkTitles(
  folders: Omit<LinkTitlesSettings, 'languageOf'>,
  { language, languageIsDefault }: Pick<ResolvedOptions, 'language' | 'languageIsDefault'>
): LinkTitles {
  let opening: Promise<LinkTitles> | undefined
  const pageLanguage = createPageLanguage(language)
  const otherwise = languageIsDefault ? undefined : language
  const languageOf = async (page: Page): Promise<string | undefined> =>
    (await pageLanguage(page)) ?? otherwise
  return async (link) => {
    opening ??= import('../links/link-titles.ts').then(({ createLinkTitles }) =>
      createLinkTitles({ ...folders, languageOf })
    )
    const titles = await opening
    return await titles(link)
  }
}
