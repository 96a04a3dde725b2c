import type { Root } from 'hast'
import rehypeStringify from 'rehype-stringify'
import { unified } from 'unified'
import { describe, expect, test } from 'vitest'
import { captionSum } from '../../src/captions/caption-sum.ts'
import rehypeAutoAlt from '../../src/index.ts'
import { captionedSite } from '../support/captioned-site.ts'
import { changed, pageFile, places, render } from './pipelines.ts'

test('a page of HTML goes through rehype and comes out with its captions, otherwise unchanged', async () => {
  const site = await captionedSite('cat', 'dog')
  const text = [
    '<!doctype html><html lang="en"><head><title>T</title></head><body>',
    '<img src="cat.png">',
    '<img src="cat.png" alt="">',
    '<img src="cat.png" alt="Words">',
    '<noscript><img src="dog.png" id="in-noscript"></noscript>',
    '<template><p><img src="dog.png" id="in-template"></p></template>',
    '<picture><source srcset="x.webp"><img src="dog.png" id="in-picture"></picture>',
    '<textarea><img src="cat.png"></textarea>',
    '<!-- <img src="cat.png"> -->',
    '<p><img aria-labelledby="nowhere" src="dog.png"></p>',
    '</body></html>'
  ].join('\n')
  const { file, html, without } = await render(site, text, { path: 'content/page.html', syntax: 'html' })
  expect(html).toBe(
    changed(without, {
      '<img src="cat.png">\n<img src="cat.png" alt="">':
        '<img src="cat.png" alt="CAPTION cat">\n<img src="cat.png" alt="">',
      'id="in-noscript"': 'id="in-noscript" alt="CAPTION dog"',
      'id="in-template"': 'id="in-template" alt="CAPTION dog"',
      'id="in-picture"': 'id="in-picture" alt="CAPTION dog"',
      'aria-labelledby="nowhere" src="dog.png"': 'aria-labelledby="nowhere" src="dog.png" alt="CAPTION dog"'
    })
  )
  expect(file.messages).toEqual([])
})

test('an empty alternative in HTML with a byte order mark stays its author’s', async () => {
  const site = await captionedSite('cat')
  const { file, html } = await render(site, '\uFEFF<p>!<img src="cat.png" alt=""></p><img src="cat.png">', {
    syntax: 'html'
  })
  expect(html.match(/alt="[^"]*"/gu)).toEqual(['alt=""', 'alt="CAPTION cat"'])
  expect(file.messages).toEqual([])
})

test('behind rehype-raw, Markdown’s empty alternative is filled and an author’s stays', async () => {
  const site = await captionedSite('cat', 'dog')
  const text =
    '![](cat.png) <img src="dog.png" alt=""> <img src="dog.png">\n\n<div>\n<img src="cat.png" alt="">\n</div>\n\n[![](dog.png)](/shop)'
  await site.store(site.key('dog', ':en:link=/shop'), { alt: 'To the shop' })
  const { file, html } = await render(site, text, { syntax: 'markdown with rehype-raw' })
  expect(html.match(/alt="[^"]*"/gu)).toEqual([
    'alt="CAPTION cat"',
    'alt=""',
    'alt="CAPTION dog"',
    'alt=""',
    'alt="To the shop"'
  ])
  expect(file.messages).toEqual([])
})

test('behind rehype-raw, messages still point at the images', async () => {
  const site = await captionedSite()
  const text = 'Hi <b>there</b> <img src="a.png">\n\n<div>\n  <img src="b.png"></div>\n\n![](c.png)'
  const { file } = await render(site, text, { syntax: 'markdown with rehype-raw' })
  expect(places(file)).toEqual([
    '1:17-1:34 unreadable-image',
    '4:3-4:20 unreadable-image',
    '6:1-6:11 unreadable-image'
  ])
})

/** A tree made by hand: nothing in it says where it comes from. */
function handMade(): Root {
  const img = (properties: Record<string, string>): Root['children'][number] => ({
    type: 'element',
    tagName: 'img',
    properties,
    children: []
  })
  return {
    type: 'root',
    children: [
      img({ src: 'cat.png', alt: '' }),
      img({ src: 'cat.png' }),
      img({ src: 'cat.png', alt: '', dataAutoAlt: 'off' }),
      img({ src: 'cat.png', alt: '', dataAutoAltIntent: 'missing' }),
      img({ src: 'cat.png', alt: '' })
    ]
  }
}

