import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

import { OptionError } from '../../src/errors/option-error.ts'
import type { Options } from '../../src/options/options.ts'
import { type ResolvedOptions, resolveOptions } from '../../src/options/resolve-options.ts'
import { makeSite } from '../support/site.ts'

/** One value that an option takes, one that it does not, and what it becomes. */
const table: { readonly [Name in keyof Options]-?: readonly [valid: Options[Name], invalid: unknown] } = {
  root: ['site', 5],
  publicDir: [['public', 'assets'], { path: 'public' }],
  roots: [['content'], 'content'],
  base: ['/docs/', 'docs'],
  captions: [new Map() as never, ['a.json']],
  provider: [['ollama:llava', 'openai'], [5]],
  model: ['llava', ''],
  baseURL: ['http://localhost:1234/v1', 'localhost:1234'],
  apiKey: ['secret', 5],
  billTo: ['an-organisation', 'two words'],
  stream: [true, 'yes'],
  frozen: [true, 'yes'],
  publish: ['approved', 'some'],
  maxLength: [80, 10],
  fullStop: [true, 1],
  emptyAlt: ['missing', true],
  decorative: ['accept', 'deny'],
  language: ['de-AT', 'not a tag'],
  context: [false, 'none'],
  voice: [false, 'loud'],
  verify: ['openai:gpt-5-mini', 3],
  contextKey: ['page', 'site'],
  onMissing: ['error', 'fail'],
  include: [['content/**'], 'content/**'],
  exclude: [['content/**'], 'content/**'],
  components: [['Figure'], 'Figure'],
  remote: [{ allow: ['cdn.example.com'], private: [] }, { allow: 'cdn.example.com' }],
  ocr: [{ languages: ['de', 'eng'] }, { confidence: 70 }],
  localOnly: [true, 'yes'],
  budget: [{ requests: 5, usd: 0.5 }, { requests: -1 }],
  prices: [{ 'openai:gpt-9': { input: 1, output: 2 } }, { 'openai:gpt-9': { input: 1 } }],
  batch: [{ api: 'groups', baseURL: 'https://batch.example.com/v1' }, { api: 'group' }],
  concurrency: [4, 100],
  retries: [0, 1.5],
  provenance: [true, 'data'],
  social: [true, 'og'],
  longDescription: ['details', true],
  prompt: [() => 'Be brief', 5],
  dev: [{ lan: true }, { lan: 'yes' }],
  ssr: [true, 'yes'],
  rules: [{ 'too-long': 'off' }, { 'too-long': 'never' }],
  config: [false, 'auto-alt.config.ts']
}
const names = Object.keys(table) as (keyof Options)[]

const here = { cwd: '/', env: {}, kind: 'build' as const }

async function errorOf(options: unknown): Promise<OptionError> {
  const result = await resolveOptions(options as Options, here).catch((error: unknown) => error)
  if (OptionError.isInstance(result)) return result
  throw new Error('expected an OptionError', { cause: result })
}

