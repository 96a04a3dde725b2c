import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'

import { digestOf } from '../support/captioned-site.ts'
import { type AskingSite, type Where, askingSite } from './asking-site.ts'

/** A server that names whom the page names. */
function naming(): Promise<AskingSite> {
  return askingSite({
    answer: ({ text }) => {
      const name = /(?:Marie|Pierre) Curie/u.exec(text)?.[0]
      return name === undefined ? 'A person at a desk' : `${name} at a desk`
    }
  })
}

const marie: Where = { page: 'content/marie.md', context: { before: 'Here is Marie Curie in 1898.' } }
const pierre: Where = { page: 'content/pierre.md', context: { before: 'Here is Pierre Curie in 1898.' } }
const team: Where = { page: 'content/team.md', context: { title: 'Our team' } }

/** What is stored, by what follows the digest. */
async function stored(site: AskingSite): Promise<Record<string, string>> {
  const captions = Object.entries(await site.captions())
  return Object.fromEntries(captions.map(([key, { alt }]) => [key.replace(/^[0-9a-f]{32}/u, ''), alt]))
}

async function fill(site: AskingSite, places: readonly Where[], options = {}): Promise<unknown[]> {
  const autoAlt = site.open(options)
  const outcomes = await autoAlt.captionAll(places.map((where) => site.use('desk.png', where)))
  await autoAlt.flush()
  return outcomes.map((outcome) => (outcome.kind === 'filled' ? outcome.alt : outcome.reason))
}

/** In path order the first page names somebody. */
const zoo: Where = { page: 'content/zoo.md', context: { title: 'The zoo' } }
const named = 'Marie Curie at a desk'
const nameless = 'A person at a desk'
const forBoth = { ':en': nameless, ':en:page=content/marie.md': named }

describe('a name that one page alone gives makes a caption for that page', () => {
  it.each([
    ['first', [marie, team, zoo]],
    ['last', [zoo, team, marie]]
  ])('whichever comes first: %s', async (_, places) => {
    const site = await naming()
    await site.picture('content/desk.png', 'red')
    expect(await fill(site, places)).toEqual(places.map((place) => (place === marie ? named : nameless)))
    expect(await stored(site)).toEqual(forBoth)
    expect(site.server.chats).toHaveLength(2)
    const [, second] = site.server.chats.map(({ body }) => JSON.stringify(body))
    expect(second).toContain('Our team')
    expect(second).not.toContain('Curie')
  })

  it('and each of several pages that name somebody gets its own', async () => {
    const site = await naming()
    await site.picture('content/desk.png', 'red')
    expect(await fill(site, [marie, pierre, team, zoo])).toEqual([
      named,
      'Pierre Curie at a desk',
      nameless,
      nameless
    ])
    expect(await stored(site)).toEqual({ ...forBoth, ':en:page=content/pierre.md': 'Pierre Curie at a desk' })
    expect(site.server.chats).toHaveLength(3)
  })

  it('in two runs, of which the second asks for the other page only, and a third for nothing', async () => {
    const site = await naming()
    await site.picture('content/desk.png', 'red')
    expect(await fill(site, [marie])).toEqual([named])
    expect(await stored(site)).toEqual({ ':en:page=content/marie.md': named })
    expect(await fill(site, [marie, team])).toEqual([named, nameless])
    expect(await stored(site)).toEqual(forBoth)
    expect(await fill(site, [team, marie, zoo])).toEqual([nameless, named, nameless])
    expect(site.server.chats).toHaveLength(2)
  })

  it('when the other pages come while it is being asked for', async () => {
    const site = await naming()
    await site.picture('content/desk.png', 'red')
    const autoAlt = site.open()
    const caption = (where: Where): Promise<readonly unknown[]> =>
      autoAlt.captionAll([site.use('desk.png', where)])
    const first = caption(marie)
    await vi.waitFor(() => expect(site.server.chats).toHaveLength(1))
    const others = await Promise.all([team, zoo, marie].map(caption))
    expect([await first, ...others].flat()).toMatchObject([
      { alt: named },
      { alt: nameless },
      { alt: nameless },
      { alt: named }
    ])
    expect(site.server.chats).toHaveLength(2)
    expect((await autoAlt.report()).summary).toMatchObject({ generated: 2, uses: 4, images: 2, requests: 2 })
  })

  it('not when another page gives it as well, now or later', async () => {
    const site = await naming()
    await site.picture('content/desk.png', 'red')
    const museum: Where = { page: 'content/museum.md', context: { caption: 'Marie Curie, a portrait' } }
    expect(await fill(site, [marie, museum, team])).toEqual([named, named, named])
    expect(await stored(site)).toEqual({ ':en': named })

    const other = await naming()
    await other.picture('content/desk.png', 'red')
    await fill(other, [marie])
    expect(await fill(other, [museum])).toEqual([named])
    expect(other.server.chats).toHaveLength(1)
  })

  it('also when it stands in the link around the image only', async () => {
    const site = await naming()
    await site.picture('content/desk.png', 'red')
    const control = { kind: 'link', text: 'More of Marie Curie' } as const
    const autoAlt = site.open()
    await autoAlt.captionAll([{ ...site.use('desk.png', marie), context: { headings: [] }, control }])
    await autoAlt.flush()
    expect(await stored(site)).toEqual({ ':en:page=content/marie.md': named })
  })

  it('not when the page is not sent along', async () => {
    const site = await askingSite({ answer: () => named })
    await site.picture('content/desk.png', 'red')
    await fill(site, [marie, team], { context: false })
    expect(await stored(site)).toEqual({ ':en': named })
  })

  it('within the budget: what is left over is left', async () => {
    const site = await naming()
    await site.picture('content/desk.png', 'red')
    expect(await fill(site, [marie, team], { budget: { requests: 1 } })).toEqual([named, 'budget'])
  })

  it('found again in a frozen run, which gives the other pages nothing', async () => {
    const site = await naming()
    await site.picture('content/desk.png', 'red')
    await fill(site, [marie])
    expect(await fill(site, [marie, team], { frozen: true })).toEqual([named, 'frozen'])
  })

  it("and none besides with `contextKey: 'page'`", async () => {
    const site = await naming()
    await site.picture('content/desk.png', 'red')
    expect(await fill(site, [marie, team], { contextKey: 'page' })).toEqual([named, nameless])
    expect(await stored(site)).toEqual({
      ':en:page=content/marie.md': named,
      ':en:page=content/team.md': nameless
    })
  })

  it('which is asked for again by a refresh', async () => {
    const site = await naming()
    await site.picture('content/desk.png', 'red')
    await fill(site, [marie, team])
    const autoAlt = site.open({}, { refresh: 'generated' })
    await autoAlt.captionAll([marie, team].map((where) => site.use('desk.png', where)))
    await autoAlt.flush()
    expect(site.server.chats).toHaveLength(4)
    expect(await stored(site)).toEqual(forBoth)
  })

  it('whose words a person changes without another page getting them', async () => {
    const site = await naming()
    await site.picture('content/desk.png', 'red')
    await fill(site, [marie, team])
    const file = join(site.root, 'alt-text.json')
    await writeFile(file, (await readFile(file, 'utf8')).replace(named, 'Marie Curie writing'))
    expect(await fill(site, [marie, team])).toEqual(['Marie Curie writing', nameless])
  })
})

