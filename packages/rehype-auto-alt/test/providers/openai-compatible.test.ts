import { createHash } from 'node:crypto'

import {
  startProtocolDouble,
  type ProtocolDouble,
  type ProtocolDoubleOptions
} from '@auto-alt/protocol-double'
import { afterEach, describe, expect, test } from 'vitest'

import { OptionError } from '../../src/errors/option-error.ts'
import { openaiCompatible } from '../../src/providers/openai-compatible.ts'
import { noAbort, sampleRequest } from './sample-request.ts'

const doubles: ProtocolDouble[] = []
async function start(options: ProtocolDoubleOptions = {}): Promise<ProtocolDouble> {
  const double = await startProtocolDouble(options)
  doubles.push(double)
  return double
}
afterEach(async () => {
  await Promise.all(doubles.splice(0).map((double) => double.close()))
})

describe('a description', () => {
  test('holds what the model said, and what it used', async () => {
    const double = await start({
      answer: () => ({ alt_text: 'Sales by month', kind: 'chart', visible_text: 'Jan Feb', confidence: 0.8 })
    })
    const provider = openaiCompatible({ name: 'double', model: 'seer', baseURL: double.url })
    const description = await provider.describe(await sampleRequest(), noAbort())
    expect(description).toEqual({
      text: 'Sales by month',
      kind: 'chart',
      visibleText: 'Jan Feb',
      confidence: 0.8,
      usage: { requests: 1, inputTokens: 700, outputTokens: expect.any(Number) as number }
    })
    expect(provider.id).toBe('double:seer')
  })

  test('is asked for with one picture, JSON by schema without a length, temperature 0 and room to think', async () => {
    const double = await start()
    const request = await sampleRequest()
    await openaiCompatible({ name: 'double', model: 'seer', baseURL: double.url }).describe(
      request,
      noAbort()
    )
    const [chat] = double.chats
    expect(chat?.image).toBe(createHash('sha256').update(request.image.bytes).digest('hex'))
    expect(chat?.body).toMatchObject({
      model: 'seer',
      temperature: 0,
      max_tokens: 1000,
      response_format: { type: 'json_schema', json_schema: { strict: true } }
    })
    expect(Object.keys(chat?.body ?? {}).toSorted()).toEqual([
      'max_tokens',
      'messages',
      'model',
      'response_format',
      'temperature'
    ])
    const format = chat?.body?.['response_format'] as { json_schema: { schema: Record<string, unknown> } }
    const { schema } = format.json_schema
    expect(schema['additionalProperties']).toBe(false)
    expect(schema['required']).toEqual(Object.keys(schema['properties'] as object))
    expect(JSON.stringify(schema)).not.toContain('maxLength')
    const messages = chat?.body?.['messages'] as { role: string; content: unknown }[]
    expect(messages.map(({ role }) => role)).toEqual(['system', 'user'])
    expect(messages[0]?.content).toContain('JSON')
  })

  test('has no token counts where the server gives none', async () => {
    const content = '{"alt_text":"A cat"}'
    const body = JSON.stringify({
      choices: [{ message: { content }, finish_reason: 'whatever' }],
      usage: null
    })
    const double = await start({ fault: () => ({ kind: 'raw', body }) })
    const provider = openaiCompatible({ name: 'double', model: 'm', baseURL: double.url })
    const description = await provider.describe(await sampleRequest(), noAbort())
    expect(description).toEqual({ text: 'A cat', usage: { requests: 1 } })
  })

  test('is read from content in parts', async () => {
    const content = [
      { type: 'text', text: '{"alt_text":' },
      { type: 'text', text: '"A cat"}' }
    ]
    const double = await start({ fault: () => ({ kind: 'content', content }) })
    const provider = openaiCompatible({ name: 'double', model: 'm', baseURL: double.url })
    expect((await provider.describe(await sampleRequest(), noAbort())).text).toBe('A cat')
  })
})

