import { rehype } from 'rehype'
import { describe, expect, test } from 'vitest'

import { findImages } from '../../src/html/find-images.ts'
import { findInTree } from '../../src/rehype/find-in-tree.ts'
import type { PageContext } from '../../src/rules/image-use.ts'

const page = { name: 'page.html', file: '/site/page.html' }
const tree = { components: [], emptyAlt: 'auto' } as const

/** The words around each image of a page: read as text, and where they must be the same, as a tree. */
async function contexts(html: string, alsoInTree = true): Promise<readonly PageContext[]> {
  const found = (await findImages(html)).map(({ context }) => context)
  if (alsoInTree) {
    const { images } = findInTree(rehype().parse(html), html, page, tree)
    expect(images.map(({ use }) => use.context)).toEqual(found)
  }
  return found
}

const document = (head: string, body: string): string =>
  `<!doctype html><html><head><title>A page</title>${head}</head><body>${body}</body></html>`
const script = (data: unknown): string =>
  `<script type="application/ld+json">${typeof data === 'string' ? data : JSON.stringify(data)}</script>`
const backpack = {
  '@context': 'https://schema.org',
  '@type': 'Product',
  name: 'Alpine 30',
  brand: { '@type': 'Brand', name: 'Acme' },
  color: 'red',
  material: 'leather',
  image: 'https://shop.example/images/alpine-30.jpg'
}
const nested = (before: string, value: string): string =>
  `${before}${'['.repeat(20_000)}${value}${']'.repeat(20_000)}}`
const words = 'Alpine 30; brand: Acme; colour: red; material: leather'

describe('the description of a page', () => {
  test.each([
    ['<meta name="description" content="All about bags &amp; boxes">', 'All about bags & boxes'],
    ["<META NAME=Description CONTENT='Bags'>", 'Bags'],
    ['<meta property="og:description" content="Shared"><meta name="description" content="Own">', 'Own'],
    ['<meta property="og:description" content="Shared"><meta name="description" content=" ">', 'Shared'],
    ['<meta name="description" content="First"><meta name="description" content="Second">', 'First'],
    ['<meta name="keywords" content="description">', undefined],
    ['<meta name="description">', undefined],
    ['', undefined]
  ])('of %s', async (head, description) => {
    const [context] = await contexts(document(head, '<img src="a.png">'))
    expect(context?.description).toBe(description)
  })

  test('is short, and not read for an image that needs nothing or for an audit', async () => {
    const head = `<meta name="description" content="${'Many words. '.repeat(100)}">`
    const html = document(
      head,
      '<img src="a.png"><img src="b.png" alt="B"><img src="c.png" data-auto-alt="off">'
    )
    const [open, named, off] = await contexts(html)
    expect(open?.description?.length).toBeLessThanOrEqual(300)
    expect([named?.description, off?.description]).toEqual([undefined, undefined])
    const audited = await findImages(html, { elements: 'all' })
    expect(audited.map(({ context }) => context.description)).toEqual([undefined, undefined, undefined])
  })
})

