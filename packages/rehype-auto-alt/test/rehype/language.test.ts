import { expect, test } from 'vitest'
import rehypeAutoAlt from '../../src/index.ts'
import { type CaptionedSite, captionedSite } from '../support/captioned-site.ts'
import { pageFile, process, render, renderMdx } from './pipelines.ts'

async function twoLanguages(): Promise<CaptionedSite> {
  const site = await captionedSite('cat')
  await site.store(site.key('cat', ':de'), { alt: 'Eine Katze' })
  return site
}

test('an image takes the caption of the language around it, so that one image has two', async () => {
  const site = await twoLanguages()
  const { html } = await render(
    site,
    '![](cat.png)\n\n<div lang="de-AT">\n\n![](cat.png)\n\n<p lang="en-GB"><img src="cat.png"></p>\n</div>'
  )
  expect([...html.matchAll(/alt="([^"]*)"/gu)].map(([, alt]) => alt)).toEqual([
    'CAPTION cat',
    'Eine Katze',
    'CAPTION cat'
  ])
})

test('a page of HTML says its language on its html element', async () => {
  const site = await twoLanguages()
  const { html } = await render(site, '<html lang="de"><body><img src="cat.png"></body></html>', {
    syntax: 'html'
  })
  expect(html).toContain('alt="Eine Katze"')
})

test('a page says its language in frontmatter, whether or not the pipeline keeps it', async () => {
  const site = await twoLanguages()
  const { html } = await render(site, '---\ntitle: Katzen\nlang: de\n---\n\n![](cat.png)')
  expect(html).toContain('alt="Eine Katze"')
  const { tree } = await renderMdx(site, '---\nlocale: de_AT\n---\n\n![](cat.png)')
  expect(JSON.stringify(tree)).toContain('Eine Katze')
})

test.each([
  ['file.data.matter', { matter: { lang: 'de' } }],
  ['file.data.astro.frontmatter', { astro: { frontmatter: { lang: 'de' } } }],
  ['file.data.frontmatter', { frontmatter: { language: 'de' } }]
])('a page says its language in %s', async (_, data) => {
  const site = await twoLanguages()
  const file = pageFile(site, '![](cat.png)')
  Object.assign(file.data, data)
  expect(String(await process(file, 'markdown', [[rehypeAutoAlt, site.options]]))).toContain(
    'alt="Eine Katze"'
  )
})

test('the language of an element comes before the one of the frontmatter, and that before the option', async () => {
  const site = await twoLanguages()
  const own = await render(site, '---\nlang: de\n---\n\n<p lang="en"><img src="cat.png"></p>')
  expect(own.html).toContain('alt="CAPTION cat"')
  const { html } = await render(site, '---\nlang: en\n---\n\n![](cat.png)', { language: 'de' })
  expect(html).toContain('alt="CAPTION cat"')
  const byOption = await render(site, '![](cat.png)', { language: 'de' })
  expect(byOption.html).toContain('alt="Eine Katze"')
})

test('frontmatter that does not parse, or says nothing usable, is passed over', async () => {
  const site = await twoLanguages()
  for (const matter of ['lang: [de', '- de', 'lang: 7\ntitle: {}', 'lang: ""', 'just words', '']) {
    const { html } = await render(site, `---\n${matter}\n---\n\n![](cat.png)`)
    expect(html, matter).toContain('alt="CAPTION cat"')
  }
})
