import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { type ProtocolDoubleOptions, startProtocolDouble } from '@auto-alt/protocol-double'
import { expect, onTestFinished, test } from 'vitest'

import type { Run } from '../cli/run-main.ts'
import { type Site, makeSite } from '../support/site.ts'
import { start } from './built-command.ts'

/** Like no vendor's key: nothing but the knowledge of it can keep it out. */
const key = 'correct-horse-Battery+staple/9831'
/** Forms in which it might show, and halves of it. */
const forms = [
  key,
  encodeURIComponent(key),
  Buffer.from(key).toString('base64'),
  Buffer.from(`:${key}`).toString('base64'),
  Buffer.from(`user:${key}`).toString('base64'),
  key.slice(0, 8),
  key.slice(-8)
]

async function makeSmallSite(files: Readonly<Record<string, string>> = {}): Promise<Site> {
  const site = await makeSite({ 'page.md': '![](a.png)\n\n![](b.png)\n', ...files })
  await site.picture('a.png', 'red')
  await site.picture('b.png', 'blue')
  return site
}

async function startServer(options: ProtocolDoubleOptions = {}): Promise<Record<string, string>> {
  const server = await startProtocolDouble(options)
  onTestFinished(() => server.close())
  return { AUTO_ALT_BASE_URL: server.url, AUTO_ALT_MODEL: 'double' }
}

/** Every text that a run left behind: what it said, and every file of the project. */
async function traces(site: Site, run: Run, but: readonly string[]): Promise<Record<string, string>> {
  const names = await readdir(site.root, { recursive: true, withFileTypes: true })
  const files = names.filter((entry) => entry.isFile() && !but.includes(entry.name))
  const texts = await Promise.all(
    files.map(
      async ({ name, parentPath }) =>
        [join(parentPath, name), await readFile(join(parentPath, name), 'latin1')] as const
    )
  )
  return { stdout: run.stdout, stderr: run.stderr, ...Object.fromEntries(texts) }
}

function findings(texts: Readonly<Record<string, string>>): string[] {
  return Object.entries(texts).flatMap(([where, text]) =>
    forms
      .filter((form) => text.includes(form))
      .map((form) => `${where} holds ${form}: ${text.slice(0, 2000)}`)
  )
}

test('the search finds a key where there is one', () => {
  expect(findings({ stderr: `x ${Buffer.from(key).toString('base64')} y` })).toHaveLength(1)
  expect(findings({ stderr: `key ${key} refused` }).length).toBeGreaterThan(1)
})

interface Case {
  /** What the run is told. `<KEY>` in files stands for the key. */
  readonly args?: readonly string[]
  readonly env?: Readonly<Record<string, string>>
  readonly files?: Readonly<Record<string, string>>
  readonly server?: ProtocolDoubleOptions
  readonly status: number
  /** What the user is told, so that a run that ended elsewhere does not count. */
  readonly says: RegExp
}

const echo = {
  error: {
    message: `Incorrect API key provided: ${key} (Basic ${Buffer.from(`:${key}`).toString('base64')})`
  }
}
const userinfo = `//user:${encodeURIComponent(key)}@`

