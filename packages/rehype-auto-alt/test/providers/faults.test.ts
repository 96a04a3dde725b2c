import { createServer } from 'node:net'

import { startProtocolDouble, type Fault, type ProtocolDouble } from '@auto-alt/protocol-double'
import { afterEach, describe, expect, test } from 'vitest'

import { ProviderError } from '../../src/errors/provider-error.ts'
import { openaiCompatible } from '../../src/providers/openai-compatible.ts'
import { noAbort, sampleRequest } from './sample-request.ts'

const doubles: ProtocolDouble[] = []
afterEach(async () => {
  await Promise.all(doubles.splice(0).map((double) => double.close()))
})

async function failureOf(fault: Fault, transport?: 'fetch'): Promise<ProviderError> {
  const double = await startProtocolDouble({ fault: () => fault })
  doubles.push(double)
  const fetch = transport && { fetch: globalThis.fetch }
  const provider = openaiCompatible({
    name: 'double',
    model: 'm',
    baseURL: double.url,
    timeout: 700,
    ...fetch
  })
  const error: unknown = await provider.describe(await sampleRequest(), noAbort()).then(
    (description) => new Error(`no failure: ${description.text}`),
    (thrown: unknown) => thrown
  )
  if (!ProviderError.isInstance(error)) throw error
  expect(double.chats).toHaveLength(1)
  expect(error.requests).toBe(1)
  expect(error.message).toMatch(/^double: /u)
  return error
}

const statusFault = (status: number, body?: unknown, headers?: Record<string, string>): Fault => ({
  kind: 'status',
  status,
  ...(body !== undefined && { body }),
  ...(headers && { headers })
})

describe('a status', () => {
  test.each<[string, Fault, string]>([
    ['401', statusFault(401), 'refused-key'],
    ['403', statusFault(403), 'refused-key'],
    ['402', statusFault(402), 'quota'],
    [
      '429 without quota',
      statusFault(429, { error: { message: 'no', code: 'insufficient_quota' } }),
      'quota'
    ],
    [
      '429 with the type of it',
      statusFault(429, { error: { message: 'no', type: 'insufficient_quota' } }),
      'quota'
    ],
    ['429', statusFault(429), 'rate-limit'],
    ['408', statusFault(408), 'timeout'],
    ['409', statusFault(409), 'timeout'],
    ['500', statusFault(500), 'server'],
    ['500 with a web page', statusFault(500, '<html><title>Oh</title></html>'), 'server'],
    ['502 without a body', statusFault(502, ''), 'server'],
    ['503', statusFault(503), 'overloaded'],
    ['529', statusFault(529), 'overloaded'],
    ['413', statusFault(413), 'bad-request'],
    ['404', statusFault(404, { error: { message: 'model m not found' } }), 'bad-request'],
    ['307', statusFault(307, '', { location: 'http://127.0.0.1:9/v1/chat/completions' }), 'bad-request'],
    ['400 from a filter', statusFault(400, { error: { message: 'x', code: 'content_filter' } }), 'refusal']
  ])('%s', async (_, fault, code) => {
    expect((await failureOf(fault)).code).toBe(code)
  })

  test.each<[string, unknown]>([
    ['an object', { error: { message: 'The cause of it' } }],
    ['a string', { error: 'The cause of it' }],
    ['at the top', { object: 'error', message: 'The cause of it', code: 500 }],
    ['a list', [{ error: { message: 'The cause of it' } }]],
    ['FastAPI', { detail: [{ loc: ['body'], msg: 'The cause of it' }] }],
    ['FastAPI in words', { detail: 'The cause of it' }],
    ['plain text', 'The cause of it']
  ])('repeats what the server says: %s', async (_, body) => {
    expect((await failureOf(statusFault(500, body))).message).toContain('The cause of it')
  })

  test('429 with a header says how long to wait', async () => {
    expect((await failureOf(statusFault(429, undefined, { 'retry-after': '7' }))).retryAfter).toBe(7000)
  })

  test('503 with estimated_time says how long to wait', async () => {
    const body = { error: 'Model x is currently loading', estimated_time: 20.5 }
    const error = await failureOf(statusFault(503, body))
    expect([error.code, error.retryAfter]).toEqual(['overloaded', 20_500])
    expect(error.message).toContain('currently loading')
  })

  test('whose server asks to be asked again at once is asked once all the same', async () => {
    const error = await failureOf(
      statusFault(500, undefined, { 'x-should-retry': 'true', 'retry-after': '0' })
    )
    expect(error.code).toBe('server')
  })
})

