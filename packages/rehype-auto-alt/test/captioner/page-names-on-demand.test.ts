import { join } from 'node:path'
import { expect, test } from 'vitest'

import { alternativesOf } from '../../src/captioner/alternatives.ts'
import { createAutoAlt } from '../../src/captioner/create-auto-alt.ts'
import { fillFromAlternatives } from '../../src/html/fill-from-alternatives.ts'
import { digestOf } from '../support/captioned-site.ts'
import { makeSite } from '../support/site.ts'

test('A page on demand says what is kept for it, or what its own words name, and no other page does', async () => {
  const site = await makeSite()
  const file = await site.picture('public/desk.png', 'red')
  const digest = await digestOf(file)
  const captions = {
    [`${digest}:en`]: { alt: 'A person at a desk' },
    [`${digest}:en:page=src/pages/index.md`]: { alt: 'Welcome desk' },
    [`${digest}:en:page=src/content/people/marie.md`]: { alt: 'Marie Curie at a desk' },
    [`${digest}:en:link=/walk`]: { alt: 'The walk' }
  }
  await site.write('alt-text.json', JSON.stringify({ version: 1, captions }))
  const autoAlt = createAutoAlt(
    { provider: false, frozen: true },
    { cwd: site.root, env: {}, log: { info: () => undefined, warn: () => undefined } }
  )
  const siteRoot = join(site.root, 'dist')
  const page = { name: 'on demand', file: join(siteRoot, 'index.html'), siteRoot }
  const [words = []] = await alternativesOf(['/desk.png'], page, autoAlt)
  const altsAt = async (path: string, text = ''): Promise<string[]> => {
    const html = `<p>${text}</p><p><img src="/desk.png"></p><p><a href="/else"><img src="/desk.png"></a></p><p><a href="/walk"><img src="/desk.png"></a></p>`
    const settings = { path, base: '/', language: 'en', provenance: false, alternatives: () => words }
    const filled = await fillFromAlternatives(html, settings)
    return [...filled.html.matchAll(/alt="([^"]*)"/gu)].map(([, alt = '']) => alt)
  }
  const plain = 'A person at a desk'
  const marie = 'Marie Curie at a desk'
  expect(await altsAt('about/')).toEqual([plain, plain, 'The walk'])
  expect(await altsAt('people/marie/')).toEqual([marie, marie, 'The walk'])
  expect(await altsAt('people/marie/index.html')).toEqual([marie, marie, 'The walk'])
  expect(await altsAt('marie-curie/', 'Here Marie Curie worked.')).toEqual([marie, marie, 'The walk'])
  expect(await altsAt('')).toEqual(['Welcome desk', 'Welcome desk', 'The walk'])
})