const cases: Readonly<Record<string, Case>> = {
  'a run that works': { server: { key }, status: 0, says: /2 {2}newly described/u },
  'a key that is given on the command line': {
    args: ['--api-key', key],
    env: { AUTO_ALT_API_KEY: '' },
    server: { key },
    status: 0,
    says: /2 {2}newly described/u
  },
  'a 401 that echoes the key': {
    server: { fault: () => ({ kind: 'status', status: 401, body: echo }) },
    status: 2,
    says: /refuses the key/u
  },
  'a 401 that echoes both ends of the key': {
    server: {
      fault: () => ({
        kind: 'status',
        status: 401,
        body: { error: { message: `Bad key ${key.slice(0, 14)}***${key.slice(-14)}` } }
      })
    },
    status: 2,
    says: /refuses the key/u
  },
  'a 400 with a page that holds the request': {
    server: {
      fault: () => ({ kind: 'status', status: 400, body: `<pre>Authorization: Bearer ${key}</pre>` })
    },
    status: 0,
    says: /2 {2}left without/u
  },
  'an answer that holds the key': {
    server: { fault: () => ({ kind: 'raw', body: JSON.stringify({ error: { message: `for ${key}` } }) }) },
    status: 0,
    says: /2 {2}left without/u
  },
  'a connection that is refused': {
    env: { AUTO_ALT_BASE_URL: 'http://127.0.0.1:1/v1' },
    status: 2,
    says: /nothing answers at http:\/\/127\.0\.0\.1:1\/v1/u
  },
  'an address with the key in it, from the environment': {
    env: { AUTO_ALT_BASE_URL: `http:${userinfo}127.0.0.1:1/v1` },
    status: 2,
    says: /AUTO_ALT_BASE_URL: holds a user name or password/u
  },
  'an address with the key in it, from the command line': {
    args: ['--base-url', `http:${userinfo}127.0.0.1:1/v1`],
    env: { AUTO_ALT_API_KEY: '' },
    status: 2,
    says: /baseURL: holds a user name or password/u
  },
  'an address of a wrong kind with the key in it': {
    args: ['--base-url', `ftp:${userinfo}127.0.0.1:1/v1`],
    env: { AUTO_ALT_API_KEY: '' },
    status: 2,
    says: /`baseURL`/u
  },
  'a misspelt flag with the key': {
    args: [`--apikey=${key}`],
    env: { AUTO_ALT_API_KEY: '' },
    status: 2,
    says: /unknown option '--apikey=/u
  },
  'a key in a JSON config file': {
    files: { 'auto-alt.config.json': '{ "apiKey": "<KEY>" }' },
    env: { AUTO_ALT_API_KEY: '' },
    status: 2,
    says: /Unexpected `apiKey` in auto-alt\.config\.json/u
  },
  'a JSON config file that does not parse at the key': {
    files: { 'auto-alt.config.json': '{ "apiKey": "<KEY>" oops' },
    env: { AUTO_ALT_API_KEY: '' },
    status: 2,
    says: /Cannot read auto-alt\.config\.json/u
  },
  'a JSON config file that is nothing but the key': {
    files: { 'auto-alt.config.json': '<KEY>' },
    env: { AUTO_ALT_API_KEY: '' },
    status: 2,
    says: /Cannot read auto-alt\.config\.json/u
  },
  'a config file in code that does not parse at the key': {
    files: { 'auto-alt.config.js': "export default { apiKey: '<KEY>' oops }" },
    env: { AUTO_ALT_API_KEY: '' },
    status: 2,
    says: /Cannot load auto-alt\.config\.js/u
  },
  'a config file that has the key under another name': {
    files: { 'auto-alt.config.js': "export default { baseURL: '<KEY>', model: 5 }" },
    env: { AUTO_ALT_API_KEY: '' },
    status: 2,
    says: /`(?:baseURL|model)`/u
  },
  'a config file that throws the key': {
    files: { 'auto-alt.config.js': 'throw new Error(`no ${process.env.AUTO_ALT_API_KEY}`)' },
    status: 2,
    says: /Cannot load auto-alt\.config\.js: no /u
  },
  'a key in .env': {
    files: { '.env': 'AUTO_ALT_API_KEY=<KEY>\n' },
    env: { AUTO_ALT_API_KEY: '' },
    server: { key: 'another', fault: () => ({ kind: 'status', status: 401, body: echo }) },
    status: 2,
    says: /refuses the key|asks for a key/u
  },
  'a crash': {
    files: {
      'auto-alt.config.js':
        'export default { prompt() { throw new Error(`no ${process.env.AUTO_ALT_API_KEY}`) } }'
    },
    server: {},
    status: 2,
    says: /no \[key\]/u
  }
}

async function runCase(
  { args = [], env, files = {}, server }: Case,
  debug: readonly string[]
): Promise<{ run: Run; found: string[] }> {
  const texts = Object.fromEntries(
    Object.entries(files).map(([name, text]) => [name, text.replaceAll('<KEY>', key)])
  )
  const site = await makeSmallSite(texts)
  const all = { AUTO_ALT_API_KEY: key, ...(await startServer(server)), ...env }
  // An empty variable would hide what `.env` says.
  const given = Object.fromEntries(Object.entries(all).filter(([, value]) => value !== ''))
  const run = await start('auto-alt', ['generate', '--retries', '0', ...args, ...debug], {
    cwd: site.root,
    env: given
  }).ended
  return { run, found: findings(await traces(site, run, Object.keys(files))) }
}

test.each(Object.entries(cases))(
  'no key shows, with --debug and without, in %s',
  { timeout: 60_000 },
  async (_name, each) => {
    for (const { found, run } of await Promise.all([runCase(each, []), runCase(each, ['--debug'])])) {
      expect(found).toEqual([])
      expect(run.stdout + run.stderr).toMatch(each.says)
      expect(run.status).toBe(each.status)
    }
  }
)
