import { inspect } from 'node:util'

import { startProtocolDouble, type Fault, type ProtocolDouble } from '@auto-alt/protocol-double'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'

import { openaiCompatible } from '../../src/providers/openai-compatible.ts'
import { resolveProvider } from '../../src/providers/resolve-provider.ts'
import { scrubSecrets, serverText } from '../../src/providers/scrub-secrets.ts'
import { noAbort, sampleRequest } from './sample-request.ts'

const key = 'zq-Xy7Kd93hfTRw20sPlmQe81'
const doubles: ProtocolDouble[] = []
const printed: string[] = []

beforeEach(() => {
  for (const method of ['log', 'info', 'warn', 'error', 'debug'] as const) {
    vi.spyOn(console, method).mockImplementation((...values) => void printed.push(inspect(values)))
  }
})
afterEach(async () => {
  vi.unstubAllEnvs()
  vi.restoreAllMocks()
  printed.length = 0
  await Promise.all(doubles.splice(0).map((double) => double.close()))
})

async function start(fault?: (authorization: string) => Fault): Promise<ProtocolDouble> {
  const double = await startProtocolDouble(
    fault ? { fault: ({ headers }) => fault(headers.authorization ?? '') } : {}
  )
  doubles.push(double)
  return double
}

describe('an answer', () => {
  test('that repeats the key is none', async () => {
    const double = await startProtocolDouble({ answer: () => `A note that says ${key}` })
    doubles.push(double)
    const provider = openaiCompatible({ name: 'x', model: 'm', baseURL: double.url, apiKey: key })
    const failure: unknown = await provider
      .describe(await sampleRequest(), noAbort())
      .catch((error: unknown) => error)
    expect(failure).toMatchObject({ code: 'malformed' })
    expect(inspect(failure)).not.toContain(key)
  })
})

describe('headers', () => {
  test('hold the key that was given, as bearer token', async () => {
    const double = await start()
    await openaiCompatible({ name: 'x', model: 'm', baseURL: double.url, apiKey: key }).describe(
      await sampleRequest(),
      noAbort()
    )
    expect(double.chats[0]?.authorization).toBe(`Bearer ${key}`)
  })

  test('hold further ones that were given', async () => {
    const double = await start()
    const headers = { 'X-Bill-To': 'me', authorization: 'Basic abc' }
    await openaiCompatible({ name: 'x', model: 'm', baseURL: double.url, headers }).describe(
      await sampleRequest(),
      noAbort()
    )
    expect(double.chats[0]?.headers).toMatchObject({ 'x-bill-to': 'me', authorization: 'Basic abc' })
  })

  test('hold nothing of the OPENAI_ variables', async () => {
    vi.stubEnv('OPENAI_API_KEY', 'sk-openai-own-key-0001')
    vi.stubEnv('OPENAI_ADMIN_KEY', 'sk-openai-admin-key-0002')
    vi.stubEnv('OPENAI_ORG_ID', 'org-leak-0003')
    vi.stubEnv('OPENAI_PROJECT_ID', 'proj-leak-0004')
    vi.stubEnv('OPENAI_BASE_URL', 'http://127.0.0.1:9/v1')
    vi.stubEnv('OPENAI_CUSTOM_HEADERS', 'Authorization: Bearer leak-0005\nX-Leak: leak-0006')
    vi.stubEnv('OPENAI_LOG', 'debug')
    const double = await start()
    for (const apiKey of [undefined, key]) {
      const provider = openaiCompatible({
        name: 'x',
        model: 'm',
        baseURL: double.url,
        ...(apiKey && { apiKey })
      })
      await provider.describe(await sampleRequest(), noAbort())
    }
    const headers = JSON.stringify(double.requests.map((request) => request.headers))
    expect(headers).not.toMatch(/leak|openai|stainless/iu)
    expect(double.chats.map(({ authorization }) => authorization)).toEqual([undefined, `Bearer ${key}`])
    expect(printed).toEqual([])
  })

  test('of another server do not hold a vendor\u2019s key from the environment', async () => {
    const double = await start()
    const env = {
      OPENAI_API_KEY: 'sk-openai-own-key-0001',
      HF_TOKEN: 'hf_own_token_0002',
      INFERENCE_API_KEY: 'inference-own-key-0003'
    }
    for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value)
    const settings = {
      baseURLTrusted: true,
      localOnly: false,
      asks: true,
      frozen: false,
      baseURL: double.url
    }
    for (const name of ['auto', 'ollama', 'vllm:m', 'openai:m', 'huggingface:m', 'inference.net:m']) {
      const { provider } = await resolveProvider({ ...settings, provider: name }, env)
      await provider?.describe(await sampleRequest(), noAbort())
    }
    expect(double.chats).toHaveLength(6)
    expect(double.requests.every(({ authorization }) => authorization === undefined)).toBe(true)
    expect(JSON.stringify(double.requests.map((request) => request.headers))).not.toContain('own')
  })
})

test('A redirect is not followed, so that nothing goes to a host that nobody named', async () => {
  const other = await start()
  const location = `${other.url}/chat/completions`
  const double = await start(() => ({ kind: 'status', status: 307, body: '', headers: { location } }))
  for (const fetch of [undefined, globalThis.fetch]) {
    const settings = { name: 'x', model: 'm', baseURL: double.url, apiKey: key, ...(fetch && { fetch }) }
    await expect(openaiCompatible(settings).describe(await sampleRequest(), noAbort())).rejects.toMatchObject(
      {
        code: 'bad-request',
        message: expect.stringContaining('redirects') as string
      }
    )
  }
  expect(other.requests).toEqual([])
})

