const pageExtension = /\.(?:x?html?|md|markdown|mdx|mdoc|astro|vue|svelte|php|aspx?|jsp)$/iu

/**
 * Where a link leads, in the form that keys captions: origin and path for another site, the path from the
 * site's root without base, extension, `index` and trailing slash for this one (`/shop`, `/` for the home page).
 * Never query, hash or user info. `undefined` for what leads nowhere else (`#top`, `javascript:`, empty).
 *
 * @param href The link as written.
 * @param pagePath Path of the page from the site's root, as `blog/first.md`.
 * @param base URL prefix of the site, as `/docs/`.
 */
export function linkTarget(href: string, pagePath: string, base: string): string | undefined {
  const written = href.trim()
  if (written === '' || written.startsWith('#') || written.startsWith('?')) return undefined
  const here = 'https://this-site.invalid'
  const url = URL.parse(written, `${here}/${pagePath.split('/').map(encodeURIComponent).join('/')}`)
  if (!url) return undefined
  if (url.protocol === 'mailto:' || url.protocol === 'tel:') return `${url.protocol}${url.pathname}`
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return undefined
  if (url.origin !== here) return url.origin + url.pathname
  return internalTarget(decodedPath(url.pathname), base)
}

function internalTarget(path: string, base: string): string {
  const prefix = base.endsWith('/') ? base : `${base}/`
  let target = prefix !== '/' && `${path}/`.startsWith(prefix) ? path.slice(prefix.length - 1) : path
  target = target.replace(pageExtension, '').replace(/\/index$/u, '/')
  // From the first slash of several only: many that lead to no end are not counted from each of them.
  target = target.replace(/(?<!\/)\/+$/u, '')
  return target.startsWith('/') ? target : `/${target}`
}

/** Percent-encoding undone, where all of it is valid. */
export function decodedPath(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}
