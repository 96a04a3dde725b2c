import { startProtocolDouble } from '@auto-alt/protocol-double'
import { expect, onTestFinished, test } from 'vitest'

import { digestOf } from '../support/captioned-site.ts'
import { makeSite } from '../support/site.ts'
import { runMain } from './run-main.ts'

test('a site in two languages: one request translates what is approved, and sources, pages and audit agree', async () => {
  const site = await makeSite()
  const server = await startProtocolDouble({ answer: () => 'Rex in front of our house' })
  onTestFinished(() => server.close())
  const digest = await digestOf(await site.picture('public/rex.png', 'brown'))
  for (const language of ['de', 'en']) {
    await site.write(`content/${language}/about.md`, '# Rex\n\n![](/rex.png)\n')
    await site.write(`dist/${language}/about/index.html`, '<h1>Rex</h1><img src="/rex.png">')
  }
  await site.picture('dist/rex.png', 'brown')
  const approved = { alt: 'Rex vor unserem Haus', status: 'approved' }
  await site.write('alt-text.json', JSON.stringify({ version: 1, captions: { [`${digest}:de`]: approved } }))

  const env = { AUTO_ALT_BASE_URL: server.url, AUTO_ALT_MODEL: 'double' }
  const generated = await runMain(['generate', 'content', '--format', 'json'], site.root, env)
  expect(JSON.parse(generated.stdout)).toMatchObject({
    summary: { uses: 2, fromFile: 1, asked: 1, requests: 1 }
  })
  expect(JSON.stringify(server.chats[0]?.body)).toContain('Rex vor unserem Haus')
  expect(Object.keys(await site.captions()).sort()).toEqual([`${digest}:de`, `${digest}:en`])

  const audited = await runMain(['audit', 'content', 'dist', '--format', 'json'], site.root, {})
  const { images } = JSON.parse(audited.stdout) as { images: { file: string; caption?: string }[] }
  expect(Object.fromEntries(images.map(({ caption, file }) => [file, caption]))).toEqual({
    'content/de/about.md': 'Rex vor unserem Haus',
    'content/en/about.md': 'Rex in front of our house',
    'dist/de/about/index.html': 'Rex vor unserem Haus',
    'dist/en/about/index.html': 'Rex in front of our house'
  })

  await runMain(['fill', 'dist', '--frozen'], site.root, {})
  expect(await site.read('dist/de/about/index.html')).toContain('alt="Rex vor unserem Haus"')
  expect(await site.read('dist/en/about/index.html')).toContain('alt="Rex in front of our house"')
  expect(server.chats).toHaveLength(1)
})

test('a README in another language is one', async () => {
  const site = await makeSite()
  await site.picture('cat.png', 'grey')
  const server = await startProtocolDouble({
    answer: ({ text }) => (text.includes('Japanese') ? '窓辺に座る灰色の猫' : 'A grey cat')
  })
  onTestFinished(() => server.close())
  for (const name of ['README.md', 'README-ja.md', 'README-zh-TW.md'])
    await site.write(name, '![](cat.png)\n')
  const env = { AUTO_ALT_BASE_URL: server.url, AUTO_ALT_MODEL: 'double' }
  await runMain(['generate'], site.root, env)
  const keys = Object.keys(await site.captions()).map((key) => key.replace(/^\w+/u, ''))
  expect(keys.sort()).toEqual([':en', ':ja', ':zh-Hant'])
})

test('caption takes the language that it is told, wherever the image lies', async () => {
  const site = await makeSite()
  for (const language of ['de', 'en'])
    await site.picture(`public/${language}/cat.png`, language === 'de' ? 'grey' : 'red')
  const server = await startProtocolDouble({ answer: () => 'Chat' })
  onTestFinished(() => server.close())
  const env = { AUTO_ALT_BASE_URL: server.url, AUTO_ALT_MODEL: 'double' }
  await runMain(['caption', 'public/de/cat.png', '--language', 'fr'], site.root, env)
  await runMain(['caption', 'public/en/cat.png'], site.root, env)
  const keys = Object.keys(await site.captions()).map((key) => key.replace(/^\w+/u, ''))
  expect(keys.sort()).toEqual([':en', ':fr'])
})
