import { describe, expect, test } from 'vitest'
import { captionedSite } from '../support/captioned-site.ts'
import { changed, places, render } from './pipelines.ts'

describe('HTML in Markdown gets captions where it has none, and nothing else in it changes', () => {
  test.each([
    ['within a line', 'See <img src="cat.png"> and on.', { '<img src': '<img alt="CAPTION cat" src' }],
    ['as a block', '<img src="cat.png">\n', { '<img src': '<img alt="CAPTION cat" src' }],
    [
      'in the middle of a block',
      '<div  class=x>\n  <b>Hi</b> <IMG SRC=cat.png>\n</div>',
      { '<IMG SRC': '<IMG alt="CAPTION cat" SRC' }
    ],
    ['self-closing', '<img src="cat.png"/>', { '<img src': '<img alt="CAPTION cat" src' }],
    ['with a blank alternative', '<img alt=" " src="cat.png">', { 'alt=" "': 'alt="CAPTION cat"' }],
    [
      'in a picture',
      '<picture>\n<source srcset="dog.png">\n<img src="cat.png">\n</picture>',
      { '<img src': '<img alt="CAPTION cat" src' }
    ],
    ['in noscript', '<noscript><img src="cat.png"></noscript>', { '<img src': '<img alt="CAPTION cat" src' }],
    [
      'in a template',
      '<template><img src="cat.png"></template>',
      { '<img src': '<img alt="CAPTION cat" src' }
    ],
    [
      'in a table of HTML',
      '<table><tr><td><img src="cat.png"></td></tr></table>',
      { '<img src': '<img alt="CAPTION cat" src' }
    ],
    [
      'with a lazy address',
      '<img data-src="cat.png" class="lazy">',
      { '<img data': '<img alt="CAPTION cat" data' }
    ],
    [
      'with a lazy address behind a stand-in',
      '<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" data-src="cat.png">',
      { '<img src': '<img alt="CAPTION cat" src' }
    ],
    [
      'with a set of sizes',
      '<img srcset="missing.png 100w, cat.png 800w">',
      { '<img srcset': '<img alt="CAPTION cat" srcset' }
    ],
    [
      'with sizes in the picture only',
      '<picture><source srcset="cat.png 2x"><img></picture>',
      { '<img>': '<img alt="CAPTION cat">' }
    ]
  ])('%s', async (_, text, changes) => {
    const site = await captionedSite('cat', 'dog')
    const { file, html, without } = await render(site, text)
    expect(html).toBe(changed(without, changes as unknown as Record<string, string>))
    expect(file.messages).toEqual([])
  })
})

describe('HTML in Markdown is left alone', () => {
  test.each([
    ['where its author wrote an empty alternative', '<img src="cat.png" alt="">'],
    ['where its author wrote alt without a value', '<img alt src="cat.png">'],
    ['where its author wrote words', "<img alt='Some words' src=cat.png>"],
    ['where a label names it', '<img aria-label="Some words" src="cat.png">'],
    ['where a title names it', '<img title="Some words" src="cat.png">'],
    ['where its role is presentation', '<img role="presentation" src="cat.png">'],
    ['where it is hidden from assistive technology', '<img aria-hidden="true" src="cat.png">'],
    ['within what is hidden', '<div aria-hidden="true">\n\n![](cat.png)\n\n<img src="cat.png">\n\n</div>'],
    ['where auto-alt is switched off', '<img data-auto-alt="off" src="cat.png">'],
    [
      'within what auto-alt is switched off for',
      '<section data-auto-alt="off">\n\n![](cat.png)\n\n</section>'
    ],
    ['in a comment', 'Text <!-- <img src="cat.png"> --> here\n\n<!--\n<img src="cat.png">\n-->'],
    ['in a text field', '<textarea>\n<img src="cat.png">\n</textarea>'],
    ['in a script', '<script>\nconst a = `<img src="cat.png">`\n</script>'],
    ['in code', '<pre><code>&lt;img src="cat.png"></code></pre>']
  ])('%s', async (_, text) => {
    const site = await captionedSite('cat')
    const { file, html, without } = await render(site, text)
    expect(html).toBe(without)
    expect(file.messages).toEqual([])
  })
})

test('the marker of an earlier stage tells what an empty alternative means, and is gone from every image', async () => {
  const site = await captionedSite('cat', 'dog')
  const text = [
    '<img src="cat.png" alt="" data-auto-alt-intent="missing">',
    '<img src="dog.png" alt="" data-auto-alt-intent="decorative">',
    '<img src="dog.png" alt="Words" data-auto-alt-intent="missing">',
    '<p data-auto-alt-intent="missing" id="p">data-auto-alt-intent stays in text</p>'
  ].join('\n')
  const { html } = await render(site, text)
  expect(html).toBe(
    [
      '<img src="cat.png" alt="CAPTION cat">',
      '<img src="dog.png" alt="">',
      '<img src="dog.png" alt="Words">',
      '<p id="p">data-auto-alt-intent stays in text</p>'
    ].join('\n')
  )
})

test('the marker is gone also after rehype-raw and from HTML read by rehype', async () => {
  const site = await captionedSite('cat')
  const text =
    '<p>a</p><img data-auto-alt-intent="missing" src="cat.png" alt=""><template><i data-auto-alt-intent="x">b</i></template>'
  for (const syntax of ['markdown with rehype-raw', 'html'] as const) {
    const { html } = await render(site, text, { syntax })
    expect(html).toContain('<p>a</p><img src="cat.png" alt="CAPTION cat"><template><i>b</i></template>')
  }
})

describe('a picture of one pixel is not described', () => {
  test.each(['<img src="cat.png" width="1" height="1">', '<img src="cat.png" style="width:1px">'])(
    '%s',
    async (text) => {
      const site = await captionedSite('cat')
      const { file, html, without } = await render(site, text)
      expect(html).toBe(without)
      expect(file.messages.map(({ reason }) => reason)).toEqual([
        'Unexpected image without a text alternative (too-small): cat.png is declared one pixel wide or high; write alt="" for it.'
      ])
    }
  )
})

test('messages point at the image, wherever in its HTML it stands', async () => {
  const site = await captionedSite()
  const text = [
    'Text <b>x</b> <img src="a.png"> end', // 1
    '',
    '<div>',
    '  <p>y</p> <img', // 4
    '    src="b.png"> <img src="c.png">', // 5
    '</div>',
    '',
    '> <div>',
    '> z <img src="d.png">', // 9
    '> </div>',
    '',
    '- item',
    '',
    '  <div>',
    '    <i>q</i><img src="e.png">', // 15
    '  </div>',
    '',
    '| a |',
    '| - |',
    '| x ![](f.png) <img src="g.png"> |', // 20
    '',
    '> - ![](h.png)' // 22
  ].join('\n')
  const { file } = await render(site, text)
  const expected = [
    '1:15-1:32',
    '4:12-5:17',
    '5:18-5:35',
    '9:5-9:22',
    '15:13-15:30',
    '20:5-20:15',
    '20:16-20:33',
    '22:5-22:15'
  ]
  expect(places(file)).toEqual(expected.map((place) => `${place} unreadable-image`))
})

test('messages point at the image in a file with CRLF and a byte order mark', async () => {
  const site = await captionedSite()
  const { file } = await render(
    site,
    '\uFEFFa <img src="a.png">\r\n\r\n> <div>\r\n> <img src="b.png">\r\n> </div>\r\n'
  )
  expect(places(file)).toEqual(['1:3-1:20 unreadable-image', '4:3-4:20 unreadable-image'])
})
