import { describe, expect, test } from 'vitest'
import { findImages, type HtmlImage } from '../../src/html/find-images.ts'
import { lineStarts, placeAt } from '../../src/html/place.ts'

async function only(html: string): Promise<HtmlImage> {
  const images = await findImages(html)
  expect(images).toHaveLength(1)
  return images[0]!
}

describe('the picture of an image is', () => {
  test.each([
    [
      'its src, before other sizes',
      '<img src="a.png" srcset="b.png 800w, c.png 1600w">',
      ['a.png', 'c.png', 'b.png']
    ],
    ['the largest of its sizes', '<img srcset="a.png, b.png 2x, c.png 1.5x">', ['b.png', 'c.png', 'a.png']],
    [
      'its lazy address behind a stand-in',
      '<img src="data:image/gif;base64,R0lGOD" data-src="a.png">',
      ['a.png', 'data:image/gif;base64,R0lGOD']
    ],
    [
      'its lazy address behind a spacer',
      '<img src="/img/blank.gif" data-original="a.png">',
      ['a.png', '/img/blank.gif']
    ],
    [
      'the largest lazy size',
      '<img data-srcset="s.png 300w, l.png 900w" data-src="a.png">',
      ['l.png', 's.png', 'a.png']
    ],
    [
      'a picture in the page itself',
      '<img src="data:image/png;base64,iVBORw0KGgo">',
      ['data:image/png;base64,iVBORw0KGgo']
    ],
    ['no spacer by its looks alone', '<img src="/blank.gif">', ['/blank.gif']],
    [
      'a usual format before a newer one',
      '<picture><source type="image/avif" srcset="l.avif 900w"><source type="image/webp" srcset="l.webp 800w"><img></picture>',
      ['l.webp', 'l.avif']
    ],
    [
      'its src before those of its picture',
      '<picture><source srcset="l.webp 800w"><img src=a.png></picture>',
      ['a.png', 'l.webp']
    ],
    ['not one of another picture', '<picture><source srcset="l.webp"></picture><img src=a.png>', ['a.png']],
    [
      'an address with commas',
      '<img srcset="/w_200,h_100/a.png 200w, /w_400,h_200/a.png 400w">',
      ['/w_400,h_200/a.png', '/w_200,h_100/a.png']
    ],
    ['named once', '<img src=a.png data-src=a.png srcset="a.png 1x">', ['a.png']],
    ['decoded', '<img src="a.png?b=1&amp;c=2&copy=3">', ['a.png?b=1&c=2&copy=3']],
    ['none', '<img src="" srcset=",">', []]
  ])('%s', async (_, html, sources) => expect((await only(html)).sources).toEqual(sources))
})

describe('the words around an image are', () => {
  test('the title, the headings above, the caption and the nearest text', async () => {
    const { context } =
      await only(`<!doctype html><title>Bags &amp; more</title><h1>Shop</h1><h2>Old</h2><h3>Gone</h3>
      <h2>Back<b>packs</b> <a aria-hidden="true" href="#b">#</a></h2><p>Made of <em>leather</em>.</p>
      <figure><img src=a.jpg><figcaption>Red &lt;one&gt;</figcaption></figure><script>no()</script><p>In stock.</p><p>Far.</p>`)
    expect(context).toEqual({
      title: 'Bags & more',
      headings: ['Shop', 'Backpacks'],
      caption: 'Red <one>',
      before: 'Made of leather.',
      after: 'In stock.'
    })
  })

  test('those of its own block, when it has any', async () => {
    const { context } = await only('<p>Far before</p><p>Just before <img> just after</p><p>Far after</p>')
    expect(context).toEqual({ headings: [], before: 'Just before', after: 'just after' })
  })

  test('none from the other side of a heading', async () => {
    const { context } = await only('<p>Other part</p><h2>Here</h2><img><h2>Next</h2><p>Next part</p>')
    expect(context).toEqual({ headings: ['Here'] })
  })

  test('none that nobody sees: hidden text, other alternatives, scripts, forms', async () => {
    const { context } = await only(
      '<p hidden>no</p><style>no</style><select><option>no</select><svg><text>no</text></svg><img><textarea>no</textarea>'
    )
    expect(context).toEqual({ headings: [] })
  })

  test('the first heading as title of a page without one', async () => {
    expect((await only('<h1>Shop</h1><img>')).context.title).toBe('Shop')
  })

  test('at most 300 characters a side, whole words', async () => {
    const { context } = await only(`<p>${'before '.repeat(99)}<img>${' after'.repeat(99)}</p>`)
    expect(context.before).toMatch(/^before( before)+$/u)
    expect(context.after).toMatch(/^after( after)+$/u)
    for (const side of [context.before, context.after]) {
      expect(side?.length).toBeLessThanOrEqual(300)
      expect(side?.length).toBeGreaterThan(290)
    }
  })

  test('a caption that comes last, after other text', async () => {
    const html =
      '<!doctype html><title>T</title><figure><img><p>a</p><p>b</p><figcaption>Red</figcaption></figure>'
    expect((await only(html)).context).toMatchObject({ caption: 'Red', after: 'a' })
  })

  test('a caption that comes first', async () => {
    expect(
      (await only('<figure><figcaption>Red</figcaption><div><img></div></figure>')).context.caption
    ).toBe('Red')
  })
})

