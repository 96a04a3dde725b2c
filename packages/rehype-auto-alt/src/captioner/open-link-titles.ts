import type { LinkTitles, LinkTitlesSettings } from '../links/link-titles.ts'

/** The titles of a site's pages. What reads them is loaded for the first link without a name: most runs meet none. */
export function openLinkTitles(settings: LinkTitlesSettings): LinkTitles {
  let opening: Promise<LinkTitles> | undefined
  return async (link) => {
    opening ??= import('../links/link-titles.ts').then(({ createLinkTitles }) => createLinkTitles(settings))
    const titles = await opening
    return await titles(link)
  }
}
