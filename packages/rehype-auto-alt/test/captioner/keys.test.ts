import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, expect, it, onTestFinished } from 'vitest'

import { digestOf } from '../support/captioned-site.ts'
import { pictureOf } from '../support/site.ts'
import { askingSite } from './asking-site.ts'

/** The keys of stored captions without the digest. */
async function rests(captions: Promise<Record<string, unknown>>): Promise<string[]> {
  return Object.keys(await captions).map((key) => key.replace(/^[0-9a-f]{32}/u, ''))
}

describe('an image that is all there is in a link', () => {
  it('is asked about as such and stored for where the link leads', async () => {
    const site = await askingSite({
      answer: ({ text }) => (text.includes('only content of a link') ? 'To the shop' : 'A bag')
    })
    await site.picture('content/bag.png', 'red')
    const autoAlt = site.open()
    const outcomes = await autoAlt.captionAll([
      site.use('bag.png'),
      site.use('bag.png', { href: './shop.md?ref=1#top' })
    ])
    expect(outcomes).toMatchObject([
      { alt: 'A bag', problems: [] },
      { alt: 'To the shop', problems: [] }
    ])
    expect(
      site.server.chats
        .map(({ body }) => JSON.stringify(body))
        .filter((body) => body.includes('Link target: /shop'))
    ).toHaveLength(1)
    await autoAlt.flush()
    expect(await rests(site.captions())).toEqual([':en', ':en:link=/shop'])
  })

  it('takes the words of the image by itself when the run is frozen, and says so', async () => {
    const site = await askingSite({ answer: () => 'A bag' })
    await site.picture('content/bag.png', 'red')
    const first = site.open()
    await first.captionAll([site.use('bag.png')])
    await first.flush()
    const outcomes = await site.open({ frozen: true }).captionAll([site.use('bag.png', { href: '/shop' })])
    expect(outcomes).toMatchObject([
      { kind: 'filled', alt: 'A bag', source: 'file', problems: ['link-purpose'] }
    ])
    expect(site.server.chats).toHaveLength(1)
  })

  it('takes them also when asking for better ones fails', async () => {
    const site = await askingSite({
      answer: () => 'A bag',
      fault: ({ text }) => (text.includes('Link target') ? { kind: 'status', status: 400 } : undefined)
    })
    await site.picture('content/bag.png', 'red')
    const autoAlt = site.open()
    await autoAlt.captionAll([site.use('bag.png')])
    const outcomes = await autoAlt.captionAll([site.use('bag.png', { href: '/shop' })])
    expect(outcomes).toMatchObject([{ kind: 'filled', alt: 'A bag', problems: ['link-purpose'] }])
    expect(site.server.chats).toHaveLength(2)
  })

  it('takes what a person wrote of the image without asking for better', async () => {
    const site = await askingSite()
    const file = await site.picture('content/bag.png', 'red')
    await site.write(
      'alt-text.json',
      JSON.stringify({ version: 1, captions: { [`${await digestOf(file)}:en`]: { alt: 'Our bag' } } })
    )
    const outcomes = await site.open().captionAll([site.use('bag.png', { href: '/shop' })])
    expect(outcomes).toMatchObject([{ alt: 'Our bag', origin: 'human', problems: ['link-purpose'] }])
    expect(site.server.requests).toEqual([])
  })

  it('is asked about although a person rejected the words of the image by itself, which stay rejected', async () => {
    const site = await askingSite({ answer: () => 'To the shop' })
    const file = await site.picture('content/bag.png', 'red')
    const key = `${await digestOf(file)}:en`
    await site.write(
      'alt-text.json',
      JSON.stringify({ version: 1, captions: { [key]: { alt: '', status: 'rejected' } } })
    )
    const autoAlt = site.open()
    expect(await autoAlt.captionAll([site.use('bag.png', { href: '/shop' })])).toMatchObject([
      { alt: 'To the shop' }
    ])
    await autoAlt.flush()
    expect((await site.captions())[key]).toMatchObject({ alt: '', status: 'rejected' })
  })

  it('is not left nameless because a person called the picture decorative', async () => {
    const site = await askingSite({ answer: () => 'To the shop' })
    const file = await site.picture('content/bag.png', 'red')
    const decorative = { alt: '', status: 'decorative' }
    await site.write(
      'alt-text.json',
      JSON.stringify({ version: 1, captions: { [`${await digestOf(file)}:en`]: decorative } })
    )
    const uses = [site.use('bag.png'), site.use('bag.png', { href: '/shop' })]
    expect(await site.open({ frozen: true }).captionAll(uses)).toMatchObject([
      { alt: '' },
      { kind: 'left', reason: 'frozen' }
    ])
    expect(await site.open().captionAll(uses)).toMatchObject([{ alt: '' }, { alt: 'To the shop' }])
  })

  it.each([
    ['a page among its sources', './second.md', {}, './second.html', {}],
    ['a page of its own folder', './second.md', {}, '../second/', { page: 'dist/blog/first/index.html' }],
    ['a base', '../shop.md', {}, '/docs/shop/', {}],
    [
      'a source folder that nobody knows',
      './second.md',
      { page: 'src/texts/blog/first.md' },
      '/docs/blog/second',
      {}
    ]
  ])('has one target in the source and in the built site: %s', async (_, source, from, built, at) => {
    const site = await askingSite({ answer: () => 'To the second page' })
    await site.picture('content/blog/bag.png', 'red')
    await site.picture('src/texts/blog/bag.png', 'red')
    await site.picture('dist/bag.png', 'red')
    const first = site.open({ base: '/docs/' })
    await first.captionAll([site.use('bag.png', { page: 'content/blog/first.md', href: source, ...from })])
    await first.flush()
    const place = { page: 'dist/blog/first.html', href: built, siteRoot: 'dist', ...at }
    const outcomes = await site
      .open({ base: '/docs/', frozen: true })
      .captionAll([site.use('/bag.png', place)])
    expect(outcomes).toMatchObject([{ alt: 'To the second page', problems: [] }])
  })

  it('does not take the words for another page whose path ends alike', async () => {
    const site = await askingSite({
      answer: ({ text }) => `To ${/Link target: (\S+)/u.exec(text)?.[1]} of the site`
    })
    await site.picture('content/arrow.png', 'red')
    const autoAlt = site.open()
    await autoAlt.captionAll([site.use('arrow.png', { href: '/v1/guide' })])
    const outcomes = await autoAlt.captionAll([site.use('arrow.png', { href: '/guide' })])
    expect(outcomes).toMatchObject([{ alt: 'To /guide of the site' }])
  })
})