describe('the product that JSON-LD gives an image', () => {
  test.each<[string, unknown, string]>([
    ['a product', backpack, '/images/alpine-30.jpg'],
    ['another size and format', backpack, '/images/alpine-30-800x600.webp'],
    [
      'a size behind a word of eight letters',
      { ...backpack, image: '/images/red-backpack.jpg' },
      '/b/red-backpack_200x200.jpg'
    ],
    ['what a bundler makes of it', backpack, '/_astro/alpine-30.Bx7Yq2ab_Z1kQ3e.webp'],
    ['a query', backpack, 'alpine-30.jpg?width=300#x'],
    ['a list', [{ '@type': 'WebPage' }, backpack], '/images/alpine-30.jpg'],
    ['a graph', { '@graph': [{ '@type': 'WebPage' }, backpack] }, '/images/alpine-30.jpg'],
    ['several types', { ...backpack, '@type': ['Product', 'Thing'] }, '/images/alpine-30.jpg'],
    [
      'a type with its address',
      { ...backpack, '@type': 'http://schema.org/Product' },
      '/images/alpine-30.jpg'
    ],
    [
      'an image object',
      { ...backpack, image: { '@type': 'ImageObject', url: '/x/alpine-30.jpg' } },
      '/x/alpine-30.jpg'
    ],
    [
      'several images',
      { ...backpack, image: ['/a/other.jpg', { contentUrl: '/a/third.jpg' }] },
      '/a/third.jpg'
    ],
    [
      'a product in a list of offers',
      { '@type': 'ItemList', itemListElement: [{ item: backpack }] },
      'alpine-30.jpg'
    ],
    [
      'a name that is only a digit, by its path',
      { ...backpack, image: 'https://cdn.example/p/30/1.jpg' },
      '/p/30/1.jpg'
    ]
  ])('in the form of %s', async (_, data, src) => {
    expect(await contexts(document(script(data), `<img src="${src}">`))).toMatchObject([{ product: words }])
  })

  test.each<[string, unknown, string]>([
    ['another image', backpack, '/images/box.jpg'],
    ['a product without images', { ...backpack, image: undefined }, '/images/alpine-30.jpg'],
    ['a product without a name', { ...backpack, name: '' }, '/images/alpine-30.jpg'],
    [
      'two products with the same file',
      [backpack, { ...backpack, name: 'Alpine 40' }],
      '/images/alpine-30.jpg'
    ],
    ['another thing', { ...backpack, '@type': 'Article' }, '/images/alpine-30.jpg'],
    ['a file name that is a number', { ...backpack, image: '/p/30/1.jpg' }, '/q/40/1.jpg'],
    ['data that does not parse', '{ "@type": "Product", ', '/images/alpine-30.jpg'],
    ['data that is too long', { ...backpack, text: 'x'.repeat(300_000) }, '/images/alpine-30.jpg'],
    ['a null', 'null', '/images/alpine-30.jpg'],
    [
      'lists of pictures in each other without an end',
      nested('{"@type":"Product","name":"Alpine 30","image":', '"/images/alpine-30.jpg"'),
      '/images/alpine-30.jpg'
    ],
    [
      'lists of names in each other without an end',
      nested('{"@type":"Product","image":"/images/alpine-30.jpg","name":', '"Alpine 30"'),
      '/images/alpine-30.jpg'
    ],
    [
      'lists of types in each other without an end',
      nested('{"name":"Alpine 30","image":"/images/alpine-30.jpg","@type":', '"Product"'),
      '/images/alpine-30.jpg'
    ],
    ['a name of a file that goes on for pages', backpack, `/a/alpine-30${'-1x1'.repeat(100_000)}!.jpg`]
  ])('is none for %s', async (_, data, src) => {
    const [context] = await contexts(document(script(data), `<img src="${src}">`))
    expect(context?.product).toBe(undefined)
  })

  test('is found at the end of the body as well', async () => {
    const html = document('', `<img src="/images/alpine-30.jpg">${script(backpack)}`)
    expect(await contexts(html)).toMatchObject([{ product: words }])
  })
})

describe('the product that microdata gives an image', () => {
  const item = (content: string): string =>
    `<div itemscope itemtype="https://schema.org/Product">${content}</div>`
  const name = '<h2 itemprop="name">Alpine 30</h2>'

  test.each([
    [`<img itemprop="image" src="a.png">${name}`, ['Alpine 30']],
    [`<a itemprop="image" href="a.png"><img src="a.png"></a>${name}`, ['Alpine 30']],
    [`<p><img src="a.png"></p>${name}`, ['Alpine 30']],
    [`${name}<img src="a.png"><img src="badge.png">`, [undefined, undefined]],
    [`${name}<img itemprop="image" src="a.png"><img src="badge.png">`, ['Alpine 30', undefined]],
    [
      `${name}<p itemprop="brand" itemscope itemtype="https://schema.org/Brand"><span itemprop="name">Acme</span><img src="logo.png"></p><meta itemprop="color" content="red"><img itemprop="image" src="a.png">`,
      [undefined, 'Alpine 30; brand: Acme; colour: red']
    ],
    ['<img itemprop="image" src="a.png">', [undefined]]
  ])('%s', async (content, products) => {
    const found = await contexts(`<main>${item(content)}<img src="else.png"></main>`, false)
    expect(found.map(({ product }) => product)).toEqual([...products, undefined])
  })
})
