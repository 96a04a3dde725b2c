import { describe, expect, it } from 'vitest'

import { captionSum } from '../../src/captions/caption-sum.ts'
import { askingSite } from './asking-site.ts'
import { digestOf } from '../support/captioned-site.ts'

const page = (title: string, lang = 'en'): string =>
  `<html lang="${lang}"><title>${title}</title><p>Words</p></html>`

describe('an image that is all of a link to a page of the site', () => {
  it('is named by the title of that page: nobody is asked, and nothing is stored', async () => {
    const site = await askingSite()
    await site.picture('dist/logo.png', 'red')
    await site.write('dist/index.html', page('Acme &ndash; Tools'))
    await site.write('dist/about.html', page('Us &amp; &lt;b>"them"&lt;/b> | Acme'))
    const autoAlt = site.open()
    const where = { page: 'dist/shop/page.html', siteRoot: 'dist' }
    const outcomes = await autoAlt.captionAll([
      site.use('/logo.png', { ...where, href: '/' }),
      site.use('/logo.png', { ...where, href: '../about.html#top' })
    ])
    expect(outcomes).toMatchObject([
      { kind: 'filled', alt: 'Acme – Tools', source: 'link', origin: 'human', problems: [] },
      { kind: 'filled', alt: 'Us & <b>"them"</b>', source: 'link' }
    ])
    await autoAlt.flush()
    expect(await site.captions()).toEqual({})
    expect(site.server.requests).toEqual([])
    expect((await autoAlt.report()).summary).toMatchObject({ images: 2, fromLink: 2, left: 0, requests: 0 })
  })

  it('takes first what a person wrote for it, in a text file or for this link', async () => {
    const site = await askingSite()
    await site.write('content/about.md', '# About us\n')
    const digest = await digestOf(await site.picture('content/a.png', 'red'))
    await site.picture('content/b.png', 'blue')
    await site.write('content/b.png.alt.txt', 'Beside it')
    const captions = {
      [`${digest}:en:link=/about`]: { alt: 'Who we are' },
      [`${digest}:en`]: { alt: 'A red square' }
    }
    await site.write('alt-text.json', JSON.stringify({ version: 1, captions }))
    const uses = ['a.png', 'b.png'].map((source) => site.use(source, { href: 'about.md' }))
    const outcomes = await site
      .open()
      .captionAll([...uses, site.use('a.png', { href: 'about.md', lang: 'de' })])
    expect(outcomes).toMatchObject([
      { alt: 'Who we are', source: 'file' },
      { alt: 'Beside it', source: 'sidecar' },
      { alt: 'About us', source: 'link' }
    ])
  })

  it('takes what a person wrote of the image by itself, and says that it does not tell where the link leads', async () => {
    const site = await askingSite()
    await site.write('content/about.md', '# About us\n')
    const digest = await digestOf(await site.picture('content/a.png', 'red'))
    await site.write(
      'alt-text.json',
      JSON.stringify({ version: 1, captions: { [`${digest}:en`]: { alt: 'A red square' } } })
    )
    const outcomes = await site.open().captionAll([site.use('a.png', { href: 'about.md' })])
    expect(outcomes).toMatchObject([{ alt: 'A red square', source: 'file', problems: ['link-purpose'] }])
  })

  it('takes the title before what a model wrote of the image, and before a caption that waits for a person', async () => {
    const site = await askingSite()
    await site.write('content/about.md', '# About us\n')
    const digest = await digestOf(await site.picture('content/a.png', 'red'))
    const alt = 'Something to look at'
    const waiting = {
      alt,
      status: 'generated',
      origin: 'model',
      sum: captionSum(alt),
      problems: ['needs-review']
    }
    const ofImage = { ...waiting, problems: [] }
    const captions = { [`${digest}:en`]: ofImage, [`${digest}:en:link=/about`]: waiting }
    await site.write('alt-text.json', JSON.stringify({ version: 1, captions }))
    const outcomes = await site.open().captionAll([site.use('a.png', { href: 'about.md' })])
    expect(outcomes).toMatchObject([{ alt: 'About us', source: 'link', problems: [] }])
  })

  it('stays as a person left it who rejected any words for this link', async () => {
    const site = await askingSite()
    await site.write('content/about.md', '# About us\n')
    const digest = await digestOf(await site.picture('content/a.png', 'red'))
    const captions = { [`${digest}:en:link=/about`]: { alt: '', status: 'rejected' } }
    await site.write('alt-text.json', JSON.stringify({ version: 1, captions }))
    const outcomes = await site.open().captionAll([site.use('a.png', { href: 'about.md' })])
    expect(outcomes).toMatchObject([{ kind: 'left', reason: 'rejected' }])
  })

  it('keeps a title over the limit whole and reports it: these are words of a person', async () => {
    const site = await askingSite()
    const long = `All that we learned ${'about the making of bags and purses '.repeat(5)}in one year`
    await site.write('content/long.md', `# ${long}\n`)
    await site.picture('content/a.png', 'red')
    const outcomes = await site.open().captionAll([site.use('a.png', { href: './long' })])
    expect(outcomes).toMatchObject([{ alt: long, source: 'link', problems: ['too-long'] }])
  })

  it('is named also where the image itself cannot be read, but not where nobody is to look at it', async () => {
    const site = await askingSite()
    await site.write('content/about.md', '# About us\n')
    await site.picture('content/mine.png', 'red')
    const autoAlt = site.open({ exclude: ['**/mine.png'] })
    const sources = ['gone.png', 'https://elsewhere.example/logo.png', 'mine.png']
    const outcomes = await autoAlt.captionAll(sources.map((source) => site.use(source, { href: 'about.md' })))
    expect(outcomes).toMatchObject([
      { alt: 'About us' },
      { alt: 'About us' },
      { kind: 'left', reason: 'excluded' }
    ])
  })

  it('is asked about when the title is in another language, which goes along', async () => {
    const site = await askingSite({ answer: () => 'The same page in German' })
    await site.picture('dist/flag.png', 'red')
    await site.write('dist/de/index.html', page('Werkzeuge', 'de-AT'))
    const where = { page: 'dist/page.html', siteRoot: 'dist', href: '/de/' }
    const outcomes = await site
      .open()
      .captionAll([
        site.use('/flag.png', { ...where, lang: 'en' }),
        site.use('/flag.png', { ...where, lang: 'de' })
      ])
    expect(outcomes).toMatchObject([{ source: 'model' }, { alt: 'Werkzeuge', source: 'link' }])
    expect(JSON.stringify(site.server.requests)).toContain('Werkzeuge')
  })

  it('takes the language of either page from its place where the page gives none, and from the option', async () => {
    const site = await askingSite({
      answer: ({ text }) => (text.includes('German (de)') ? 'Der Laden auf Englisch' : 'Tools in German')
    })
    await site.picture('content/flag.png', 'red')
    await site.write('content/de/index.md', '# Werkzeuge\n')
    await site.write('content/de/shop.md', '# Laden\n')
    await site.write('content/shop.md', '# Shop\n')
    await site.write('content/en/index.md', '# Tools\n')
    const uses = [
      site.use('flag.png', { href: './de/index.md' }),
      site.use('../flag.png', { page: 'content/de/page.md', href: '../shop.md' }),
      site.use('../flag.png', { page: 'content/de/page.md', href: './shop.md' }),
      site.use('/flag.png', { page: 'content/de/page.md', href: './shop.md' })
    ]
    expect(await site.open({ language: 'en', publicDir: 'none' }).captionAll(uses)).toMatchObject([
      { source: 'model', key: expect.stringMatching(/:en:link=/u) },
      { source: 'model', key: expect.stringMatching(/:de:link=/u) },
      { alt: 'Laden', source: 'link' },
      { alt: 'Laden', source: 'link' }
    ])
  })

  it('is named for each of its places, as an audit looks at each: a source and a built page know other pages', async () => {
    const site = await askingSite({ answer: () => 'A name for it' })
    await site.picture('logo.png', 'red')
    await site.write('content/about.md', '# About us\n')
    await site.write('dist/other.html', page('Other'))
    const source = site.use('/logo.png', { page: 'content/page.md', href: '/about' })
    const built = site.use('/logo.png', { page: 'dist/page.html', siteRoot: 'dist', href: '/about' })
    for (const uses of [
      [source, built],
      [built, source]
    ]) {
      const outcomes = await site.open({ provider: false, publicDir: '.' }).captionAll(uses)
      const [ofSource, ofBuilt] = uses[0] === source ? outcomes : outcomes.toReversed()
      expect(ofSource).toMatchObject({ alt: 'About us', source: 'link' })
      expect(ofBuilt).toMatchObject({ kind: 'left' })
    }
  })

  it('is not asked about again either, when everything is to be asked anew', async () => {
    const site = await askingSite({ answer: () => 'Something new' })
    await site.write('content/about.md', '# About us\n')
    await site.picture('content/a.png', 'red')
    const first = site.open()
    await first.captionAll([site.use('a.png'), site.use('a.png', { href: '/elsewhere' })])
    await first.flush()
    expect(site.server.requests).toHaveLength(2)
    const outcomes = await site
      .open({}, { refresh: 'generated' })
      .captionAll([site.use('a.png', { href: 'about.md' }), site.use('a.png', { href: '/elsewhere' })])
    expect(outcomes).toMatchObject([{ alt: 'About us' }, { source: 'model' }])
    expect(site.server.requests).toHaveLength(3)
  })
})

