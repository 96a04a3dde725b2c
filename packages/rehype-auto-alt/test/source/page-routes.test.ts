import { describe, expect, test } from 'vitest'
import { matchPages } from '../../src/source/match-pages.ts'
import { ownAddress } from '../../src/files/own-address.ts'
import { builtRoutes, sourceRoutes } from '../../src/source/page-routes.ts'

/** Finds the sources of built pages. A folder's name ends with `|`: `content|posts/a.md` was named as `content`. */
async function pairs(
  sources: Readonly<Record<string, string>>,
  built: readonly string[]
): Promise<Record<string, readonly string[]>> {
  const pathsOf = (path: string): string[] => [path.replace('|', '/'), path.slice(path.indexOf('|') + 1)]
  const routed = await Promise.all(
    Object.entries(sources).map(async ([path, frontmatter]) => {
      const own = await ownAddress(frontmatter.startsWith('+') ? frontmatter : `---\n${frontmatter}\n---\n`)
      return { page: path, routes: sourceRoutes(pathsOf(path), own) }
    })
  )
  const found = matchPages(
    built.map((path) => ({ page: path, routes: builtRoutes(pathsOf(path)) })),
    routed
  )
  return Object.fromEntries(found)
}

test.each([
  ['Hugo: a file', 'content|posts/My First Post.md', 'public|posts/my-first-post/index.html'],
  ['Hugo: a page bundle', 'content|posts/first/index.md', 'public|posts/first/index.html'],
  ['Hugo: the list of a section', 'content|posts/_index.md', 'public|posts/index.html'],
  ['Hugo: the home page', 'content|_index.md', 'public|index.html'],
  ['Hugo: a translation', 'content|posts/first.de.md', 'public|de/posts/first/index.html'],
  ['Hugo: ugly URLs', 'content|posts/first.md', 'public|posts/first.html'],
  ['Hugo: letters beyond ASCII', 'content|Über uns.md', 'public|über-uns/index.html'],
  ['Hugo: a slug', 'content|posts/first.md', 'public|posts/the-first/index.html', 'slug: the-first'],
  ['Hugo: a URL in TOML', 'content|a.md', 'public|who/we/are/index.html', '+++\nurl = "/who/we/are/"\n+++\n'],
  ['Jekyll: a post', '.|_posts/2026-11-01-first.md', '_site|2026/11/01/first.html'],
  ['Jekyll: a post with a category', '.|_posts/2026-11-01-first.md', '_site|pets/2026/11/01/first.html'],
  ['Jekyll: a post without its date', '.|_posts/2026-11-01-first.md', '_site|blog/first/index.html'],
  ['Jekyll: a collection', '.|_recipes/pie.md', '_site|recipes/pie.html'],
  ['Jekyll: a permalink', '.|about.markdown', '_site|who-we-are/index.html', 'permalink: /who-we-are/'],
  ['Eleventy: a page', 'content|posts/first.md', '_site|posts/first/index.html'],
  ['Eleventy: without the date', 'content|posts/2026-11-01-first.md', '_site|posts/first/index.html'],
  ['Eleventy: a permalink', 'src|a.md', '_site|b/c.html', 'permalink: b/c.html'],
  ['Docusaurus: number prefixes', 'docs|01-guide/02_intro.md', 'build|docs/guide/intro/index.html'],
  ['Docusaurus: no trailing slash', 'docs|01-guide/02_intro.md', 'build|docs/guide/intro.html'],
  ['Docusaurus: a post', 'blog|2026-11-01-hello/index.md', 'build|blog/2026/11/01/hello/index.html'],
  ['Docusaurus: a post by its slug', 'blog|2026-11-01-hello.md', 'build|blog/hi/index.html', 'slug: hi'],
  ['Docusaurus: an id', 'docs|guide/hello.md', 'build|docs/guide/greeting/index.html', 'id: greeting'],
  ['Docusaurus: the folder’s own page', 'docs|guide/README.md', 'build|docs/guide/index.html'],
  ['Docusaurus: named as its folder', 'docs|guide/guide.md', 'build|docs/guide/index.html'],
  ['Docusaurus: a page', 'src|pages/about.mdx', 'build|about/index.html'],
  ['Nuxt Content: number prefixes', 'content|1.guide/2.intro.md', '.output/public|guide/intro/index.html'],
  ['Nuxt Content: the home page', 'content|index.md', '.output/public|index.html'],
  ['Next: a route group', 'app|(blog)/first/page.mdx', 'out|first.html'],
  ['Next: the home page', 'app|page.mdx', 'out|index.html'],
  ['Next: the pages router', 'pages|blog/first.mdx', 'out|blog/first/index.html'],
  ['a site below a prefix', 'content|posts/first.md', 'dist|docs/posts/first/index.html']
])('%s', async (_what, source, built, frontmatter = '') => {
  expect(await pairs({ [source]: frontmatter }, [built, 'dist|other/index.html'])).toEqual({
    [built]: [source],
    'dist|other/index.html': []
  })
})

describe('where several pages come into question', () => {
  test('the page with more of the path in common has the source, and the other one has none', async () => {
    const built = ['public|posts/first/index.html', 'public|tags/first/index.html']
    expect(await pairs({ 'content/posts|first.md': '' }, built)).toEqual({
      'public|posts/first/index.html': ['content/posts|first.md'],
      'public|tags/first/index.html': []
    })
  })

  test('the source with more of the path in common has the page', async () => {
    const sources = { 'docs|first.md': '', 'docs|guide/first.md': '' }
    expect(await pairs(sources, ['dist|guide/first.html', 'dist|first.html'])).toEqual({
      'dist|guide/first.html': ['docs|guide/first.md'],
      'dist|first.html': ['docs|first.md']
    })
  })

  test('what cannot be told apart counts for both', async () => {
    const sources = { 'blog|a/first.md': '', 'blog|b/first.md': '' }
    expect(await pairs(sources, ['dist|x/first.html'])).toEqual({ 'dist|x/first.html': [] })
    expect(await pairs(sources, ['dist|first.html'])).toEqual({
      'dist|first.html': ['blog|a/first.md', 'blog|b/first.md']
    })
  })

  test('an address that is a pattern is passed over, and the path counts', async () => {
    const sources = { 'content|a.md': "permalink: '/{{ page.fileSlug }}/'", 'content|b.md': 'url: /:title/' }
    expect(await pairs(sources, ['dist|a/index.html', 'dist|b/index.html'])).toEqual({
      'dist|a/index.html': ['content|a.md'],
      'dist|b/index.html': ['content|b.md']
    })
  })
})

test('an address in an example further down is not that of the page', async () => {
  expect(await ownAddress('# TOML\n\n```\n+++\nurl = "/example/"\n+++\n```\n')).toEqual({})
})