describe.each([
  ['on this machine', undefined],
  ['through fetch', 'fetch']
] as const)('an answer %s', (_, transport) => {
  test.each<[string, Fault, string]>([
    ['whose body is cut', { kind: 'cut-body' }, 'network'],
    ['that never comes', { kind: 'reset' }, 'network'],
    ['that is a web page', { kind: 'html' }, 'malformed'],
    ['that is half of the JSON', { kind: 'half-json' }, 'malformed'],
    ['that is an error with status 200', { kind: 'error-200' }, 'malformed'],
    ['without a body', { kind: 'raw', body: '' }, 'malformed'],
    ['that is null', { kind: 'raw', body: 'null' }, 'malformed'],
    ['without choices', { kind: 'raw', body: '{"choices":[]}' }, 'malformed'],
    ['without a message', { kind: 'raw', body: '{"choices":[{"message":null}]}' }, 'malformed'],
    ['with an empty object', { kind: 'content', content: '{}' }, 'malformed'],
    ['with half an object', { kind: 'content', content: '{"alt_text": "A cat on a so' }, 'malformed'],
    ['with empty content', { kind: 'empty' }, 'empty'],
    ['with content null', { kind: 'null' }, 'empty'],
    ['cut at the token limit', { kind: 'length' }, 'truncated'],
    ['that refuses', { kind: 'refusal' }, 'refusal'],
    ['that was filtered', { kind: 'content-filter' }, 'refusal'],
    ['that takes too long', { kind: 'slow', milliseconds: 60_000 }, 'timeout']
  ])('%s', async (_title, fault, code) => {
    expect((await failureOf(fault, transport)).code).toBe(code)
  })
})

test.each<[Fault, string]>([
  [{ kind: 'fenced' }, 'A red square on a white background.'],
  [{ kind: 'prose' }, 'A red square on a white background.'],
  [{ kind: 'plain' }, 'A red square on a white background.'],
  [{ kind: 'think' }, 'A red square on a white background.'],
  [{ kind: 'refusal-text' }, "I'm sorry, but I can't help with describing this image."],
  [{ kind: 'slow', milliseconds: 50 }, 'A red square on a white background.']
])('An answer that is $kind is read', async (fault, text) => {
  const double = await startProtocolDouble({ fault: () => fault })
  doubles.push(double)
  const provider = openaiCompatible({ name: 'double', model: 'm', baseURL: double.url })
  expect((await provider.describe(await sampleRequest(), noAbort())).text).toBe(text)
})

test('A server that does not run is named, with the question whether it runs', async () => {
  const port = await freePort()
  for (const fetch of [undefined, globalThis.fetch]) {
    const baseURL = `http://127.0.0.1:${port}/v1`
    const provider = openaiCompatible({ name: 'ollama', model: 'm', baseURL, ...(fetch && { fetch }) })
    await expect(provider.describe(await sampleRequest(), noAbort())).rejects.toMatchObject({
      code: 'network',
      message: expect.stringMatching(`${baseURL}; is it running\\?`) as string
    })
  }
})

test('A host that nobody knows is named', async () => {
  const provider = openaiCompatible({ name: 'x', model: 'm', baseURL: 'https://nobody.invalid/v1' })
  await expect(provider.describe(await sampleRequest(), noAbort())).rejects.toMatchObject({
    code: 'network',
    message: expect.stringContaining('nobody.invalid') as string
  })
})

test('An answer without end is not read to the end', async () => {
  const double = await startProtocolDouble({
    fault: () => ({ kind: 'raw', body: `"${'x'.repeat(5_000_000)}"` })
  })
  doubles.push(double)
  for (const fetch of [undefined, globalThis.fetch]) {
    const provider = openaiCompatible({ name: 'x', model: 'm', baseURL: double.url, ...(fetch && { fetch }) })
    const failure = provider.describe(await sampleRequest(), noAbort())
    await expect(failure).rejects.toThrow(/too large/u)
  }
})

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise<void>((resolve) => server.close(() => resolve()))
  return typeof address === 'object' && address ? address.port : 0
}