describe('an option', () => {
  it.each(names)('%s takes what it says, and `undefined` for its default', async (name) => {
    const site = await makeSite()
    const surroundings = { ...here, cwd: site.root }
    const [valid] = table[name]
    const given = await resolveOptions({ [name]: valid }, surroundings)
    const byDefault = await resolveOptions({ [name]: undefined }, surroundings)
    expect(byDefault).toEqual(await resolveOptions({}, surroundings))
    if (name !== 'config') expect(given).not.toEqual(byDefault)
  })

  it.each(names)('%s with a wrong value is an error that names it and what it takes', async (name) => {
    const error = await errorOf({ [name]: table[name][1] })
    expect(error.option.split('.')[0]).toBe(name)
    expect(error.message).toMatch(
      new RegExp(`^Unexpected value .*option \`${name}.* in the options given: it takes .{5,}\\.$`, 'u')
    )
  })

  it.each([
    ['alt', 'alt'],
    ['maxlength', 'maxlength'],
    ['__proto__x', '__proto__x']
  ])('that is unknown (%s) is an error that lists those that are known', async (name, option) => {
    const error = await errorOf({ [name]: 1 })
    expect(error.option).toBe(option)
    expect(error.message).toMatch(
      /^Unknown option `\w+` in the options given\. Known options: .*\bmaxLength\b/u
    )
  })

  it.each([
    [{ remote: { hosts: [] } }, 'remote.hosts', /`remote` takes \{ allow/u],
    [{ budget: { eur: 5 } }, 'budget.eur', /`budget` takes \{ requests/u]
  ])('with a part that is unknown (%j) is an error that names the part', async (options, option, message) => {
    const error = await errorOf(options)
    expect(error.option).toBe(option)
    expect(error.message).toMatch(message)
  })

  it.each([[5], ['ollama'], [[]], [true]])('list that is none (%j) is an error', async (options) => {
    expect((await errorOf(options)).message).toMatch(/^Expected an object with options in the options given/u)
  })

  it.each([{ apiKey: { value: 'hush-hush' } }, { baseURL: 'user:hush-hush@host/v1' }])(
    'that can hold a secret does not show it: %j',
    async (options) => {
      expect((await errorOf(options)).message).not.toContain('hush')
    }
  )
})

describe('without options', () => {
  it('the defaults are those of the documentation', async () => {
    const site = await makeSite()
    await mkdir(join(site.root, 'static'))
    await mkdir(join(site.root, 'content', 'blog'), { recursive: true })
    const resolved = await resolveOptions({}, { ...here, cwd: join(site.root, 'content', 'blog') })
    expect(resolved).toEqual({
      root: site.root,
      publicDirs: [join(site.root, 'static')],
      roots: [site.root, join(site.root, 'static')],
      base: '/',
      captions: 'alt-text.json',
      provider: 'auto',
      model: undefined,
      baseURL: undefined,
      baseURLTrusted: true,
      apiKey: undefined,
      billTo: undefined,
      stream: false,
      frozen: false,
      publish: 'clean',
      maxLength: 120,
      fullStop: false,
      emptyAlt: 'auto',
      decorative: 'propose',
      language: 'en',
      languageIsDefault: true,
      context: true,
      voice: true,
      verify: false,
      contextKey: 'image',
      onMissing: 'warn',
      include: [],
      exclude: [],
      components: [],
      remote: { allow: [], private: [] },
      ocr: false,
      localOnly: false,
      budget: { requests: Infinity, tokens: Infinity, usd: Infinity },
      prices: {},
      batch: {},
      batchTrusted: true,
      concurrency: undefined,
      retries: 3,
      provenance: false,
      social: false,
      longDescription: false,
      prompt: undefined,
      dev: { mode: 'stored', lan: false },
      ssr: false,
      rules: {},
      kind: 'build'
    } satisfies ResolvedOptions)
  })

  it.each([
    ['generate', { mode: 'generate', lan: false }],
    [false, { mode: false, lan: false }],
    [{ lan: true }, { mode: 'stored', lan: true }],
    [{ mode: 'generate' }, { mode: 'generate', lan: false }]
  ] as const)('`dev: %j` says what it leaves open', async (dev, resolved) => {
    expect((await resolveOptions({ dev }, here)).dev).toEqual(resolved)
  })

  it('a folder without a package.json above it is its own root', async () => {
    expect((await resolveOptions({}, here)).root).toBe('/')
  })
})

describe('folders', () => {
  it('are read from where the process runs, or from the root', async () => {
    const site = await makeSite()
    const { outside, root } = site
    const from = { ...here, cwd: join(root, '..') }
    const resolved = await resolveOptions(
      { root: 'site', publicDir: 'assets', roots: ['content', outside] },
      from
    )
    expect([resolved.root, resolved.publicDirs, resolved.roots]).toEqual([
      root,
      [join(root, 'assets')],
      [join(root, 'content'), outside]
    ])
  })

  it.each([
    ['/docs', '/docs/'],
    ['/docs/', '/docs/'],
    ['/', '/']
  ])('the base %j is %j', async (base, expected) => {
    expect((await resolveOptions({ base }, here)).base).toBe(expected)
  })
})
