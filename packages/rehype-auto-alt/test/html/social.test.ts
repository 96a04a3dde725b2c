import { join } from 'node:path'
import { describe, expect, test } from 'vitest'

import { createAutoAlt } from '../../src/captioner/create-auto-alt.ts'
import { fillHtml } from '../../src/html/fill-html.ts'
import type { Options } from '../../src/index.ts'
import { type CaptionedSite, captionedSite } from '../support/captioned-site.ts'

interface Filled {
  readonly html: string
  /** How many pictures for other sites lack the words that are stored. */
  readonly social: number
}

/** Fills `dist/index.html`, with `social: true` if nothing else is said. */
async function fill(site: CaptionedSite, html: string, options: Options = { social: true }): Promise<Filled> {
  const autoAlt = createAutoAlt({ ...site.options, ...options })
  const siteRoot = join(site.root, 'dist')
  const page = { name: 'dist/index.html', file: join(siteRoot, 'index.html'), siteRoot }
  const filled = await fillHtml(html, page, autoAlt)
  expect(filled.images).toEqual([])
  const { left, social, summary } = await autoAlt.report()
  expect(left).toEqual([])
  expect(summary.uses).toBe(0)
  return { html: filled.html, social }
}

/** A site whose pictures lie in the built folder, each with a stored caption. */
async function builtSite(...names: readonly string[]): Promise<CaptionedSite> {
  const site = await captionedSite()
  for (const name of names) {
    await site.add(name, 'dist')
    await site.store(site.key(name), { alt: `CAPTION ${name}` })
  }
  return site
}

const canonical = '<link rel="canonical" href="https://site.example/">'

