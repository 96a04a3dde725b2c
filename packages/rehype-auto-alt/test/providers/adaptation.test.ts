import {
  startProtocolDouble,
  type ProtocolDouble,
  type ProtocolDoubleOptions
} from '@auto-alt/protocol-double'
import { afterEach, describe, expect, test } from 'vitest'

import { openaiCompatible } from '../../src/providers/openai-compatible.ts'
import type { Provider } from '../../src/providers/provider.ts'
import { noAbort, sampleRequest } from './sample-request.ts'

const doubles: ProtocolDouble[] = []
async function start(
  options: ProtocolDoubleOptions
): Promise<{ double: ProtocolDouble; provider: Provider }> {
  const double = await startProtocolDouble(options)
  doubles.push(double)
  return { double, provider: openaiCompatible({ name: 'double', model: 'm', baseURL: double.url }) }
}
afterEach(async () => {
  await Promise.all(doubles.splice(0).map((double) => double.close()))
})

function formats(double: ProtocolDouble): (string | undefined)[] {
  return double.chats.map(({ body }) => (body?.['response_format'] as { type: string } | undefined)?.type)
}

describe.each(['param', 'text', 'string', 'detail'] as const)(
  'a server that says so in %s',
  (refusalShape) => {
    test('gets json_object where it does not take json_schema', async () => {
      const { double, provider } = await start({ refusedFormats: ['json_schema'], refusalShape })
      const description = await provider.describe(await sampleRequest(), noAbort())
      expect(description.usage.requests).toBe(2)
      expect(formats(double)).toEqual(['json_schema', 'json_object'])
    })

    test('gets no format where it takes none, and is not asked wrongly twice', async () => {
      const { double, provider } = await start({
        refusedFormats: ['json_schema', 'json_object'],
        refusalShape
      })
      await provider.describe(await sampleRequest(), noAbort())
      const second = await provider.describe(await sampleRequest(), noAbort())
      expect(formats(double)).toEqual(['json_schema', 'json_object', undefined, undefined])
      expect(second.usage.requests).toBe(1)
    })

    test('gets max_completion_tokens and no temperature where it wants that', async () => {
      const { double, provider } = await start({
        refusedParameters: ['max_tokens', 'temperature'],
        refusalShape
      })
      const description = await provider.describe(await sampleRequest(), noAbort())
      expect(description.usage.requests).toBe(3)
      const last = double.chats.at(-1)?.body
      expect(last).toMatchObject({ max_completion_tokens: 1000, response_format: { type: 'json_schema' } })
      expect(last).not.toHaveProperty('max_tokens')
      expect(last).not.toHaveProperty('temperature')
    })
  }
)

test('Eight first requests at a time meet each refusal once', async () => {
  const { double, provider } = await start({
    refusedFormats: ['json_schema', 'json_object'],
    refusedParameters: ['temperature', 'max_tokens']
  })
  const request = await sampleRequest()
  const all = await Promise.all(Array.from({ length: 8 }, () => provider.describe(request, noAbort())))
  expect(double.chats).toHaveLength(8 + 4)
  expect(all.reduce((sum, { usage }) => sum + usage.requests, 0)).toBe(8 + 4)
})

test('When the first request fails for another reason, the others go on', async () => {
  const { double, provider } = await start({
    fault: ({ number }) => (number === 1 ? { kind: 'status', status: 500 } : undefined)
  })
  const request = await sampleRequest()
  const all = await Promise.allSettled(Array.from({ length: 4 }, () => provider.describe(request, noAbort())))
  expect(all.map(({ status }) => status)).toEqual(['rejected', 'fulfilled', 'fulfilled', 'fulfilled'])
  expect(double.chats).toHaveLength(4)
})

test('After four steps a request ends, and the next goes on from there', async () => {
  const { double, provider } = await start({
    refusedFormats: ['json_schema', 'json_object'],
    refusedParameters: ['temperature', 'max_tokens', 'max_completion_tokens']
  })
  await expect(provider.describe(await sampleRequest(), noAbort())).rejects.toMatchObject({
    code: 'bad-request',
    requests: 5
  })
  const second = await provider.describe(await sampleRequest(), noAbort())
  expect(second.usage.requests).toBe(1)
  expect(Object.keys(double.chats.at(-1)?.body ?? {}).toSorted()).toEqual(['messages', 'model'])
})

test('A server that refuses for a reason of its own is asked once', async () => {
  const { double, provider } = await start({
    fault: () => ({ kind: 'status', status: 400, body: { error: 'Failed to load image' } })
  })
  await expect(provider.describe(await sampleRequest(), noAbort())).rejects.toMatchObject({
    code: 'bad-request',
    status: 400,
    requests: 1,
    message: expect.stringContaining('Failed to load image') as string
  })
  expect(double.chats).toHaveLength(1)
})

test('A server that goes on refusing a parameter it was not sent is not asked for ever', async () => {
  const body = { error: { message: 'Unsupported', param: 'temperature' } }
  const { double, provider } = await start({ fault: () => ({ kind: 'status', status: 400, body }) })
  await expect(provider.describe(await sampleRequest(), noAbort())).rejects.toMatchObject({ requests: 2 })
  expect(double.chats).toHaveLength(2)
})

test('Two providers learn each for itself', async () => {
  const { double, provider } = await start({ refusedFormats: ['json_schema'] })
  const other = openaiCompatible({ name: 'double', model: 'm', baseURL: double.url })
  await provider.describe(await sampleRequest(), noAbort())
  await other.describe(await sampleRequest(), noAbort())
  expect(double.chats).toHaveLength(4)
})
