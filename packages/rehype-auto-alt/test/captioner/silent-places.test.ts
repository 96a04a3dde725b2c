import { describe, expect, it } from 'vitest'

import { captionSum } from '../../src/captions/caption-sum.ts'
import { findImages } from '../../src/html/find-images.ts'
import { useOfHtmlImage } from '../../src/html/html-use.ts'
import type { ImageUse } from '../../src/rules/image-use.ts'
import { digestOf } from '../support/captioned-site.ts'
import { type AskingSite, askingSite } from './asking-site.ts'

/** The images of a piece of HTML that have no alternative. */
async function openIn(site: AskingSite, html: string): Promise<ImageUse[]> {
  const { page } = site.use('a.png')
  return (await findImages(html))
    .map((image) => useOfHtmlImage(image, page))
    .filter(({ verdict }) => verdict === 'missing')
}

/** What the images of a piece of HTML get where a model says this of each. */
async function altsIn(html: string, answer: string): Promise<(string | null)[]> {
  const site = await askingSite({ answer: () => answer })
  await site.picture('content/a.png', 'red')
  await site.picture('content/b.png', 'blue')
  const outcomes = await site.open().captionAll(await openIn(site, html))
  return outcomes.map((outcome) => (outcome.kind === 'filled' ? outcome.alt : null))
}

describe('what a model says of an image is not said again where the text beside it says it', () => {
  it.each([
    ['in the link around it', '<a href="/x"><img src="a.png"> Red leather backpack, 35 litres</a>'],
    ['in the button around it', '<button><img src="a.png"> Red leather backpack</button>'],
    [
      'in its caption',
      '<figure><img src="a.png"><figcaption>The red backpack, of leather.</figcaption></figure>'
    ],
    ['in the heading above it', '<h2>Red leather backpack</h2><p><img src="a.png"> Comes with straps.</p>'],
    ['in the words beside it', '<li><img src="a.png"> Backpack, red leather</li>'],
    ['in the paragraph before it', '<p>A red leather backpack.</p><p><img src="a.png"></p>'],
    [
      'by another image in its link',
      '<a href="/x"><img src="b.png" alt="Red leather backpack"><img src="a.png"></a>'
    ]
  ])('%s', async (_, html) => expect(await altsIn(html, 'A red leather backpack')).toEqual(['']))

  it.each([
    ['it says more', '<a href="/x"><img src="a.png"> Backpack</a>'],
    ['it is all of a link', '<h2>Red leather backpack</h2><a href="/x"><img src="a.png"></a>'],
    ['it is all of a button', '<p>Red leather backpack <button><img src="a.png"></button></p>'],
    [
      'a long text has its words here and there',
      `<p><img src="a.png"> Of all that we have in leather ${'and cloth '.repeat(12)} no backpack is red.</p>`
    ],
    [
      'what is there is hidden',
      '<a href="/x"><img src="a.png"> Shop <span hidden>red leather backpack</span></a>'
    ]
  ])('but it is said where %s', async (_, html) => {
    expect(await altsIn(html, 'A red leather backpack')).toEqual(['A red leather backpack'])
  })

  it('is asked for as what the words beside it leave out only where no place lacks such words', async () => {
    const captioned = '<figure><img src="a.png"><figcaption>Our cat on the counter</figcaption></figure>'
    for (const [html, isBeside] of [
      [captioned, true],
      [`${captioned}<p>Also:</p><img src="a.png">`, false],
      [`<img src="a.png"><p>Also:</p>${captioned}`, false]
    ] as const) {
      const site = await askingSite({ answer: () => 'Ginger cat with a red collar' })
      await site.picture('content/a.png', 'red')
      await site.open().captionAll(await openIn(site, html))
      expect(site.server.chats).toHaveLength(1)
      const asked = JSON.stringify(site.server.chats[0]?.body)
      expect(asked.includes('Heard beside the picture')).toBe(isBeside)
      if (isBeside) expect(asked.match(/Our cat on the counter/gu)).toHaveLength(1)
    }
  })

  it('is told by whole words, and in scripts without spaces by what stands there', async () => {
    expect(await altsIn('<figure><img src="a.png"><figcaption>Reddish</figcaption></figure>', 'Red')).toEqual(
      ['Red']
    )
    const html = '<figure lang="ja"><img src="a.png"><figcaption>赤い革のバックパック。</figcaption></figure>'
    expect(await altsIn(html, '革のバックパック')).toEqual([''])
  })

  it('stays stored, is said at every other place, and is said of in the account', async () => {
    const site = await askingSite({ answer: () => 'A red square' })
    await site.picture('content/a.png', 'red')
    const html =
      '<p>See <img src="a.png"></p><figure><img src="a.png"><figcaption>A red square</figcaption></figure>'
    const autoAlt = site.open()
    const outcomes = await autoAlt.captionAll(await openIn(site, html))
    expect(outcomes).toMatchObject([
      { alt: 'A red square' },
      { alt: '', silent: 'said-beside', origin: 'model' }
    ])
    await autoAlt.flush()
    expect(Object.values(await site.captions())).toMatchObject([{ alt: 'A red square', problems: [] }])
    expect((await autoAlt.report()).summary).toMatchObject({
      images: 1,
      uses: 2,
      silent: 1,
      generated: 1,
      left: 0
    })
  })

  const alt = 'A red square'
  const sum = captionSum(alt)
  it.each([
    ['wrote', { alt }],
    ['approved', { alt, status: 'approved', origin: 'model', sum }]
  ])('is said wherever a person %s it', async (_, record) => {
    const site = await askingSite()
    const digest = await digestOf(await site.picture('content/a.png', 'red'))
    await site.write('alt-text.json', JSON.stringify({ version: 1, captions: { [`${digest}:en`]: record } }))
    const html = '<figure><img src="a.png"><figcaption>A red square</figcaption></figure>'
    const outcomes = await site.open().captionAll(await openIn(site, html))
    expect(outcomes).toMatchObject([{ kind: 'filled', alt, source: 'file' }])
  })
})