describe('og:image and twitter:image', () => {
  test('get the stored caption, written as the element before, and nothing else changes', async () => {
    const site = await builtSite('cat', 'dog')
    const before = [
      '<!doctype html><html lang=en>',
      '<head>',
      '  <title>T &amp; T</title>',
      '  <meta property="og:image" content="https://site.example/cat.png" />',
      '  <meta property="og:image:width" content="1200" />',
      `\t<meta name='twitter:image' content='/dog.png'>`,
      '  <meta property=og:url content=https://site.example/>',
      '</head><body><p>caf\u00E9 &nbsp; 5 > 3</body></html>'
    ]
    for (const lineBreak of ['\n', '\r\n']) {
      const html = before.join(lineBreak)
      const filled = await fill(site, html)
      const added = [
        '  <meta property="og:image:alt" content="CAPTION cat" />',
        '\t<meta name="twitter:image:alt" content="CAPTION dog">'
      ]
      const after = before.toSpliced(4, 0, added[0]!).toSpliced(7, 0, added[1]!)
      expect(filled.html).toBe(after.join(lineBreak))
      expect(await fill(site, filled.html)).toEqual({ html: filled.html, social: 0 })
    }
  })

  test('stand in one line where the page does', async () => {
    const site = await builtSite('cat')
    const image = '<meta property=og:image content=https://site.example/cat.png>'
    const { html } = await fill(site, `<html><head>${canonical}${image}</head>`)
    const words = '<meta property="og:image:alt" content="CAPTION cat">'
    expect(html).toBe(`<html><head>${canonical}${image}${words}</head>`)
  })

  test('an empty one is filled, words of a person stay, each picture has its own', async () => {
    const site = await builtSite('cat', 'dog', 'cow')
    const html = [
      `<head>${canonical}`,
      '<meta property="og:image" content="https://site.example/cat.png"><meta content=" " property="og:image:alt">',
      '<meta property="og:image" content="/dog.png"><meta property="og:image:alt" content="My dog">',
      '<meta property="og:image" content="/gone.png"><meta property="og:image:secure_url" content="/cow.png">',
      '<meta name="twitter:image:alt" content="Mine"><meta name="twitter:image" content="/cow.png">'
    ]
    const { html: filled, social } = await fill(site, html.join('\n'))
    expect(social).toBe(2)
    expect(filled.split('\n')).toEqual([
      html[0],
      html[1]?.replace('content=" "', 'content="CAPTION cat"'),
      html[2],
      html[3]?.replace(/(\/gone.png">)/u, '$1<meta property="og:image:alt" content="CAPTION cow">'),
      html[4]
    ])
  })

  test.each([
    ['on another host', '<meta property="og:image" content="https://other.example/cat.png">'],
    ['in a comment', '<!-- <meta property="og:image" content="/cat.png"> -->'],
    ['in a template', '<template><meta property="og:image" content="/cat.png"></template>'],
    ['that nobody captioned', '<meta property="og:image" content="/new.png">'],
    ['without an address', '<meta property="og:image" content="">'],
    ['to be left alone', '<meta data-auto-alt="off" property="og:image" content="/cat.png">'],
    [
      'whose words nobody can tell apart',
      '<meta property="og:image:alt" content=""><meta property="og:image" content="/cat.png"><meta property="og:image" content="/cat.png">'
    ]
  ])('a picture %s stays as it is', async (_what, meta) => {
    const site = await builtSite('cat')
    await site.add('new', 'dist')
    const html = `<html><head>${canonical}${meta}</head></html>`
    expect(await fill(site, html)).toEqual({ html, social: 0 })
  })

  test('one on another host is known by the address that its caption has recorded', async () => {
    const site = await builtSite('cat')
    const address = 'https://cdn.example/cat.png'
    await site.store(site.key('cat'), { alt: 'CAPTION cat', files: [address] })
    const { html } = await fill(site, `<head>${canonical}<meta property="og:image" content="${address}?v=2">`)
    expect(html).toContain('<meta property="og:image:alt" content="CAPTION cat">')
  })

  test('without the option they are counted and stay as they are', async () => {
    const site = await builtSite('cat')
    const html = `<head>${canonical}<meta property="og:image" content="https://site.example/cat.png">`
    expect(await fill(site, html, {})).toEqual({ html, social: 1 })
  })

  test('words are in the language of the page, and escaped', async () => {
    const site = await builtSite('cat')
    await site.store(site.key('cat', ':de'), { alt: '"Katze" <b> & Maus' })
    const image = '<meta property="og:image" content="/cat.png">'
    const { html } = await fill(site, `<html lang="de-AT"><head>${image}`)
    expect(html).toContain('<meta property="og:image:alt" content="&quot;Katze&quot; &lt;b&gt; &amp; Maus">')
  })
})

describe('ImageObject in JSON-LD', () => {
  const script = (json: string): string => `<script type="application/ld+json">${json}</script>`

  test('gets a caption behind its address, written as the member before', async () => {
    const site = await builtSite('cat', 'dog')
    const pretty = [
      '{',
      '  "@context": "https://schema.org",',
      '  "@graph": [{',
      '    "@type": ["ImageObject"],',
      '    "contentUrl": "https:\\/\\/site.example\\/cat.png",',
      '    "width": 1.50',
      '  }, {"@type":"ImageObject","url":"/dog.png","caption":""}]',
      '}'
    ]
    const html = `${canonical}\n${script(pretty.join('\n'))}`
    const { html: filled, social } = await fill(site, html)
    const after = pretty
      .toSpliced(5, 0, '    "caption": "CAPTION cat",')
      .map((line) => line.replace('"caption":""', '"caption":"CAPTION dog"'))
    expect(filled).toBe(`${canonical}\n${script(after.join('\n'))}`)
    expect(social).toBe(2)
    expect((await fill(site, filled)).html).toBe(filled)
  })

  test('words cannot end the script', async () => {
    const site = await builtSite('cat')
    const alt = '</script><!-- <script> "x" \\ \u2028'
    await site.store(site.key('cat'), { alt })
    const { html } = await fill(site, script('{"image":{"@type":"ImageObject","url":"/cat.png"}}'))
    const [, json = ''] = /^<script[^>]*>(.*?)<\/script>$/su.exec(html) ?? []
    expect(json).not.toContain('<')
    expect(JSON.parse(json)).toEqual({
      image: { '@type': 'ImageObject', url: '/cat.png', caption: alt.replace(/\s+$/u, '') }
    })
  })

  test.each([
    ['with a caption', '{"@type":"ImageObject","url":"/cat.png","caption":"Mine"}'],
    ['with a caption that is no text', '{"@type":"ImageObject","url":"/cat.png","caption":{"@id":"#c"}}'],
    ['that is a bare address', '{"@type":"Article","image":"/cat.png","about":"ImageObject"}'],
    [
      'that is nested without end',
      `${'['.repeat(50_000)}{"@type":"ImageObject","url":"/cat.png"}${']'.repeat(50_000)}`
    ],
    ['in JSON that does not parse', '{"@type":"ImageObject","url":"/cat.png",}'],
    ['in a script with a comment', '<!-- {"@type":"ImageObject","url":"/cat.png"} -->']
  ])('a picture %s stays as it is', async (_what, json) => {
    const site = await builtSite('cat')
    expect(await fill(site, script(json))).toEqual({ html: script(json), social: 0 })
  })
})
