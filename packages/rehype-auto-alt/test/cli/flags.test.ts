import { Command } from 'commander'
import { describe, expect, test } from 'vitest'

import { addAuditFlags, addOptionFlags } from '../../src/cli/option-flags.ts'
import { optionsFromFlags } from '../../src/cli/options-from-flags.ts'
import type { Options } from '../../src/options/options.ts'
import { checkOptions } from '../../src/options/schema.ts'
import { makeSite } from '../support/site.ts'
import { runMain, startServer } from './run-main.ts'

/** Options of dev servers and site builds, which no command has a use for. */
const ofAdapters = ['dev', 'ssr'] as const

type OfCommands = Exclude<keyof Options, (typeof ofAdapters)[number]>

/** For each option: flags, and what they mean. */
const flags: { readonly [Name in OfCommands]: readonly (readonly [string, Options[Name]])[] } = {
  root: [['--root site', 'site']],
  publicDir: [['--public-dir a --public-dir b', ['a', 'b']]],
  roots: [['--roots a --roots b', ['a', 'b']]],
  base: [['--base /docs/', '/docs/']],
  captions: [['--captions texts.json', 'texts.json']],
  provider: [
    ['--provider ollama:gemma3', 'ollama:gemma3'],
    ['--provider ollama --provider openai', ['ollama', 'openai']],
    ['--provider none', false],
    ['--provider false', false]
  ],
  model: [['--model gemma3', 'gemma3']],
  baseURL: [['--base-url http://127.0.0.1:1/v1', 'http://127.0.0.1:1/v1']],
  apiKey: [['--api-key a-key', 'a-key']],
  billTo: [['--bill-to an-organisation', 'an-organisation']],
  stream: [
    ['--stream', true],
    ['--no-stream', false]
  ],
  frozen: [
    ['--frozen', true],
    ['--no-frozen', false]
  ],
  publish: [['--publish all', 'all']],
  maxLength: [['--max-length 90', 90]],
  fullStop: [
    ['--full-stop', true],
    ['--no-full-stop', false]
  ],
  emptyAlt: [['--empty-alt missing', 'missing']],
  decorative: [['--decorative accept', 'accept']],
  language: [['--language de', 'de']],
  context: [
    ['--context', true],
    ['--no-context', false]
  ],
  voice: [
    ['--voice', true],
    ['--no-voice', false]
  ],
  verify: [
    ['--verify', true],
    ['--no-verify', false],
    ['--verify-with openai:gpt-5-mini', 'openai:gpt-5-mini']
  ],
  contextKey: [['--context-key page', 'page']],
  onMissing: [['--on-missing error', 'error']],
  include: [['--include a/** --include b/**', ['a/**', 'b/**']]],
  exclude: [['--exclude a/** --exclude b/**', ['a/**', 'b/**']]],
  components: [['--components Image --components Figure', ['Image', 'Figure']]],
  remote: [
    ['--remote-allow a.example --remote-allow b.example', { allow: ['a.example', 'b.example'] }],
    [
      '--remote-allow a.example --remote-private a.example:80',
      { allow: ['a.example'], private: ['a.example:80'] }
    ]
  ],
  ocr: [
    ['--ocr', true],
    ['--no-ocr', false],
    ['--ocr-language de --ocr-language en', { languages: ['de', 'en'] }],
    ['--ocr --ocr-confidence 0.8', { confidence: 0.8 }]
  ],
  localOnly: [
    ['--local-only', true],
    ['--no-local-only', false]
  ],
  budget: [
    ['--budget-requests 5', { requests: 5 }],
    ['--budget-requests 5 --budget-tokens 900', { requests: 5, tokens: 900 }],
    ['--budget-usd 0.5', { usd: 0.5 }]
  ],
  prices: [
    ['--price ollama:gemma3=0/0', { 'ollama:gemma3': { input: 0, output: 0 } }],
    [
      '--price a:b/c=d=0.15/0.3 --price e=1/2',
      { 'a:b/c=d': { input: 0.15, output: 0.3 }, e: { input: 1, output: 2 } }
    ]
  ],
  batch: [
    ['--batch-api groups', { api: 'groups' }],
    ['--batch-base-url http://127.0.0.1:1/v1', { baseURL: 'http://127.0.0.1:1/v1' }]
  ],
  concurrency: [['--concurrency 4', 4]],
  retries: [['--retries 0', 0]],
  social: [
    ['--social', true],
    ['--no-social', false]
  ],
  longDescription: [
    ['--long-description=details', 'details'],
    ['--long-description=none', false]
  ],
  provenance: [
    ['--provenance', true],
    ['--no-provenance', false]
  ],
  prompt: [['--prompt Briefly', 'Briefly']],
  rules: [
    ['--rule too-long=off', { 'too-long': 'off' }],
    ['--rule too-long=off --rule filename-as-alt=error', { 'too-long': 'off', 'filename-as-alt': 'error' }]
  ],
  config: [['--no-config', false]]
}