describe('an image is hidden', () => {
  test.each([
    '<div aria-hidden="true"><p><img></p></div>',
    '<div style="display: none"><img></div>',
    '<div style="visibility:hidden"><p><img></p></div>',
    '<div role="img" aria-label="Chart"><img></div>',
    '<img hidden>',
    '<body hidden><img>'
  ])('in %j', async (html) => expect((await only(html)).verdict).toBe('hidden'))

  test.each([
    '<div style="visibility:hidden"><img style="visibility:visible"></div>',
    '<button><img></button>',
    '<img role="img">',
    '<div aria-hidden="true"></div><img>',
    '<template><img></template>',
    '<noscript><img></noscript>'
  ])('but not in %j', async (html) => expect((await only(html)).verdict).toBe('missing'))
})

describe('a label by reference', () => {
  const label = '<img aria-labelledby="a b">'
  test.each([
    ['names when it leads to text', `<!doctype html>${label}<p id=b>Cat</p>`, 'named'],
    [
      'names when it leads far down',
      `<!doctype html><title>T</title>${label}<p>x</p><p>y</p><p id=b>Cat</p>`,
      'named'
    ],
    ['names when it leads to hidden text', `<!doctype html><p id=a hidden>Cat</p>${label}`, 'named'],
    ['names when it leads to a label', `<!doctype html><i id=a aria-label=Cat></i>${label}`, 'named'],
    [
      'counts for nothing when it leads nowhere on a whole page',
      `<!doctype html>${label}<p>Cat</p>`,
      'missing'
    ],
    [
      'counts for nothing when it leads to nothing',
      `<!doctype html><p id=a> <img alt=""></p>${label}`,
      'missing'
    ],
    ['names when it leads out of a fragment', label, 'named'],
    [
      'counts for nothing when it leads to nothing in a fragment',
      '<img aria-labelledby="a"><p id=a></p>',
      'missing'
    ]
  ])('%s', async (_, html, verdict) =>
    expect((await findImages(html)).at(html.includes('alt=""') ? -1 : 0)?.verdict).toBe(verdict)
  )
})

test('the nearest language counts, and an empty one says that none is known', async () => {
  const images = await findImages(
    '<html lang=en><img><p lang=de><img><b xml:lang=fr><img></b></p><p lang=""><img></p>'
  )
  expect(images.map(({ lang }) => lang)).toEqual(['en', 'de', 'fr', undefined])
})

test('data-auto-alt="off" holds for everything in it', async () => {
  const images = await findImages(
    '<div data-auto-alt="off"><img></div><img data-auto-alt="OFF"><img data-auto-alt="on"><img>'
  )
  expect(images.map(({ off }) => off)).toEqual([true, true, false, false])
})

test('components count as images when they are named', async () => {
  const html = '<astro-image src="a.png"></astro-image><img>'
  const images = await findImages(html, { components: ['Astro-Image'] })
  expect(images.map(({ element, sources, start }) => [element, sources, start])).toEqual([
    ['astro-image', ['a.png'], 0],
    ['img', [], html.indexOf('<img')]
  ])
  expect(await findImages('<astro-image>')).toEqual([])
})

test('components are found with their place also where a tree has to be built', async () => {
  const html = '<select><p></select><x-image src=a alt="">'
  const [image] = await findImages(html, { components: ['x-image'], document: true })
  expect(image).toMatchObject({ element: 'x-image', start: html.indexOf('<x-image'), sources: ['a'] })
  expect(image?.attributes.get('alt')).toEqual({ start: html.indexOf('alt'), end: html.length - 1 })
})

test('a page without images has none, whatever its text says', async () => {
  expect(await findImages('<p>&lt;img&gt; <imgs> <imagery></p><!-- <img> -->')).toEqual([])
})

test('places count lines and columns from 1, whatever ends the lines', async () => {
  const html = 'a\r\nb\r<p>\n 😀<img></p>'
  expect((await only(html)).place).toEqual({ line: 4, column: 4, offset: html.indexOf('<img') })
  const starts = lineStarts('ab\ncd\n')
  expect([0, 2, 3, 6].map((offset) => placeAt(offset, starts))).toEqual([
    { line: 1, column: 1, offset: 0 },
    { line: 1, column: 3, offset: 2 },
    { line: 2, column: 1, offset: 3 },
    { line: 3, column: 1, offset: 6 }
  ])
})
