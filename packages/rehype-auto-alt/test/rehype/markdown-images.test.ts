import { join } from 'node:path'
import { VFile } from 'vfile'
import { describe, expect, test } from 'vitest'
import rehypeAutoAlt from '../../src/index.ts'
import { captionedSite } from '../support/captioned-site.ts'
import { changed, process, render } from './pipelines.ts'

describe('an image that Markdown leaves empty gets its stored caption', () => {
  test.each([
    ['an inline image', '![](cat.png)'],
    ['an image with a blank alternative', '![ ](cat.png)'],
    ['an image with a title on the path only', 'Look: ![](./cat.png) there.'],
    ['an image by reference', '![][cat]\n\n[cat]: cat.png'],
    ['an image with a path in angle brackets', '![](<cat.png>)'],
    ['an image in a heading', '# Cats ![](cat.png)'],
    ['an image in emphasis', '*so ![](cat.png) so*'],
    ['an image in a table', '| a | b |\n| - | - |\n| 1 | ![](cat.png) |'],
    ['an image in a list in a quote', '> 1. one\n>    - ![](cat.png)\n'],
    ['an image in a footnote', 'Text[^1]\n\n[^1]: Note ![](cat.png)'],
    ['an image after frontmatter', '---\ntitle: Cats\n---\n\n![](cat.png)'],
    ['an image in a file with CRLF', '# Cats\r\n\r\n![](cat.png)\r\n'],
    ['an image in a file with a byte order mark', '\uFEFF![](cat.png)\n'],
    ['an image with a query in its path', '![](cat.png?v=2#x)']
  ])('%s', async (_, text) => {
    const site = await captionedSite('cat')
    const { file, html, without } = await render(site, text)
    const written = text.includes('[ ]') ? 'alt=" "' : 'alt=""'
    expect(html).toBe(changed(without, { [written]: 'alt="CAPTION cat"' }))
    expect(file.messages).toEqual([])
  })
})

test('an image in text in which Markdown marks a blank alternative is filled', async () => {
  const site = await captionedSite('cat')
  const { html } = await render(site, 'A ![\u00A0](cat.png) with a no-break space.')
  expect(html).toBe('<p>A <img src="cat.png" alt="CAPTION cat"> with a no-break space.</p>')
})

test('the same image with and without words gets words only where it has none', async () => {
  const site = await captionedSite('cat')
  const { html, without } = await render(site, '![Our own words](cat.png) ![](cat.png) ![**b** `c`](cat.png)')
  expect(html).toBe(changed(without, { 'alt=""': 'alt="CAPTION cat"' }))
  expect(html).toContain('alt="Our own words"')
  expect(html).toContain('alt="b c"')
})

test('images of one page get their own captions', async () => {
  const site = await captionedSite('cat', 'dog')
  const { html } = await render(site, '![](cat.png)\n![](dog.png)\n![](cat.png)')
  expect(html.match(/CAPTION \w+/gu)).toEqual(['CAPTION cat', 'CAPTION dog', 'CAPTION cat'])
})

test('what looks like an image in code stays code', async () => {
  const site = await captionedSite('cat')
  const text =
    'Write `![](cat.png)` or `<img src="cat.png">`:\n\n```html\n<img src="cat.png">\n![](cat.png)\n```\n\n    <img src="cat.png">\n'
  const { file, html, without } = await render(site, text)
  expect(html).toBe(without)
  expect(file.messages).toEqual([])
  expect(file.data.autoAlt).toEqual({ images: [] })
})

test('words with quotes, angle brackets and ampersands arrive as they are written', async () => {
  const site = await captionedSite('cat')
  const alt = 'A "cat" & <dog> say `hi`'
  await site.store(site.key('cat'), { alt })
  const { html } = await render(site, '![](cat.png)\n\nRaw <img src="cat.png">')
  expect(html).toBe(
    '<p><img src="cat.png" alt="A &#x22;cat&#x22; &#x26; <dog> say &#x60;hi&#x60;"></p>\n' +
      '<p>Raw <img alt="A &quot;cat&quot; &amp; &lt;dog&gt; say `hi`" src="cat.png"></p>'
  )
})

describe('an image that is all that a link holds', () => {
  test.each([
    ['in Markdown', '[![](cat.png)](/shop?utm=1#buy)'],
    ['by reference', '[![][cat]][shop]\n\n[cat]: cat.png\n[shop]: /shop'],
    ['in HTML within a line', 'Go <a href="/shop"><img src="cat.png"></a> now'],
    ['in an HTML link around a Markdown image', 'Go <a href="/shop">![](cat.png)</a> now'],
    ['in an HTML link around a Markdown block', '<a href="/shop">\n\n![](cat.png)\n\n</a>']
  ])('is named after where the link leads, %s', async (_, text) => {
    const site = await captionedSite('cat')
    await site.store(site.key('cat', ':en:link=/shop'), { alt: 'To the shop' })
    const { file, html } = await render(site, text)
    expect(html).toContain('alt="To the shop"')
    expect(file.messages).toEqual([])
  })

  test('gets the caption of the image when none is stored for the link, and a message says so', async () => {
    const site = await captionedSite('cat')
    const { file, html } = await render(site, '[![](cat.png)](/shop)')
    expect(html).toContain('alt="CAPTION cat"')
    expect(file.messages.map(String)).toEqual([
      `content/page.md:1:2-1:14: Unexpected alternative “CAPTION cat” of content/cat.png, expected where its link leads: write it in the page, or run \`auto-alt generate\` to have one made for this link`
    ])
    expect(file.messages[0]).toMatchObject({ ruleId: 'link-purpose', source: 'auto-alt', fatal: false })
  })

  test('beside words in the link is an image like any other', async () => {
    const site = await captionedSite('cat')
    await site.store(site.key('cat', ':en:link=/shop'), { alt: 'To the shop' })
    const { html } = await render(site, '[![](cat.png) Shop](/shop)')
    expect(html).toContain('alt="CAPTION cat"')
  })
})

test.each([
  ['without a path is in the working folder', undefined, '![](content/cat.png)'],
  ['with an absolute path is where that says', 'content/page.md', '![](cat.png)'],
  ['that is not on disk is where its path says', 'content/deep/page.md', '![](../cat.png)']
])('a page %s', async (_, path, text) => {
  const site = await captionedSite('cat')
  const file = new VFile({
    value: Buffer.from(`\uFEFF${text}`),
    cwd: site.root,
    ...(path && { path: join(site.root, path) })
  })
  expect(String(await process(file, 'markdown', [[rehypeAutoAlt, site.options]]))).toContain(
    'alt="CAPTION cat"'
  )
})
