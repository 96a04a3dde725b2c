import { mkdir, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'

import { createFence } from '../../src/files/fence.ts'
import { createFolderLists } from '../../src/links/folders.ts'
import { createLinkTitles } from '../../src/links/link-titles.ts'
import { linkTarget } from '../../src/rules/purpose/link-target.ts'
import { sitePath } from '../../src/captioner/subject/site-path.ts'
import { type Site, makeSite } from '../support/site.ts'

interface Place {
  /** Page that the link stands on, from the project root. */
  readonly from?: string
  /** Folder of a built site. */
  readonly siteRoot?: string
  readonly base?: string
}

/** The title that a link gets on a site with these files. */
async function titleOn(
  files: Readonly<Record<string, string>>,
  href: string,
  place: Place = {}
): Promise<string | undefined> {
  return await titleIn(await makeSite(files), href, place)
}

async function titleIn(site: Site, href: string, place: Place): Promise<string | undefined> {
  const { base = '/', siteRoot } = place
  const name = place.from ?? (siteRoot === undefined ? 'content/page.md' : `${siteRoot}/page.html`)
  const page = {
    name,
    file: join(site.root, name),
    ...(siteRoot !== undefined && { siteRoot: join(site.root, siteRoot) })
  }
  const { root } = site
  const titles = createLinkTitles({ root, roots: [root], publicDirs: [join(root, 'public')] })
  const target = linkTarget(href, sitePath(page), base) ?? ''
  return (await titles({ page, href, target }))?.title
}

const built = (head: string, body = ''): string =>
  `<!doctype html><html lang="en"><head>${head}</head><body>${body}</body></html>`

describe('a page of a built site is called by', () => {
  const home = built('<title>Acme – Tools for makers</title>')
  test.each([
    [
      'its heading in main',
      built('<title>x</title>', '<h1>Acme</h1><main><h1>About <em>us</em></h1></main>')
    ],
    [
      'its heading, without a link to itself',
      built('', '<main><h1>About us<a href="#about">¶</a></h1></main>')
    ],
    [
      'its heading, all of which is a link to itself',
      built('', '<main><h1><a href="#a">About us</a></h1></main>')
    ],
    [
      'its heading, without the words of a picture',
      built('', '<main><h1><img alt="A flag"> About us</h1></main>')
    ],
    [
      'its heading, without what is hidden',
      built('', '<h1><svg><title>i</title></svg>About <i hidden>x</i>us</h1>')
    ],
    ['its title without the name of the site', built('<title>About us – Acme</title>')],
    [
      'its title, when the first heading names the site',
      built('<title>About us | Acme</title>', '<h1>Acme</h1>')
    ],
    [
      'its title, when the heading is a picture without words',
      built('<title>Acme: About us</title>', '<h1><img></h1>')
    ],
    [
      'its title, when a heading is not done in what is read',
      built('<title>About us</title>', `<h1>${'x'.repeat(70_000)}`)
    ]
  ])('%s', async (_, about) => {
    const files = { 'dist/index.html': home, 'dist/about/index.html': about }
    expect(await titleOn(files, '/about/', { siteRoot: 'dist' })).toBe('About us')
  })

  test('its title as it is, when the home page has another name', async () => {
    const files = { 'dist/index.html': home, 'dist/a.html': built('<title>About us | Studio North</title>') }
    expect(await titleOn(files, 'a.html', { siteRoot: 'dist' })).toBe('About us | Studio North')
  })

  test.each([
    ['/de/', 'de-AT', 'Acme – Werkzeuge'],
    ['/de/', 'en', 'Willkommen'],
    ['/ab/', 'en', 'Willkommen']
  ])('its title, left whole on the home page of a language: %s in %s', async (href, lang, title) => {
    const german = built('<title>Acme – Werkzeuge</title>', '<main><h1>Willkommen</h1></main>')
    const files = { 'dist/index.html': home, [`dist${href}index.html`]: german.replace('"en"', `"${lang}"`) }
    expect(await titleOn(files, href, { siteRoot: 'dist' })).toBe(title)
  })

  test('its title, which on the home page is left whole', async () => {
    const files = {
      'dist/index.html': built('<title>Acme – Tools</title>', '<main><h1>Welcome!</h1></main>')
    }
    for (const href of ['/', './', 'index.html', '/index.html#top']) {
      expect(await titleOn(files, href, { siteRoot: 'dist' })).toBe('Acme – Tools')
    }
  })

  test('the same words, wherever the link stands and however it is written', async () => {
    const files = { 'dist/team/our-history.html': built('', '<main><h1>Our history</h1></main>') }
    const from = 'dist/team/people/page.html'
    for (const href of [
      '/team/our-history',
      '../our-history.html',
      '/team/our%2Dhistory/?a#b',
      '/docs/team/our-history'
    ]) {
      expect(await titleOn(files, href, { siteRoot: 'dist', from, base: '/docs/' })).toBe('Our history')
    }
  })
})

describe('a source is called by', () => {
  test.each([
    ['the title in its frontmatter', 'about.md', '---\ntitle: "About “us” & <you>"\n---\n# Other\n'],
    ['its title in TOML', 'about.md', '+++\ntitle = "About “us” & <you>"\n+++\n# Other\n'],
    [
      'its own title in TOML, not that of a table in it',
      'about.md',
      '+++\ntitle = "About “us” & <you>" # "them"\n[[resources]]\ntitle = "A picture"\n+++\n'
    ],
    ['its heading', 'about.mdx', 'import X from "x"\n\n# About **“us”** &amp; `<you>` {#about}\n'],
    ['a heading that is underlined', 'about.markdown', 'About “us” & \\<you\\>\n===\n'],
    ['a heading in HTML', 'about.md', '<h1 align="center">About “us” &amp; &lt;you></h1>\n']
  ])('%s', async (_, name, text) => {
    expect(await titleOn({ [`content/${name}`]: text }, './about.md')).toBe('About “us” & <you>')
  })

  test.each([
    ['content/team/index.md', '/team/'],
    ['content/team/_index.md', 'team'],
    ['src/pages/team.md', '/team'],
    ['src/content/docs/team.mdx', '/team'],
    ['docs/team/README.md', '/team#people'],
    ['public/team.html', '/team.html'],
    ['content/page/team.md', './team/'],
    ['site/team.md', '/shop/team']
  ])('%s for a link to %s', async (file, href) => {
    const text = file.endsWith('.html') ? built('<title>The team</title>') : '# The team\n'
    expect(await titleOn({ [file]: text }, href, { base: '/shop/' })).toBe('The team')
  })
})

describe('nothing is certain, and so nothing is said, of', () => {
  test.each<[string, Record<string, string>, string, Place?]>([
    ['a page that is not there', {}, '/about'],
    ['two files that disagree', { 'content/about.md': '# One', 'docs/about.md': '# Two' }, '/about'],
    ['a page beside one in code', { 'content/about.md': '# One', 'src/pages/about.astro': '' }, '/about'],
    ['a page without a title', { 'content/about.md': 'Words\n\n## Less\n' }, '/about'],
    ['a title that a program fills in', { 'content/about.md': '# {{ title }}\n' }, '/about'],
    ['a title that an expression fills in', { 'content/about.mdx': '# About {name}\n' }, '/about'],
    [
      'a title that nobody wrote',
      { 'd/about.html': built('<title>Untitled Document</title>') },
      '/about',
      { siteRoot: 'd' }
    ],
    [
      'a page that is called as the home page is',
      {
        'd/index.html': built('<title>Acme</title>'),
        'd/about.html': built('<title>Acme</title>', '<h1>acme</h1>')
      },
      '/about',
      { siteRoot: 'd' }
    ],
    [
      'a page that sends on',
      { 'd/about.html': built('<meta http-equiv=Refresh content="0;url=/b"><title>About</title>') },
      '/about',
      { siteRoot: 'd' }
    ],
    [
      'a page that has moved by its own word',
      { 'content/about.md': '---\npermalink: /who/\n---\n# About' },
      '/about'
    ],
    ['a file to download', { 'd/guide.pdf': '<h1>x</h1>' }, '/guide.pdf', { siteRoot: 'd' }],
    [
      'another site',
      { 'd/about.html': built('<title>About</title>') },
      'https://other.example/about',
      { siteRoot: 'd' }
    ],
    ['the notes of a repository', { 'README.md': '# acme-web' }, '/']
  ])('%s', async (_, files, href, place) => {
    expect(await titleOn(files, href, place)).toBeUndefined()
  })

  test('a file outside the roots, by its path or by a link that leads there', async () => {
    const site = await makeSite({ 'dist/index.html': built('<title>Acme</title>') })
    await writeFile(join(site.outside, 'secret.html'), built('<title>Secret</title>'))
    await mkdir(join(site.outside, 'folder'))
    await writeFile(join(site.outside, 'folder', 'index.html'), built('<title>Secret</title>'))
    await symlink(join(site.outside, 'secret.html'), join(site.root, 'dist/linked.html'))
    await symlink(join(site.outside, 'folder'), join(site.root, 'dist/folder'), 'dir')
    for (const href of ['/linked', '/folder/', '/..%2f..%2foutside/secret.html', '../../outside/secret']) {
      expect(await titleIn(site, href, { siteRoot: 'dist' })).toBeUndefined()
    }
    await symlink(join(site.outside, 'folder'), join(site.root, 'content'), 'dir')
    expect(await titleIn(site, '/', { from: 'page.md' })).toBeUndefined()
  })

  test('a link that leads to itself', async () => {
    const site = await makeSite({ 'dist/index.html': built('<title>Acme</title>') })
    await symlink('a.html', join(site.root, 'dist/b.html'))
    await symlink('b.html', join(site.root, 'dist/a.html'))
    await site.write('dist/team/index.html', built('<title>The team</title>'))
    await symlink('.', join(site.root, 'dist/team/round'), 'dir')
    expect(await titleIn(site, '/a', { siteRoot: 'dist' })).toBeUndefined()
    expect(await titleIn(site, '/team/round/round/', { siteRoot: 'dist' })).toBe('The team')
  })
})

test('what lies in a folder outside the roots stays unknown, also by a link that leads there', async () => {
  const site = await makeSite({ 'content/a.md': '' })
  await writeFile(join(site.outside, 'secret.md'), '')
  await symlink(site.outside, join(site.root, 'linked'), 'dir')
  const list = createFolderLists(createFence([site.root]))
  expect(await list(join(site.root, 'content'))).toEqual({ files: ['a.md'], folders: [] })
  for (const folder of [site.outside, join(site.root, 'linked'), join(site.root, 'none')]) {
    expect(await list(folder)).toEqual({ files: [], folders: [] })
  }
})

test('a page that changed is read again, another one is not', async () => {
  const site = await makeSite({ 'dist/a.html': built('<title>Before</title>') })
  const { root } = site
  const titles = createLinkTitles({ root, roots: [root], publicDirs: [] })
  const page = { name: 'dist/b.html', file: join(root, 'dist/b.html'), siteRoot: join(root, 'dist') }
  const link = { page, href: '/a', target: '/a' }
  expect(await titles(link)).toEqual({ title: 'Before', lang: 'en' })
  await site.write('dist/a.html', built('<title>Afterwards</title>'))
  expect(await titles(link)).toEqual({ title: 'Afterwards', lang: 'en' })
})
