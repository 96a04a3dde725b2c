import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'

import { OptionError } from '../../src/errors/option-error.ts'
import type { Options } from '../../src/options/options.ts'
import { type ResolvedOptions, resolveOptions } from '../../src/options/resolve-options.ts'
import { askingSite } from '../captioner/asking-site.ts'
import { type Site, makeSite } from '../support/site.ts'

function resolved(site: Site, inline: Options = {}, folder = ''): Promise<ResolvedOptions> {
  return resolveOptions(inline, { cwd: join(site.root, folder), env: {}, kind: 'build' })
}

async function errorOf(site: Site): Promise<OptionError> {
  const result = await resolved(site).catch((error: unknown) => error)
  if (OptionError.isInstance(result)) return result
  throw new Error('expected an OptionError', { cause: result })
}

describe('a config file', () => {
  it.each([
    ['auto-alt.config.ts', 'const maxLength: number = 80\nexport default { maxLength }'],
    ['auto-alt.config.js', 'export default { maxLength: 80 }'],
    ['auto-alt.config.json', '{ "maxLength": 80 }']
  ])('%s beside the nearest package.json is read, and inline options win', async (name, text) => {
    const site = await makeSite({ [name]: text, 'content/a.md': '' })
    expect((await resolved(site, {}, 'content')).maxLength).toBe(80)
    expect((await resolved(site, { maxLength: 90, frozen: undefined })).maxLength).toBe(90)
    expect((await resolved(site, { config: false })).maxLength).toBe(120)
  })

  it('further up is not looked for', async () => {
    const site = await makeSite({
      'auto-alt.config.json': '{ "maxLength": 80 }',
      'packages/docs/package.json': '{}'
    })
    expect((await resolved(site, {}, 'packages/docs')).maxLength).toBe(120)
  })

  it('can name the root, from where it lies', async () => {
    const site = await makeSite({ 'auto-alt.config.json': '{ "root": "website", "captions": "words.json" }' })
    await mkdir(join(site.root, 'website', 'public'), { recursive: true })
    expect(await resolved(site)).toMatchObject({
      root: join(site.root, 'website'),
      publicDirs: [join(site.root, 'website', 'public')],
      captions: 'words.json'
    })
  })

  it('beside an inline root is the one that counts', async () => {
    const site = await makeSite({
      'auto-alt.config.json': '{ "maxLength": 80 }',
      'website/auto-alt.config.json': '{ "maxLength": 70 }'
    })
    expect(await resolved(site, { root: 'website' })).toMatchObject({
      root: join(site.root, 'website'),
      maxLength: 70
    })
  })

  it.each<[string, string, string, RegExp]>([
    ['auto-alt.config.json', '{ "maxLength": 80,', 'config', /^Cannot read auto-alt\.config\.json: /u],
    ['auto-alt.config.js', 'export default {', 'config', /^Cannot load auto-alt\.config\.js: /u],
    [
      'auto-alt.config.js',
      'export const options = {}',
      'config',
      /^Expected auto-alt\.config\.js to have a default export/u
    ],
    ['auto-alt.config.json', '[]', 'options', /^Expected an object with options in auto-alt\.config\.json/u],
    [
      'auto-alt.config.json',
      '{ "maxLenght": 80 }',
      'maxLenght',
      /^Unknown option `maxLenght` in auto-alt\.config\.json/u
    ],
    [
      'auto-alt.config.js',
      'export default { maxLength: "80" }',
      'maxLength',
      /^Unexpected value "80" for option `maxLength` in auto-alt\.config\.js/u
    ],
    ['auto-alt.config.json', '{ "config": false }', 'config', /inline options only/u],
    [
      'auto-alt.config.json',
      '{ "apiKey": "hush-hush" }',
      'apiKey',
      /does not belong in a file that is committed.*AUTO_ALT_API_KEY/u
    ]
  ])('%s with %j is an error that names the file', async (name, text, option, message) => {
    const error = await errorOf(await makeSite({ [name]: text }))
    expect(error.option).toBe(option)
    expect(error.message).toMatch(message)
    expect(error.message).not.toContain('hush')
  })

  it('with an error stops the run before any image is looked at', async () => {
    const site = await askingSite()
    await site.write('auto-alt.config.json', '{ "maxLenght": 80 }')
    await expect(site.open().captionAll([site.use('not-there.png')])).rejects.toThrow(/maxLenght/u)
  })
})

describe('the key for auto-alt', () => {
  /** Describes one picture at `https://ai.example.com/v1`, answered by the server here; gives what authorized it. */
  async function authorization(
    files: Record<string, string>,
    env: Record<string, string>,
    inline: Options = {}
  ): Promise<unknown> {
    const site = await askingSite()
    for (const [name, text] of Object.entries(files)) await site.write(name, text)
    await site.picture('content/a.png', 'red')
    const { fetch } = globalThis
    vi.stubGlobal('fetch', (url: string, init: RequestInit) =>
      fetch(String(url).replace('https://ai.example.com/v1', site.server.url), init)
    )
    try {
      const none = { provider: undefined, baseURL: undefined }
      await site.open({ ...none, ...inline }, { env }).captionAll([site.use('a.png')])
    } finally {
      vi.unstubAllGlobals()
    }
    expect(site.server.chats).toHaveLength(1)
    return site.server.chats[0]?.authorization
  }

  const address = { baseURL: 'https://ai.example.com/v1', model: 'm' }
  const env = { AUTO_ALT_API_KEY: 'hush-hush' }

  it.each<[string, Record<string, string>, Record<string, string>, Options, string | undefined]>([
    [
      'is not sent to an address in a JSON file',
      { 'auto-alt.config.json': JSON.stringify(address) },
      env,
      {},
      undefined
    ],
    [
      'is sent to an address in code',
      { 'auto-alt.config.js': `export default ${JSON.stringify(address)}` },
      env,
      {},
      'Bearer hush-hush'
    ],
    [
      'is sent to an inline address, whatever a JSON file says',
      { 'auto-alt.config.json': '{ "baseURL": "https://evil.example.com/v1" }' },
      env,
      address,
      'Bearer hush-hush'
    ],
    [
      'is sent to an address in the environment',
      {},
      { ...env, AUTO_ALT_BASE_URL: address.baseURL, AUTO_ALT_MODEL: 'm' },
      {},
      'Bearer hush-hush'
    ],
    [
      'is read from .env, as the address is',
      { '.env': `AUTO_ALT_API_KEY=hush-hush\nAUTO_ALT_BASE_URL="${address.baseURL}"\nAUTO_ALT_MODEL=m\n` },
      {},
      {},
      'Bearer hush-hush'
    ],
    [
      'in the environment wins over the one in .env',
      { '.env': 'AUTO_ALT_API_KEY=old\n' },
      env,
      address,
      'Bearer hush-hush'
    ]
  ])('%s', async (_, files, variables, inline, expected) => {
    expect(await authorization(files, variables, inline)).toBe(expected)
  })
})