describe('options as flags', () => {
  const parse = (words: string): Options =>
    optionsFromFlags(
      // Rules are for the audit, which asks nobody.
      (words.includes('--rule') ? addAuditFlags : addOptionFlags)(new Command())
        .parse(words.split(' ').filter(Boolean), { from: 'user' })
        .opts()
    )

  test('no flag, no option: the config file and the defaults decide', () => {
    expect(parse('')).toEqual({})
  })

  const cases = Object.entries(flags).flatMap(([name, pairs]) =>
    pairs.map(([words, value]) => [name, words, value] as const)
  )

  test.each(cases)('%s: %s', (name, words, value) => {
    expect(parse(words)).toEqual({ [name]: value })
    expect(() => checkOptions(parse(words), 'the flags')).not.toThrow()
  })

  test('every option that is known has a flag', () => {
    let message = ''
    try {
      checkOptions({ nonsense: 1 }, 'the flags')
    } catch (error) {
      message = (error as Error).message
    }
    const known = /Known options: (.*)\.$/u.exec(message)?.[1]?.split(', ') ?? []
    expect(known.length).toBeGreaterThan(25)
    expect([...Object.keys(flags), ...ofAdapters].sort()).toEqual(known.sort())
  })

  test('a flag wins over the config file', async () => {
    const { env, server } = await startServer()
    const site = await makeSite({
      'page.md': '![](a.png)',
      'auto-alt.config.json': '{ "frozen": true, "captions": "texts.json" }'
    })
    await site.picture('a.png', 'red')
    expect((await runMain(['generate'], site.root, env)).stdout).toContain('frozen')
    expect(server.chats).toHaveLength(0)
    await runMain(['generate', '--no-frozen'], site.root, env)
    expect(server.chats).toHaveLength(1)
    expect(await site.read('texts.json')).toContain('a.png')
    const other = await runMain(['generate', '--no-config', '--dry-run'], site.root, env)
    expect(other.stdout).toContain('1  would be asked for')
  })
})

describe('mistakes on the command line', () => {
  test.each([
    ['an unknown flag', ['generate', '--dryrun'], "unknown option '--dryrun'\n(Did you mean --dry-run?)"],
    ['an unknown command', ['generat'], "unknown command 'generat'\n(Did you mean generate?)"],
    [
      'a value that is none of the choices',
      ['generate', '--publish', 'some'],
      'Allowed choices are clean, approved, all'
    ],
    ['a number that is none', ['generate', '--max-length', 'many'], 'It takes a number.'],
    ['a price without a part', ['generate', '--price', 'openai:gpt-9=1'], '<input>/<output>'],
    [
      'a price that is no number',
      ['generate', '--price', 'openai:gpt-9=1.2.3/1'],
      '`prices.openai:gpt-9.input`'
    ],
    ['a number out of range', ['generate', '--max-length', '5'], '`maxLength`'],
    ['a language that is none', ['generate', '--language', '!'], 'BCP 47'],
    ['a preset that is none', ['generate', '--provider', 'ollma'], 'ollma'],
    ['fill without a folder', ['fill'], "missing required argument 'paths'"],
    ['no command at all', [], 'Usage: auto-alt']
  ])('%s ends with status 2 and says what is wrong', async (_what, args, message) => {
    const site = await makeSite({ 'page.md': '' })
    const { status, stderr, stdout } = await runMain(args, site.root)
    expect(status).toBe(2)
    expect(stderr).toContain(message)
    expect(stderr).not.toContain('this is a bug')
    expect(stdout).toBe('')
  })

  test('a config file that does not load is named', async () => {
    const site = await makeSite({ 'page.md': '', 'auto-alt.config.json': '{ "langauge": "de" }' })
    const { status, stderr } = await runMain(['generate'], site.root)
    expect(status).toBe(2)
    expect(stderr).toMatch(/^auto-alt: Unknown option `langauge` in auto-alt\.config\.json/u)
  })
})

describe('help', () => {
  test.each(['audit', 'generate', 'fill', 'caption'])(
    '%s --help has examples, and every flag has a description',
    async (name) => {
      const { status, stderr, stdout } = await runMain([name, '--help'], process.cwd())
      expect(status).toBe(0)
      expect(stderr).toBe('')
      expect(stdout).toMatch(new RegExp(`Examples:\\n  \\$ auto-alt ${name}`, 'u'))
      const listed = stdout.split('\n').filter((line) => /^ {2}-/u.test(line))
      expect(listed.length).toBeGreaterThan(name === 'audit' ? 25 : 30)
      for (const line of listed) expect(line).toMatch(/^ {2}(?:-\w, )?--[\w-]+(?: [<[][^\]>]+[\]>])? {2,}\S/u)
      for (const line of stdout.split('\n')) expect(line.length).toBeLessThanOrEqual(100)
    }
  )

  test('the program lists its commands, shows examples and knows its version', async () => {
    const { status, stdout } = await runMain(['--help'], process.cwd())
    expect(status).toBe(0)
    expect(stdout).toMatch(
      /audit .*\n[^]*generate .*\n[^]*fill .*\n[^]*caption .*\n[^]*Examples:\n {2}\$ auto-alt audit/u
    )
    expect((await runMain(['help', 'fill'], process.cwd())).stdout).toContain('auto-alt fill --frozen')
    expect((await runMain(['--version'], process.cwd())).stdout).toMatch(/^\d+\.\d+\.\d+\n$/u)
  })
})