describe('of the same picture several times in a row', () => {
  const star = '<img src="a.png">'
  it.each<[string, string, (string | null)[]]>([
    ['the first is told', `<p>${star.repeat(5)}</p>`, ['A star', '', '', '', '']],
    [
      'none is told again that the author told',
      `<p><img src="a.png" alt="3 of 5">${star} ${star}</p>`,
      ['', '']
    ],
    [
      'the first in each place is told',
      `<ul><li>${star.repeat(3)}<li>${star.repeat(3)}</ul>`,
      ['A star', '', '', 'A star', '', '']
    ],
    ['each is told of two', `<p>${star}${star}</p>`, ['A star', 'A star']],
    [
      'each is told with words in between',
      `<p>${`${star} and `.repeat(3)}</p>`,
      ['A star', 'A star', 'A star']
    ],
    ['each is told that names a link', `<a href="/x">${star}</a>`.repeat(3), ['A star', 'A star', 'A star']],
    [
      'another picture ends the row',
      `<p>${star}${star}<img src="b.png">${star}</p>`,
      Array.from({ length: 4 }, () => 'A star')
    ],
    [
      'the first names the link that they are all of',
      `<a href="/x">${star.repeat(3)}</a>`,
      ['A star', '', '']
    ]
  ])('%s', async (_, html, alts) => expect(await altsIn(html, 'A star')).toEqual(alts))

  it('all stay as they are where the first does', async () => {
    const site = await askingSite()
    const outcomes = await site
      .open({ provider: false })
      .captionAll(await openIn(site, `<p>${star.repeat(3)}</p>`))
    expect(outcomes.map(({ kind }) => kind)).toEqual(['left', 'left', 'left'])
  })

  it('each is told where every empty alternative is to be filled', async () => {
    const images = await findImages('<p><img src=a alt=""><img src=a alt=""><img src=a alt=""></p>', {
      emptyAlt: 'missing'
    })
    expect(images.map(({ repeats }) => repeats)).toEqual([undefined, undefined, undefined])
  })
})

it('a picture that a person calls decorative does not leave a button without a name', async () => {
  const site = await askingSite()
  const digest = await digestOf(await site.picture('content/a.png', 'red'))
  const captions = { [`${digest}:en`]: { alt: '', status: 'decorative' } }
  await site.write('alt-text.json', JSON.stringify({ version: 1, captions }))
  const uses = await openIn(site, '<p><img src="a.png"></p><button><img src="a.png"></button>')
  expect(await site.open().captionAll(uses)).toMatchObject([
    { kind: 'filled', alt: '' },
    {
      kind: 'left',
      reason: 'needs-review',
      message: expect.stringContaining('all that a button holds') as string
    }
  ])
})
