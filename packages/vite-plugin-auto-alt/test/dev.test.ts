import { startProtocolDouble } from '@auto-alt/protocol-double'
import { createServer } from 'vite'
import { expect, onTestFinished, test, vi } from 'vitest'
import type { AutoAltViteOptions } from '../src/index.ts'
import { autoAlt } from '../src/index.ts'
import { type ViteSite, viteSite } from './vite-site.ts'

async function serve(
  site: ViteSite,
  options: AutoAltViteOptions
): Promise<(path: string) => Promise<string>> {
  const server = await createServer({
    ...site.config,
    server: { port: 0, host: '127.0.0.1' },
    plugins: [autoAlt(options)]
  })
  onTestFinished(() => server.close())
  await server.listen()
  const [url = ''] = server.resolvedUrls?.local ?? []
  return async (path) => (await fetch(new URL(path, url))).text()
}

/** Without what Vite adds to every page in development. */
const withoutClient = (page: string): string =>
  page.replace(/ *<script type="module" src="\/@vite\/client"><\/script>\n\n?/u, '')

test('the dev server shows stored captions, in source pages that are otherwise as they were', async () => {
  const site = await viteSite()
  const page = await serve(site, { provider: false })
  const without = await serve(site, { provider: false, dev: false })
  expect(withoutClient(await without('/'))).toContain('<img src="./img/cat.png">')
  expect(await page('/')).toBe(
    (await without('/'))
      .replace('<img src="./img/cat.png">', '<img alt="CAPTION cat" src="./img/cat.png">')
      .replace('<IMG class', '<IMG alt="CAPTION dog" class')
      .replace('<img src="/logo.png"/>', '<img alt="CAPTION logo" src="/logo.png"/>')
      .replace('<img src="/logo.png">', '<img alt="To the nested page" src="/logo.png">')
  )
  expect(await page('/nested/')).toContain('<img alt="Eine Katze" src="../img/cat.png">')
})

test('the dev server shows what a person changes in the captions file', async () => {
  const site = await viteSite()
  const page = await serve(site, { provider: false })
  expect(await page('/')).toContain('alt="CAPTION cat"')
  await site.store(site.key('cat'), { alt: 'A better text' })
  await vi.waitFor(async () => expect(await page('/')).toContain('alt="A better text"'), {
    timeout: 15_000,
    interval: 100
  })
})

test('the dev server asks nobody unless it is told to', async () => {
  const server = await startProtocolDouble({ answer: () => 'A small grey square' })
  onTestFinished(() => server.close())
  const site = await viteSite()
  await site.add('new', 'img')
  await site.write('index.html', '<!doctype html><html lang="en"><img src="./img/new.png"></html>')
  const options = { provider: 'vllm:double', baseURL: server.url, frozen: false }
  const stored = await serve(site, options)
  expect(await stored('/')).toContain('<img src="./img/new.png">')
  expect(server.chats).toHaveLength(0)
  const asking = await serve(site, { ...options, dev: 'generate' })
  expect(await asking('/')).toContain('<img alt="A small grey square" src="./img/new.png">')
  expect(server.chats).toHaveLength(1)
})