describe('an address that is a name by itself', () => {
  it.each([
    ['mailto:desk@acme.example?subject=Hi', 'desk@acme.example'],
    ['tel:+49-30-123456', '+49-30-123456'],
    ['tel:%2B49%2030%20123456;ext=7', '+49 30 123456']
  ])('%s', async (href, alt) => {
    const site = await askingSite()
    await site.picture('content/icon.png', 'red')
    const outcomes = await site.open().captionAll([site.use('icon.png', { href })])
    expect(outcomes).toMatchObject([{ kind: 'filled', alt, source: 'link', origin: 'human' }])
    expect(site.server.requests).toEqual([])
  })

  it.each([
    'https://github.com/acme/bags',
    'mailto:?body=x',
    'mailto:a@b.example,c@d.example',
    'tel:none',
    '/gone'
  ])('but not %s, about which somebody is asked', async (href) => {
    const site = await askingSite({ answer: () => 'A name for it' })
    await site.picture('content/icon.png', 'red')
    const outcomes = await site.open().captionAll([site.use('icon.png', { href })])
    expect(outcomes).toMatchObject([{ alt: 'A name for it', source: 'model' }])
  })
})

it('a link that a model could not name is named by the title of its page', async () => {
  const site = await askingSite()
  const digest = await digestOf(await site.picture('content/a.png', 'red'))
  const unsure = {
    alt: '',
    status: 'rejected',
    origin: 'model',
    sum: captionSum(''),
    problems: ['low-confidence']
  }
  const captions = { [`${digest}:en:link=/about`]: unsure }
  await site.write('alt-text.json', JSON.stringify({ version: 1, captions }))
  const use = site.use('a.png', { href: 'about.md' })
  expect(await site.open().captionAll([use])).toMatchObject([{ kind: 'left', reason: 'unsure' }])
  await site.write('content/about.md', '# About us\n')
  expect(await site.open().captionAll([use])).toMatchObject([
    { kind: 'filled', alt: 'About us', source: 'link' }
  ])
})

it('words of a model that wait for a person give way to what people wrote of the image by itself', async () => {
  const site = await askingSite()
  await site.write('content/about.md', '# About us\n')
  const digest = await digestOf(await site.picture('content/a.png', 'red'))
  const alt = 'Something to look at'
  const waiting = {
    alt,
    status: 'generated',
    origin: 'model',
    sum: captionSum(alt),
    problems: ['needs-review']
  }
  const captions = {
    [`${digest}:en`]: { alt: 'The red house' },
    [`${digest}:en:link=/about`]: waiting,
    [`${digest}:en:link=/gone`]: waiting
  }
  await site.write('alt-text.json', JSON.stringify({ version: 1, captions }))
  const uses = ['about.md', 'gone.md'].map((href) => site.use('a.png', { href }))
  expect(await site.open().captionAll(uses)).toMatchObject([
    { kind: 'filled', alt: 'The red house', problems: ['link-purpose'] },
    { kind: 'filled', alt: 'The red house', problems: ['link-purpose'] }
  ])
})
