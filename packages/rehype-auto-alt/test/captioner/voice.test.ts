import { join } from 'node:path'
import { rehype } from 'rehype'
import { VFile } from 'vfile'
import { describe, expect, it } from 'vitest'

import { fillHtml } from '../../src/html/fill-html.ts'
import rehypeAutoAlt from '../../src/index.ts'
import type { ImageUse } from '../../src/rules/image-use.ts'
import { askingSite, type AskingSite, type Where } from './asking-site.ts'

const digest = (index: number): string => String(index).padStart(32, '0')

/** The examples that the last request held. */
function examplesOf({ server }: AskingSite): readonly string[] {
  const text = JSON.stringify(server.chats.at(-1)?.body)
  const inside = /<examples>\\n(.*?)\\n<\/examples>/u.exec(text)?.[1]
  return inside === undefined ? [] : inside.split('\\n').map((line) => line.replace(/^- /u, ''))
}

async function siteWith(captions: Readonly<Record<string, object>> = {}): Promise<AskingSite> {
  const site = await askingSite({ answer: () => 'A red square' })
  await site.picture('content/square.png', 'red')
  await site.write('alt-text.json', JSON.stringify({ version: 1, captions }))
  return site
}

function named(site: AskingSite, alt: string, where: Where = {}, changes: Partial<ImageUse> = {}): ImageUse {
  return { ...site.use('other.png', where), verdict: 'named', alt, ...changes }
}

describe('the voice of a site', () => {
  it('is heard in what people wrote or approved, in this language, in the order of the keys', async () => {
    const site = await siteWith({
      [`${digest(5)}:en`]: { alt: 'Ferry at the quay of Kiel' },
      [`${digest(2)}:en`]: { alt: 'Two hikers on a ridge', status: 'approved', origin: 'model' },
      [`${digest(1)}:de`]: { alt: 'Fähre am Kai' },
      [`${digest(3)}:en`]: { alt: '', status: 'decorative' },
      [`${digest(4)}:en:link=/shop`]: { alt: 'All backpacks' }
    })
    await site.open().captionAll([site.use('square.png')])
    expect(examplesOf(site)).toEqual(['Two hikers on a ridge', 'Ferry at the quay of Kiel'])
  })

  it('is not that of a model, nor of what breaks the rules, nor said twice', async () => {
    const good = 'Ferry at the quay of Kiel'
    const site = await siteWith({
      [`${digest(1)}:en`]: { alt: 'Image of a ferry' },
      [`${digest(2)}:en`]: { alt: 'A very long text about a ferry '.repeat(8).trim() },
      [`${digest(3)}:en`]: { alt: good },
      [`${digest(4)}:en`]: { alt: `${good}.` }
    })
    const first = site.open()
    await first.captionAll([site.use('square.png')])
    expect(examplesOf(site)).toEqual([good])
    await first.close()
    await site.picture('content/circle.png', 'blue')
    // By now a caption of the model is stored.
    await site.open().captionAll([site.use('circle.png')])
    expect(examplesOf(site)).toEqual([good])
  })

  it('is heard in the pages that were read, those in path order first, five at most', async () => {
    const alts = [
      'Gull on a bollard',
      'Rope on a deck',
      'Lighthouse in fog',
      'Anchor on the beach',
      'Nets on a pier'
    ]
    const site = await siteWith()
    const pages = alts.map((alt, index) => named(site, alt, { page: `content/${index}.md` }))
    for (const order of [pages, pages.toReversed()]) {
      const stored = { version: 1, captions: { [`${digest(5)}:en`]: { alt: 'Ferry at the quay of Kiel' } } }
      await site.write('alt-text.json', JSON.stringify(stored))
      const autoAlt = site.open()
      for (const use of order) autoAlt.note([use])
      await autoAlt.captionAll([site.use('square.png')])
      expect(examplesOf(site)).toEqual(['Ferry at the quay of Kiel', ...alts.slice(0, 4)])
    }
  })

  it('is heard in its own page alone where pages come one at a time, since their order would count', async () => {
    const site = await siteWith()
    await site.picture('content/a.png', 'red')
    await site.picture('content/m.png', 'green')
    await site.picture('content/z.png', 'blue')
    const html = (name: string, alt: string): string =>
      `<img src="${name}.png"><img src="x.png" alt="${alt}">`
    const autoAlt = site.open()
    const fill = async (name: string, alt: string): Promise<unknown> => {
      const page = { name: `content/${name}.html`, file: join(site.root, `content/${name}.html`) }
      return await fillHtml(html(name, alt), page, autoAlt)
    }
    await fill('a', 'Gull on a bollard')
    const value = html('z', 'Rope on a deck')
    await rehype()
      .use(rehypeAutoAlt, autoAlt)
      .process(new VFile({ cwd: site.root, path: 'content/z.html', value }))
    await fill('m', 'Lighthouse in fog')
    const examples = site.server.chats.map(
      ({ body }) => /<examples>.*<\/examples>/u.exec(JSON.stringify(body))?.[0]
    )
    expect(examples).toEqual(
      ['Gull on a bollard', 'Rope on a deck', 'Lighthouse in fog'].map(
        (alt) => `<examples>\\n- ${alt}\\n</examples>`
      )
    )
  })

  it('is not heard in links, buttons, file names, other languages and what a model wrote into a page', async () => {
    const site = await siteWith()
    const first = site.open()
    await first.captionAll([site.use('square.png')])
    await first.close()
    await site.picture('content/circle.png', 'blue')
    const autoAlt = site.open()
    autoAlt.note([
      named(site, 'Home', {}, { purpose: { kind: 'button' } }),
      named(site, 'other.png'),
      named(site, 'Fähre am Kai', { lang: 'de' }),
      named(site, 'A red square'),
      named(site, 'Gull on a bollard', {}, { off: true })
    ])
    await autoAlt.captionAll([site.use('circle.png')])
    expect(examplesOf(site)).toEqual([])
    expect(site.server.chats).toHaveLength(2)
  })

  it('is not heard of images that are never sent', async () => {
    const site = await siteWith({
      [`${digest(5)}:en`]: { alt: 'Ferry at the quay of Kiel', files: ['private/ferry.png'] },
      [`${digest(6)}:en`]: { alt: 'Gull on a bollard', files: ['content/gull.png'] }
    })
    const autoAlt = site.open({ exclude: ['private/**'] })
    autoAlt.note([named(site, 'Rope on a deck', {}, { sources: ['../private/rope.png'] })])
    await autoAlt.captionAll([site.use('square.png')])
    expect(examplesOf(site)).toEqual(['Gull on a bollard'])
  })

  it.each([[{ voice: false }], [{ context: false }]])('is not sent with %j', async (options) => {
    const site = await siteWith({ [`${digest(5)}:en`]: { alt: 'Ferry at the quay of Kiel' } })
    await site.open(options).captionAll([site.use('square.png')])
    expect(JSON.stringify(site.server.chats[0]?.body)).not.toContain('Ferry')
  })
})