describe('a server without a model named', () => {
  test('is asked for the first of its models that can see', async () => {
    const double = await start({ models: ['nomic-embed-text', 'llama3.1:8b', 'qwen2.5vl:7b', 'llava'] })
    const provider = openaiCompatible({ name: 'ollama', baseURL: double.url })
    expect(provider.id).toBe('ollama')
    const first = await provider.describe(await sampleRequest(), noAbort())
    const second = await provider.describe(await sampleRequest(), noAbort())
    expect(provider.id).toBe('ollama:qwen2.5vl:7b')
    expect(double.chats.map(({ body }) => body?.['model'])).toEqual(['qwen2.5vl:7b', 'qwen2.5vl:7b'])
    expect([first.usage.requests, second.usage.requests]).toEqual([2, 1])
    expect(double.requests).toHaveLength(3)
  })

  test('that has none says so and what to do', async () => {
    const double = await start({ models: ['nomic-embed-text'] })
    const provider = openaiCompatible({ name: 'ollama', baseURL: double.url })
    await expect(provider.describe(await sampleRequest(), noAbort())).rejects.toMatchObject({
      code: 'bad-request',
      message: expect.stringContaining('set `model`') as string
    })
  })
})

describe('an address', () => {
  test.each([
    ['ftp://example.com', /not an address/u],
    ['example.com/v1', /not an address/u],
    ['https://me:secret-word@example.com/v1', /user name or password/u],
    ['https://example.com/v1?key=secret-word', /query/u]
  ])('%s is refused without repeating a secret', (baseURL, words) => {
    let error: unknown
    try {
      openaiCompatible({ name: 'x', model: 'm', baseURL })
    } catch (thrown) {
      error = thrown
    }
    expect(OptionError.isInstance(error)).toBe(true)
    expect(String(error)).toMatch(words)
    expect(String(error)).not.toContain('secret-word')
  })

  test('on this machine takes one request at a time, elsewhere the host is named', () => {
    const here = openaiCompatible({ name: 'x', model: 'm', baseURL: 'http://127.0.0.1:1/v1/' })
    const there = openaiCompatible({ name: 'x', model: 'm', baseURL: 'https://api.example.com/v1' })
    expect([here.concurrency, here.host]).toEqual([1, undefined])
    expect([there.concurrency, there.host]).toEqual([undefined, 'api.example.com'])
  })

  test.each([0, -1, 1.5, Number.NaN, Infinity])('with a time limit of %s is refused', (timeout) => {
    expect(() => openaiCompatible({ name: 'x', baseURL: 'http://127.0.0.1:1/v1', timeout })).toThrow(
      /milliseconds/u
    )
  })
})

describe('aborting', () => {
  test('ends a request under way with the reason given', async () => {
    const double = await start({ fault: () => ({ kind: 'slow', milliseconds: 60_000 }) })
    const provider = openaiCompatible({ name: 'x', model: 'm', baseURL: double.url })
    const controller = new AbortController()
    const answer = provider.describe(await sampleRequest(), controller.signal)
    await expect.poll(() => double.chats.length).toBe(1)
    controller.abort(new Error('enough'))
    await expect(answer).rejects.toThrow('enough')
  })

  test('ends a call that waits for the first one, and leaves the first alone', async () => {
    const double = await start({ fault: () => ({ kind: 'slow', milliseconds: 60_000 }) })
    const provider = openaiCompatible({ name: 'x', model: 'm', baseURL: double.url })
    const [one, two] = [new AbortController(), new AbortController()]
    const order: string[] = []
    const note = (name: string) => (error: Error) => void order.push(`${name}: ${error.message}`)
    const request = await sampleRequest()
    const first = provider.describe(request, one.signal).catch(note('first'))
    await expect.poll(() => double.chats.length).toBe(1)
    const second = provider.describe(request, two.signal).catch(note('second'))
    two.abort(new Error('enough'))
    await second
    one.abort(new Error('also enough'))
    await first
    expect(order).toEqual(['second: enough', 'first: also enough'])
    expect(double.chats).toHaveLength(1)
  })
})
