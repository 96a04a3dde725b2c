import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'

import { alternativesOf } from '../../src/captioner/alternatives.ts'
import { createAutoAlt } from '../../src/captioner/create-auto-alt.ts'
import { captionSum } from '../../src/captions/caption-sum.ts'
import { fillFromAlternatives } from '../../src/html/fill-from-alternatives.ts'
import { fillHtml } from '../../src/html/fill-html.ts'
import { makeSite } from '../support/site.ts'

const html = `<!doctype html><html lang="en-GB"><title>A page</title><body>
<img src="/cat.png"><img src='/cat.png' alt><img src="/none.png"><img src="/other.png"><img src="/cat.png" width="1" height="1">
<a href="/base/walk/?x=1"><img src="/cat.png"></a> <a href="../walk"><img src="/cat.png"></a>
<a href="/base/deep/guide"><img src="/cat.png"></a> <a href="/base/unclean"><img src="/cat.png"></a>
<a href="https://x.example/y"><img src="/plain.png"></a> <a href="#top"><img src="/plain.png"></a> <button><img src="/cat.png"></button>
<p lang="de"><img src="/cat.png"><img src="/star.svg"><img src="/beside.png"></p><p lang="fr"><img src="/cat.png"><img src="/beside.png"></p>
<a href="mailto:desk@acme.example"><img src="/cat.png"></a> <a href="tel:+49-30-1"><img src="/none.png"></a> <a lang="de" href="tel:+49-30-2"><img src="/cat.png"></a>
<p>Stars: <img src="/cat.png"><img src="/cat.png"><img src="/cat.png"> so many</p>
<figure><img src="/heard.png"><figcaption>Heard by all</figcaption></figure><figure><img src="/said.png"><figcaption>Said by all</figcaption></figure>
<p data-auto-alt="off"><img src="/cat.png"></p><p lang="zh-TW"><img src="/cat.png" data-auto-alt-intent="missing" alt=""></p></body></html>`

test('alternatives at hand give the same page as looking them up', async () => {
  const site = await makeSite({
    'public/star.svg': '<svg xmlns="http://www.w3.org/2000/svg"><title>A star</title></svg>',
    'public/beside.png.alt.txt': 'Beside it'
  })
  for (const name of ['cat', 'other', 'plain', 'beside', 'said', 'heard']) {
    await site.picture(`public/${name}.png`, `#${createHash('md5').update(name).digest('hex').slice(0, 6)}`)
  }
  const key = async (name: string): Promise<string> => {
    const bytes = await readFile(join(site.root, 'public', name))
    return createHash('sha256').update(bytes).digest('hex').slice(0, 32)
  }
  const cat = await key('cat.png')
  const model = (alt: string): object => ({ alt, status: 'generated', origin: 'model', sum: captionSum(alt) })
  await site.write(
    'alt-text.json',
    JSON.stringify({
      version: 1,
      captions: {
        [`${cat}:en`]: model('A "cat" <b>'),
        [`${cat}:de`]: { alt: 'Eine Katze' },
        [`${cat}:zh-Hant`]: { alt: '貓' },
        [`${cat}:en:link=/walk`]: { alt: 'The walk' },
        [`${cat}:en:link=/guide`]: { alt: 'The guide' },
        [`${cat}:en:link=/unclean`]: { ...model('Unclean'), problems: ['needs-review'] },
        [`${cat}:en:page=dist/posts/one/index.html`]: { alt: 'For that page' },
        [`${await key('other.png')}:en`]: { ...model('Unclean words'), problems: ['too-long'] },
        [`${await key('heard.png')}:en`]: model('Heard by all'),
        [`${await key('said.png')}:en`]: { ...model('Said by all'), status: 'approved' },
        [`${await key('plain.png')}:en`]: { alt: '', status: 'decorative' }
      }
    })
  )
  const options = { base: '/base/', provider: false, frozen: true, provenance: true } as const
  const setting = { cwd: site.root, log: { info: () => undefined, warn: () => undefined } }
  const siteRoot = join(site.root, 'dist')
  const page = {
    name: 'dist/posts/one/index.html',
    file: join(siteRoot, 'posts/one/index.html'),
    siteRoot
  }
  const looked = await fillHtml(html, page, createAutoAlt(options, setting))

  const images = [
    '/cat.png',
    '/other.png',
    '/plain.png',
    '/star.svg',
    '/beside.png',
    '/said.png',
    '/heard.png'
  ]
  const words = await alternativesOf(images, page, createAutoAlt(options, setting), ['fr-CA'])
  expect(JSON.stringify(words)).not.toContain('Unclean')
  const byAddress = new Map(images.map((image, index) => [image, words[index]]))
  const filled = await fillFromAlternatives(html, {
    path: 'posts/one/index.html',
    base: '/base/',
    language: 'en',
    provenance: true,
    alternatives: (source) => byAddress.get(source)
  })
  expect(filled.html).toBe(looked.html)
  expect(filled.html.match(/\salt="[^"]+"/gu)).toHaveLength(16)
  expect(filled.html).toContain('alt="The walk"')
  expect(filled.html).toContain('alt="The guide"')
  expect(filled.html).toContain('<img alt="" src="/heard.png">')
  expect(filled.html).toContain('<img alt="+49-30-1" src="/none.png">')
  expect(filled.open).toBe(looked.images.length)
})
