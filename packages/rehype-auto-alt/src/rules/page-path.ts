const contentRoot = /^(?:src\/)?(?:pages|content|docs|site)\//u

/**
 * A source page's path from the root of the site, as far as the folder names tell:
 * `content/blog/first.md` → `blog/first.md`. Both ends of a link are read this way, so that a page's
 * source and its built HTML name the same target.
 */
export function pagePath(name: string): string {
  return name.replace(contentRoot, '')
}
