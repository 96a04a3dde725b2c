import { pagePath } from './page-path.ts'
import { linkTarget } from './purpose/link-target.ts'
import { sameTarget } from './purpose/same-target.ts'

/** Where a page is served, as far as its path tells: `content/blog/first.md` and `blog/first/index.html` are one. */
export function pageAddress(path: string): string {
  const encoded = pagePath(path).split('/').map(encodeURIComponent).join('/')
  return linkTarget(`/${encoded}`, '', '/') ?? '/'
}

/**
 * Of the names of pages, the one whose address is this: as a whole, else by its end where only one comes into
 * question, since the folder of sources or of a built site is not always known.
 */
export function pageAt(address: string, names: readonly string[]): string | undefined {
  const same = names.filter((name) => pageAddress(name) === address)
  if (same.length > 0) return same.length === 1 ? same[0] : undefined
  const end = sameTarget(address, names.map(pageAddress))
  return end === undefined ? undefined : names.find((name) => pageAddress(name) === end)
}