describe('captions are kept apart', () => {
  it('by language, reduced to what tells them apart', async () => {
    const site = await askingSite({
      answer: ({ text }) => (text.includes('German') ? 'Eine rote Tasche' : 'A red bag')
    })
    await site.picture('content/bag.png', 'red')
    const autoAlt = site.open()
    const languages = ['en-US', 'en', 'de-AT', 'zh-TW', 'zz-nothing-of-the-sort-at-all', '']
    await autoAlt.captionAll(languages.map((lang) => site.use('bag.png', { lang })))
    await autoAlt.flush()
    expect(await rests(site.captions())).toEqual([':de', ':en', ':zh-Hant'])
  })

  it('by the option `language` where the page names none', async () => {
    const site = await askingSite({ answer: () => 'Eine rote Tasche' })
    await site.picture('content/bag.png', 'red')
    const autoAlt = site.open({ language: 'de-CH' })
    await autoAlt.captionAll([site.use('bag.png')])
    await autoAlt.flush()
    expect(await rests(site.captions())).toEqual([':de'])
    expect(site.said.join()).not.toMatch(/language/u)
  })

  it("by page, with `contextKey: 'page'`", async () => {
    const site = await askingSite({ answer: ({ text }) => `A bag for ${/bag of (\w+)/u.exec(text)?.[1]}` })
    await site.picture('content/bag.png', 'red')
    const autoAlt = site.open({ contextKey: 'page' })
    const pages = ['one', 'two'].map((page) => ({
      page: `content/${page}.md`,
      context: { title: `The bag of ${page}` }
    }))
    const outcomes = await autoAlt.captionAll([...pages, ...pages].map((page) => site.use('bag.png', page)))
    expect(outcomes).toMatchObject([
      { alt: 'A bag for one' },
      { alt: 'A bag for two' },
      { alt: 'A bag for one' },
      { alt: 'A bag for two' }
    ])
    expect(site.server.chats).toHaveLength(2)
    await autoAlt.flush()
    expect(await rests(site.captions())).toEqual([':en:page=content/one.md', ':en:page=content/two.md'])
  })
})

describe('an image of another host', () => {
  /** A host that serves one picture and counts how often. */
  async function pictureHost(): Promise<{ host: string; count: () => number }> {
    const picture = await pictureOf('x.png', 'teal')
    let count = 0
    const server = createServer((_, response) => {
      count++
      response.writeHead(200, { 'content-type': 'image/png' }).end(picture)
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    onTestFinished(() => new Promise<void>((resolve) => server.close(() => resolve())))
    return { host: `127.0.0.1:${(server.address() as AddressInfo).port}`, count: () => count }
  }

  it('is fetched once where that is allowed, and found by its address ever after', async () => {
    const { count, host } = await pictureHost()
    const site = await askingSite({ answer: () => 'A teal square' })
    const url = `http://${host}/square.png`
    const remote = { allow: ['127.0.0.1'], private: [host] }
    const first = site.open({ remote })
    expect(await first.captionAll([site.use(`${url}?width=100`)])).toMatchObject([
      { alt: 'A teal square', source: 'model' }
    ])
    await first.flush()
    expect(Object.values(await site.captions())).toMatchObject([{ files: [url] }])
    for (const options of [{}, { frozen: true }, { remote }]) {
      const again = await site.open(options).captionAll([site.use(`${url}?width=200#x`)])
      expect(again).toMatchObject([{ alt: 'A teal square', source: 'file', image: url }])
    }
    const linked = await site.open({ frozen: true }).captionAll([site.use(url, { href: '/shop' })])
    expect(linked).toMatchObject([{ alt: 'A teal square', problems: ['link-purpose'] }])
    expect([count(), site.server.chats.length]).toEqual([1, 1])
  })

  it('is not fetched where it is not allowed, and named', async () => {
    const { count, host } = await pictureHost()
    const site = await askingSite()
    const [outcome] = await site.open().captionAll([site.use(`http://${host}/square.png`)])
    expect(outcome).toMatchObject({ kind: 'left', reason: 'remote-not-allowed' })
    expect([count(), site.server.requests.length]).toEqual([0, 0])
  })
})
