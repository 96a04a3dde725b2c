import { describe, expect, test } from 'vitest'
import { findUses } from '../../src/source/find-uses.ts'
import { pageFor } from '../../src/source/page.ts'
import rehypeAutoAlt from '../../src/index.ts'
import { captionedSite } from '../support/captioned-site.ts'
import { pageFile, process, renderMdx } from '../rehype/pipelines.ts'
import { tagOf, usesIn } from './seen.ts'

const settings = { components: [], emptyAlt: 'auto' } as const

/** Pages that show what is easily judged in two ways. */
const pages: Readonly<Record<string, string>> = {
  'plain.md': '# Cats\n\n![](cat.png) and ![Words](cat.png) and ![ ](dog.png)\n\n`![](cat.png)`\n',
  'frontmatter.md':
    '---\ntitle: Katzen\nlang: de\n---\n\n![](cat.png)\n\n<p lang="fr"><img src="cat.png"></p>\n',
  'bom.md':
    '\uFEFF![](cat.png) <img src="dog.png" alt="">\r\n\r\n> <div>\r\n> <img src="dog.png">\r\n> </div>\r\n',
  'links.md':
    '[![](cat.png)](/shop) <a href="/home"><img src="dog.png"></a>\n\n<a href="/x">\n\n![](cat.png)\n\n</a>\n',
  'html.markdown':
    '<table>\n<tr><td><img src="cat.png"></td></tr>\n</table>\n\n- <img src="dog.png">\n\n  <div>\n  <img src="cat.png"></div>\n\n<!-- ![](cat.png) --> <img src="cat.png" alt>\n',
  'off.md':
    '<section data-auto-alt="off">\n\n![](cat.png)\n\n</section>\n\n<img src="cat.png" width="1"> <img src="dog.png" role=none>\n',
  'gfm.md': '| a |\n| - |\n| ![](cat.png) |\n\nNote[^1] ~~![](dog.png)~~\n\n[^1]: See ![](cat.png)\n',
  'page.html':
    '<!doctype html><html lang="fr"><title>T</title><body><img src="cat.png"><a href="/shop"><img src=dog.png></a><img alt="" src="cat.png"><noscript><img src="cat.png"></noscript><p aria-hidden=true><img src="dog.png"></p><img aria-labelledby="no" src="dog.png"></body></html>\n',
  'nested.htm':
    '<!doctype html><table lang="de"><img src="cat.png"><td><img src="dog.png"></table><a href=x><div><img src="cat.png"></div></a>\n',
  'page.mdx':
    '---\nlang: nl\n---\n\nimport A from "./a"\n\n![](cat.png) <img src={"dog.png"} />\n\n<A src="cat.png" />\n\n<img src="dog.png" {...x} />\n\n> <img src="cat.png" alt="" />\n'
}

describe('a source page is judged as the plugin judges it', () => {
  test.each(Object.keys(pages))('%s', async (name) => {
    const site = await captionedSite('cat', 'dog')
    const text = pages[name] ?? ''
    const page = pageFor(await site.write(`content/${name}`, text), site.root)
    const uses = (await findUses(page, text, settings)).filter(
      ({ off, verdict }) => verdict === 'missing' && !off
    )
    const seen: unknown[] = []
    const autoAlt = {
      options: async () => ({ ...settings, root: site.root, provenance: false, onMissing: 'ignore' }),
      captionAll: async (found: readonly unknown[]) => (seen.push(...found), []),
      note: () => {},
      flushSoon: () => {}
    } as never
    if (name.endsWith('.mdx')) await renderMdx(site, text, autoAlt)
    else {
      const syntax = name.includes('.htm') ? 'html' : 'markdown'
      await process(pageFile(site, text, `content/${name}`), syntax, [[rehypeAutoAlt, autoAlt]])
    }
    expect(uses.length).toBeGreaterThan(0)
    expect(uses).toEqual(seen)
  })
})

test('a page names what its images stand for and where', async () => {
  const page = pageFor('/site/content/a b.md', '/site')
  expect(page).toEqual({ name: 'content/a b.md', file: '/site/content/a b.md' })
  const text = '---\ntitle: Shop\nlang: en-GB\n---\n\n# Bags\n\nBefore [![](bag.png)](/cart?x) after.\n'
  expect(await findUses(page, text, settings)).toEqual([
    {
      page,
      place: { line: 8, column: 9, offset: text.indexOf('![') },
      end: { line: 8, column: 21, offset: text.indexOf('](/cart') },
      element: 'img',
      sources: ['bag.png'],
      verdict: 'missing',
      alt: '',
      purpose: { kind: 'link', href: '/cart?x' },
      control: { kind: 'link', text: '' },
      beside: 'Before after.',
      context: {
        title: 'Shop',
        headings: ['Bags'],
        before: 'Before',
        after: 'after.',
        grounds: 'Shop\nen-GB'
      },
      lang: 'en-GB',
      tiny: false,
      off: false
    }
  ])
})

test('places of Markdown count a byte order mark and end behind the image or its start tag', async () => {
  const text =
    '\uFEFF😀 ![](a.png "x")\r\n\r\n> <div>\r\n> <img src="b.png"\r\n> title="c > d"></div>\r\n\n[![][e]](f) <my-img a="b">x</my-img>\n\n[e]: g.png\n'
  const uses = await usesIn('page.md', text, ['my-img'])
  expect(uses.map((use) => tagOf(use, text))).toEqual([
    '![](a.png "x")',
    '<img src="b.png"\r\n> title="c > d">',
    '![][e]',
    '<my-img a="b">'
  ])
})

test('a component of MDX counts as an image where the settings say so', async () => {
  const page = pageFor('/site/a.mdx', '/site')
  const text = '<Photo src="a.png" />\n'
  expect(await findUses(page, text, settings)).toEqual([])
  const [use] = await findUses(page, text, { ...settings, components: ['Photo'] })
  expect(use).toMatchObject({
    element: 'Photo',
    sources: ['a.png'],
    verdict: 'missing',
    place: { line: 1, column: 1 }
  })
})

test('MDX that does not parse is an error with its place, but only where it may hold images', async () => {
  const page = pageFor('/site/a.mdx', '/site')
  await expect(findUses(page, '![](a.png)\n\n{ oh', settings)).rejects.toMatchObject({ line: 3 })
  expect(await findUses(page, 'no pictures\n\n{ oh', settings)).toEqual([])
})

test('extensions are told in any letter case', async () => {
  for (const name of ['A.MD', 'a.Markdown', 'a.HTML', 'a.Htm', 'a.MDX']) {
    expect(
      await findUses(pageFor(`/site/${name}`, '/site'), '<img src="a.png"/>\n', settings),
      name
    ).toHaveLength(1)
  }
})