test('in a tree without positions, an empty alternative counts as decorative, and one message counts them', async () => {
  const site = await captionedSite('cat')
  const file = pageFile(site, '')
  const processor = unified().use(rehypeAutoAlt, site.options).use(rehypeStringify)
  const tree = (await processor.run(handMade(), file)) as Root
  expect(processor.stringify(tree)).toBe(
    [
      '<img src="cat.png" alt="">',
      '<img src="cat.png" alt="CAPTION cat">',
      '<img src="cat.png" alt="" data-auto-alt="off">',
      '<img src="cat.png" alt="CAPTION cat">',
      '<img src="cat.png" alt="">'
    ].join('')
  )
  expect(file.messages.map(({ fatal, reason }) => [fatal, reason])).toEqual([
    [
      undefined,
      '2 empty `alt`s have no source position and count as decorative; the option `emptyAlt` changes that'
    ]
  ])
})

describe('the option emptyAlt decides what an empty alternative means', () => {
  const text =
    '![](cat.png) <img src="cat.png" alt=""> <img src="cat.png" alt="" role="presentation"> <img src="cat.png">'
  test.each([
    ['auto', ['CAPTION cat', '', '', 'CAPTION cat']],
    ['decorative', ['', '', '', 'CAPTION cat']],
    ['missing', ['CAPTION cat', 'CAPTION cat', '', 'CAPTION cat']]
  ] as const)('%s', async (emptyAlt, alternatives) => {
    const site = await captionedSite('cat')
    const { file, html } = await render(site, text, { emptyAlt })
    expect([...html.matchAll(/alt="([^"]*)"/gu)].map(([, alt]) => alt)).toEqual(alternatives)
    expect(file.messages).toEqual([])
  })

  test('also where no position tells the intent, and then nothing is said about it', async () => {
    const site = await captionedSite('cat')
    for (const [emptyAlt, filled] of [
      ['decorative', 1],
      ['missing', 4]
    ] as const) {
      const file = pageFile(site, '')
      const tree = await unified()
        .use(rehypeAutoAlt, { ...site.options, emptyAlt })
        .run(handMade(), file)
      expect(JSON.stringify(tree).split('CAPTION cat')).toHaveLength(filled + 1)
      expect(file.messages).toEqual([])
    }
  })
})

test('HTML that a browser would nest anew is judged as the tree has it', async () => {
  const site = await captionedSite('cat')
  const { html } = await render(
    site,
    '<table><tr aria-hidden="true"><img src="cat.png"><td><img id="in" src="cat.png"></table>',
    { syntax: 'html' }
  )
  expect(html).toContain('<img src="cat.png" alt="CAPTION cat"><table>')
  expect(html).toContain('<img id="in" src="cat.png">')
})

test('what a model wrote is marked where the site asks for it, and nothing else is', async () => {
  const site = await captionedSite('cat', 'dog')
  await site.store(site.key('cat'), {
    alt: 'A cat',
    status: 'approved',
    origin: 'model',
    sum: captionSum('A cat')
  })
  const text = '<img src="cat.png"> ![](dog.png)\n\n![](cat.png)'
  const { html } = await render(site, text, { provenance: true })
  expect(html).toBe(
    '<p><img alt="A cat" data-alt-origin="ai" src="cat.png"> <img src="dog.png" alt="CAPTION dog"></p>\n' +
      '<p><img src="cat.png" alt="A cat" data-alt-origin="ai"></p>'
  )
})

test('an image that people marked as decorative gets an empty alternative', async () => {
  const site = await captionedSite('cat')
  await site.store(site.key('cat'), { alt: '', status: 'decorative' })
  const { file, html } = await render(site, 'A <img src="cat.png"> and ![](cat.png)')
  expect(html).toBe('<p>A <img alt="" src="cat.png"> and <img src="cat.png" alt=""></p>')
  expect(file.messages).toEqual([])
})