describe('an error', () => {
  test.each<[string, (authorization: string) => Fault]>([
    [
      'echoes the header',
      (authorization) => ({ kind: 'status', status: 401, body: { error: authorization } })
    ],
    ['echoes the key in prose', () => ({ kind: 'status', status: 400, body: `Your key ${key} is bad` })],
    [
      'echoes half of the key',
      () => ({ kind: 'status', status: 500, body: `Key ${key.slice(0, 15)}... is bad` })
    ],
    [
      'echoes it in base64',
      () => ({ kind: 'status', status: 500, body: Buffer.from(key).toString('base64') })
    ],
    ['echoes it with status 200', () => ({ kind: 'raw', body: JSON.stringify({ error: { message: key } }) })],
    ['echoes it as a web page', () => ({ kind: 'status', status: 502, body: `<title>${key}</title>` })],
    ['echoes it in a refusal', () => ({ kind: 'content', content: null, refusal: `I know ${key}` })],
    ['echoes it beyond the cut', () => ({ kind: 'status', status: 500, body: `${'x '.repeat(145)}${key}` })],
    ['echoes it in a header', () => ({ kind: 'status', status: 500, headers: { 'x-request-id': key } })],
    ['breaks off', () => ({ kind: 'cut-body' })]
  ])('of a server that %s never shows the key', async (_, fault) => {
    const double = await start(fault)
    const provider = openaiCompatible({ name: 'x', model: 'm', baseURL: double.url, apiKey: key })
    const error: unknown = await provider.describe(await sampleRequest(), noAbort()).then(
      () => undefined,
      (thrown: unknown) => thrown
    )
    expect(error).toBeInstanceOf(Error)
    const shown = inspect(error, { depth: 20, showHidden: true }) + JSON.stringify(error) + printed.join('')
    for (let at = 0; at + 10 <= key.length; at++) expect(shown).not.toContain(key.slice(at, at + 10))
    expect(shown).not.toMatch(/bearer/iu)
    expect(shown).not.toContain(Buffer.from(key).toString('base64'))
  })

  test('of a transport that puts the request into its error never shows the key', async () => {
    const fetch: typeof globalThis.fetch = async (_url, init) => {
      const headers = [...new Headers(init?.headers)].join()
      throw Object.assign(new Error(`failed with ${headers}`), { request: init, code: 'EPROTO' })
    }
    const provider = openaiCompatible({
      name: 'x',
      model: 'm',
      baseURL: 'https://e.com/v1',
      apiKey: key,
      fetch
    })
    const error: unknown = await provider
      .describe(await sampleRequest(), noAbort())
      .catch((thrown: unknown) => thrown)
    expect(error).toMatchObject({ code: 'network', message: expect.stringContaining('EPROTO') as string })
    expect(inspect(error, { depth: 20, showHidden: true })).not.toContain(key)
  })

  test('never shows the picture that a server sends back', async () => {
    const request = await sampleRequest()
    const picture = Buffer.from(request.image.bytes).toString('base64')
    const body = {
      detail: [{ loc: ['body', 'messages'], msg: `bad input data:image/jpeg;base64,${picture}` }]
    }
    const double = await start(() => ({ kind: 'status', status: 422, body }))
    const provider = openaiCompatible({ name: 'x', model: 'm', baseURL: double.url })
    const error = await provider.describe(request, noAbort()).catch((thrown: unknown) => thrown)
    expect(inspect(error, { depth: 20 })).toContain('bad input [data]')
    expect(inspect(error, { depth: 20 })).not.toContain(picture.slice(0, 40))
  })

  test.each(['two words', 'line\nbreak', 'schlüssel', ''])('of the key %j does not repeat it', (apiKey) => {
    const make = (): unknown =>
      openaiCompatible({ name: 'x', model: 'm', baseURL: 'https://e.com/v1', apiKey })
    expect(make).toThrow(/apiKey: the key/u)
    if (apiKey !== '') expect(make).not.toThrow(apiKey)
  })
})

describe('a text', () => {
  test.each<[string, string]>([
    ['Authorization: Bearer abc.def-123', 'Authorization: [key]'],
    ['key sk-proj-abcdef123456 is bad', 'key [key] is bad'],
    ['token hf_abcdefghijkl', 'token [key]'],
    ['the preset hf-inference', 'the preset hf-inference'],
    [`see ${'A1b2'.repeat(20)}== there`, 'see [data] there'],
    ['url(data:image/png;base64,iVBORw0KGgo=)', 'url([data])']
  ])('%s is scrubbed without knowing the key', (text, expected) => {
    expect(scrubSecrets(text)).toBe(expected)
  })

  test('of a server is one line of at most 300 characters', () => {
    expect(serverText('a\n\tb\u0000\u202Ec', [])).toBe('a b c')
    const long = serverText('word '.repeat(500), [])
    expect(Array.from(long)).toHaveLength(300)
    expect(long.endsWith('…')).toBe(true)
  })

  test('stays as it is where there is nothing to hide', () => {
    const text = 'Error: inference.net: too many requests\n    at file:///work/a.ts:1:2'
    expect(scrubSecrets(text, [key])).toBe(text)
  })
})
