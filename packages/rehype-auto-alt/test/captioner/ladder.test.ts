import sharp from 'sharp'
import { describe, expect, it } from 'vitest'

import { countGraphemes } from '../../src/rules/plain-text.ts'
import { pictureOf } from '../support/site.ts'
import { askingSite } from './asking-site.ts'

const iptc = 'http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/'
const rdf = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#'

/** A picture with words in its XMP, by language. */
async function pictureWithWords(
  colour: string,
  words: Readonly<Record<string, string>>
): Promise<Uint8Array> {
  const items = Object.entries(words).map(([lang, text]) => `<rdf:li xml:lang="${lang}">${text}</rdf:li>`)
  const property = `<i:AltTextAccessibility xmlns:i="${iptc}"><rdf:Alt>${items.join('')}</rdf:Alt></i:AltTextAccessibility>`
  const xmp = `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="${rdf}"><rdf:Description rdf:about="">${property}</rdf:Description></rdf:RDF></x:xmpmeta>`
  return sharp(await pictureOf('x.png', colour))
    .withXmp(xmp)
    .jpeg()
    .toBuffer()
}

const drawing = (title: string, colour = 'red'): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="60" height="40"><title>${title}</title><rect width="30" height="40" fill="${colour}"/></svg>`

describe('an image takes its words from', () => {
  it('a text file beside it, before anything else, and nobody is asked', async () => {
    const site = await askingSite()
    await site.write('content/bag.jpg', await pictureWithWords('red', { 'x-default': 'A bag, embedded' }))
    await site.write('content/bag.jpg.alt.txt', 'A bag,\nas its owner says\n')
    const first = site.open()
    await first.captionAll([site.use('bag.jpg')])
    await first.flush()
    await site.write('alt-text.json', JSON.stringify({ version: 1, captions: {} }))
    const [outcome] = await site.open().captionAll([site.use('bag.jpg')])
    expect(outcome).toMatchObject({
      kind: 'filled',
      alt: 'A bag, as its owner says',
      source: 'sidecar',
      origin: 'human'
    })
    expect(await site.captions()).toEqual({})
    expect(site.server.requests).toEqual([])
  })

  it('the captions file, before what is embedded in it', async () => {
    const site = await askingSite()
    await site.write('content/bag.jpg', await pictureWithWords('red', { 'x-default': 'A bag, embedded' }))
    const first = site.open()
    await first.captionAll([site.use('bag.jpg')])
    await first.flush()
    const [key] = Object.keys(await site.captions())
    await site.write(
      'alt-text.json',
      JSON.stringify({ version: 1, captions: { [`${key}`]: { alt: 'Edited words' } } })
    )
    const [outcome] = await site.open().captionAll([site.use('bag.jpg')])
    expect(outcome).toMatchObject({ kind: 'filled', alt: 'Edited words', source: 'file', origin: 'human' })
  })

  it('the image itself, in the language of the page, and they are stored', async () => {
    const site = await askingSite()
    await site.write(
      'content/bag.jpg',
      await pictureWithWords('red', { 'x-default': 'A red bag', de: 'Eine rote Tasche' })
    )
    const autoAlt = site.open()
    const outcomes = await autoAlt.captionAll([site.use('bag.jpg'), site.use('bag.jpg', { lang: 'de-AT' })])
    expect(outcomes).toMatchObject([
      { alt: 'A red bag', source: 'embedded', origin: 'embedded', problems: [] },
      { alt: 'Eine rote Tasche', source: 'embedded' }
    ])
    await autoAlt.flush()
    expect(Object.values(await site.captions())).toMatchObject([
      { alt: 'Eine rote Tasche', status: 'generated', origin: 'embedded', page: 'content/page.md' },
      { alt: 'A red bag', files: ['content/bag.jpg'] }
    ])
    expect(site.server.requests).toEqual([])
  })

  it('a provider, when nothing else has any', async () => {
    const site = await askingSite({ answer: () => 'A red square' })
    await site.picture('content/square.png', 'red')
    const autoAlt = site.open()
    const outcomes = await autoAlt.captionAll([site.use('square.png')])
    expect(outcomes).toMatchObject([
      { kind: 'filled', alt: 'A red square', source: 'model', origin: 'model', problems: [] }
    ])
    await autoAlt.flush()
    expect(Object.values(await site.captions())).toMatchObject([
      {
        alt: 'A red square',
        status: 'generated',
        origin: 'model',
        model: 'double',
        prompt: 2,
        files: ['content/square.png']
      }
    ])
  })
})

describe('words of a person that are over the limit', () => {
  const long = `The harbour of Lübeck in the year of 1641, ${'with ships at anchor and carts on the quay, '.repeat(4)}under a cloudy sky`

  it('are kept whole and reported when they stand in the image', async () => {
    const site = await askingSite()
    await site.write('content/harbour.jpg', await pictureWithWords('navy', { 'x-default': long }))
    const autoAlt = site.open()
    const [outcome] = await autoAlt.captionAll([site.use('harbour.jpg')])
    expect(countGraphemes(long)).toBeGreaterThan(120)
    expect(outcome).toMatchObject({ kind: 'filled', alt: long, problems: ['too-long'] })
    await autoAlt.flush()
    expect(Object.values(await site.captions())).toMatchObject([{ alt: long, problems: ['too-long'] }])
  })

  it('are kept whole and reported when they stand beside it', async () => {
    const site = await askingSite()
    await site.picture('content/harbour.png', 'navy')
    await site.write('content/harbour.png.alt.txt', long)
    const outcomes = await site.open().captionAll([site.use('harbour.png')])
    expect(outcomes).toMatchObject([{ alt: long, source: 'sidecar', problems: ['too-long'] }])
  })

  it('reach the page also when the captions file could not hold them', async () => {
    const site = await askingSite()
    const endless = 'word after word '.repeat(200).trim()
    await site.write('content/harbour.jpg', await pictureWithWords('navy', { 'x-default': endless }))
    await site.picture('content/square.png', 'red')
    const autoAlt = site.open()
    const outcomes = await autoAlt.captionAll([site.use('harbour.jpg'), site.use('square.png')])
    expect(outcomes).toMatchObject([
      { alt: endless, problems: ['too-long'] },
      { kind: 'filled', source: 'model' }
    ])
    await autoAlt.flush()
    expect(Object.values(await site.captions())).toHaveLength(1)
  })

  it('that cannot be words leave the image without, rather than be passed over', async () => {
    const site = await askingSite()
    await site.picture('content/square.png', 'red')
    await site.write('content/square.png.alt.txt', 'x'.repeat(20_000))
    const [outcome] = await site.open().captionAll([site.use('square.png')])
    expect(outcome).toMatchObject({
      kind: 'left',
      reason: 'too-large',
      message: expect.stringMatching(/square\.png\.alt\.txt.*Shorten it/u) as string
    })
    expect(site.server.requests).toEqual([])
  })
})

describe('a title inside a drawing', () => {
  it.each(['Artboard 1', 'Created with Inkscape', 'icon-final-2.svg', 'Layer 1'])(
    'that says nothing (%s) is passed over, and a provider is asked',
    async (title) => {
      const site = await askingSite({ answer: () => 'A red rectangle' })
      await site.write('content/drawing.svg', drawing(title))
      const outcomes = await site.open().captionAll([site.use('drawing.svg')])
      expect(outcomes).toMatchObject([{ alt: 'A red rectangle', source: 'model' }])
    }
  )

  it('is its alternative', async () => {
    const site = await askingSite()
    await site.write('content/drawing.svg', drawing('How a letter travels'))
    const outcomes = await site.open().captionAll([site.use('drawing.svg')])
    expect(outcomes).toMatchObject([{ alt: 'How a letter travels', source: 'embedded' }])
    expect(site.server.requests).toEqual([])
  })
})

it('Copies of a file share one request, but a text file speaks for the copy beside which it lies', async () => {
  const site = await askingSite({ answer: () => 'A red square' })
  for (const name of ['a.png', 'b.png', 'c.png']) await site.picture(`content/${name}`, 'red')
  await site.write('content/b.png.alt.txt', 'The stop sign')
  const autoAlt = site.open()
  const outcomes = await autoAlt.captionAll(['a.png', 'b.png', 'c.png'].map((name) => site.use(name)))
  expect(outcomes).toMatchObject([{ alt: 'A red square' }, { alt: 'The stop sign' }, { alt: 'A red square' }])
  expect(site.server.chats).toHaveLength(1)
  await autoAlt.flush()
  expect(Object.values(await site.captions())).toMatchObject([{ files: ['content/a.png', 'content/c.png'] }])
  expect((await autoAlt.report()).summary).toMatchObject({ uses: 3, asked: 1, generated: 1 })
})