describe('a caption that was asked for with a source page', () => {
  const built = (path: string, context = {}): Where => ({ page: `dist/${path}`, siteRoot: 'dist', context })

  async function withSource(page = marie.page, alt = named): Promise<AskingSite> {
    const site = await naming()
    for (const folder of ['content', 'dist']) await site.picture(`${folder}/desk.png`, 'red')
    const digest = await digestOf(join(site.root, 'dist/desk.png'))
    const record = { alt, status: 'approved', origin: 'human' }
    await site.write(
      'alt-text.json',
      JSON.stringify({ version: 1, captions: { [`${digest}:en:page=${page}`]: record } })
    )
    return site
  }
  const filled = (site: AskingSite, where: Where): Promise<unknown[]> => {
    const autoAlt = site.open({ frozen: true })
    return autoAlt
      .captionAll([site.use('/desk.png', where)])
      .then((outcomes) =>
        outcomes.map((outcome) => (outcome.kind === 'filled' ? outcome.alt : outcome.reason))
      )
  }

  it.each([
    ['content/marie.md', 'marie/index.html'],
    ['content/marie.md', 'marie.html'],
    ['src/pages/people/marie.md', 'people/marie/index.html'],
    ['docs/people/marie.md', 'docs/people/marie.html'],
    ['content/index.md', 'index.html']
  ])('of %s is found for the built page %s', async (source, path) => {
    const site = await withSource(source)
    expect(await filled(site, built(path))).toEqual([named])
  })

  it('is found by its names where the address tells nothing', async () => {
    const site = await withSource('content/2024-03-01-a-portrait.md')
    expect(await filled(site, built('p/17.html', marie.context))).toEqual([named])
  })

  it('is taken by a built page of which nothing tells whether it is the one', async () => {
    const site = await withSource('content/2024-03-01-a-portrait.md')
    expect(await filled(site, built('p/17.html'))).toEqual([named])
  })

  it('is not taken by another built page, nor by another source', async () => {
    const site = await withSource()
    await site.write('dist/marie/index.html', '<img src="/desk.png">')
    await site.write('dist/team/index.html', '<img src="/desk.png">')
    expect(await filled(site, built('team/index.html'))).toEqual(['frozen'])
    expect(await fill(site, [team], { frozen: true })).toEqual(['frozen'])
  })

  it('is found for an image of another host by its address', async () => {
    const site = await naming()
    const url = 'https://images.example.com/desk.png'
    const key = `${'0'.repeat(32)}:en:page=${marie.page}`
    const captions = { [key]: { alt: named, files: [url] } }
    await site.write('alt-text.json', JSON.stringify({ version: 1, captions }))
    const uses = [marie, team].map((where) => site.use(url, where))
    expect(await site.open({ frozen: true }).captionAll(uses)).toMatchObject([
      { kind: 'filled', alt: named },
      { kind: 'left', reason: 'frozen' }
    ])
  })

  it('names a link too that leads where no caption is kept for', async () => {
    const site = await withSource('content/marie.md')
    const link: Where = { ...built('marie/index.html'), href: '/shop' }
    expect(await filled(site, link)).toEqual([named])
  })

  it('of a built page is found for its source', async () => {
    const site = await withSource('dist/marie/index.html')
    expect(await fill(site, [marie, team], { frozen: true })).toEqual([named, 'frozen'])
  })
})

it('the caption of a page alone is no name for a link on that page, however late the link is met', async () => {
  const site = await naming()
  await site.picture('content/desk.png', 'red')
  const autoAlt = site.open()
  await autoAlt.captionAll([site.use('desk.png', marie)])
  const link = { page: 'content/marie.md', href: 'https://shop.example/desks' }
  const [outcome] = await autoAlt.captionAll([site.use('desk.png', link)])
  expect(outcome).toMatchObject({ kind: 'filled', alt: nameless })
  await autoAlt.flush()
  expect(await stored(site)).toEqual({
    ':en:link=https://shop.example/desks': nameless,
    ':en:page=content/marie.md': named
  })
  expect(site.server.chats).toHaveLength(2)
})
