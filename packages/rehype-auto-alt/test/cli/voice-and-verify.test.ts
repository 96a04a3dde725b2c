import { rehype } from 'rehype'
import { describe, expect, test } from 'vitest'

import { rehypeAutoAlt } from '../../src/rehype/rehype-auto-alt.ts'
import { type Site, makeSite } from '../support/site.ts'
import { runMain, startServer } from './run-main.ts'

const words = 'Gull on a bollard'

async function siteWith(files: Readonly<Record<string, string>>): Promise<Site> {
  const site = await makeSite(files)
  for (const [name, colour] of [
    ['a', 'red'],
    ['b', 'teal']
  ] as const)
    await site.picture(`${name}.png`, colour)
  return site
}

describe('the alternatives of a site’s pages are examples', () => {
  test('for generate', async () => {
    const { env, server } = await startServer({ answer: () => 'A red square' })
    const site = await siteWith({ 'one.md': '![](a.png)\n', 'two.md': `![${words}](b.png)\n` })
    await runMain(['generate'], site.root, env)
    expect(JSON.stringify(server.chats[0]?.body)).toContain(`<examples>\\n- ${words}\\n</examples>`)
    await site.write('alt-text.json', '{ "version": 1, "captions": {} }')
    await runMain(['generate', '--no-voice'], site.root, env)
    expect(server.chats).toHaveLength(2)
    expect(JSON.stringify(server.chats[1]?.body)).not.toContain(words)
  })

  test('for fill', async () => {
    const { env, server } = await startServer({ answer: () => 'A red square' })
    const site = await siteWith({
      'index.html': `<img src="a.png"><p>and</p><img src="b.png" alt="${words}">`
    })
    await runMain(['fill', 'index.html', '--provider', 'vllm:double'], site.root, env)
    expect(JSON.stringify(server.chats[0]?.body)).toContain(`- ${words}`)
  })

  test('for the plugin', async () => {
    const { env, server } = await startServer({ answer: () => 'A red square' })
    const site = await siteWith({})
    const provider = 'vllm:double'
    const options = { provider, baseURL: env['AUTO_ALT_BASE_URL'], root: site.root, frozen: false }
    const page = `<img src="a.png"><p>and</p><img src="b.png" alt="${words}">`
    await rehype().use(rehypeAutoAlt, options).process({ path: 'index.html', cwd: site.root, value: page })
    expect(JSON.stringify(server.chats[0]?.body)).toContain(`- ${words}`)
  })
})

describe('generate --verify', () => {
  test('names what the picture does not show, and counts the request', async () => {
    const { env, server } = await startServer({
      answer: () => 'A red square at night',
      verify: () => ({ not_visible: ['at night'] })
    })
    const site = await siteWith({ 'one.md': '![](a.png)\n' })
    const { stdout } = await runMain(['generate', '--verify'], site.root, env)
    expect(stdout).toContain('The picture does not show “at night”')
    expect(stdout).toContain('2 requests')
    expect(server.chats).toHaveLength(2)
  })

  test('--dry-run says that nobody is asked', async () => {
    const { env, server } = await startServer()
    const site = await siteWith({ 'one.md': '![](a.png)\n' })
    const tokensOf = async (...flags: string[]): Promise<number> => {
      const { stdout } = await runMain(
        ['generate', '--dry-run', '--format', 'json', ...flags],
        site.root,
        env
      )
      const { wouldAsk } = JSON.parse(stdout) as { wouldAsk: { tokens: number }[] }
      return wouldAsk[0]?.tokens ?? 0
    }
    expect(await tokensOf('--verify')).toBeGreaterThan((await tokensOf()) + 200)
    expect(server.chats).toHaveLength(0)
  })
})
