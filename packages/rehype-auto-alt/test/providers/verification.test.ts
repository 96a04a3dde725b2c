import { startProtocolDouble, type ProtocolDoubleOptions } from '@auto-alt/protocol-double'
import { describe, expect, onTestFinished, test } from 'vitest'

import { fallbackProvider } from '../../src/providers/fallback-provider.ts'
import { openaiCompatible } from '../../src/providers/openai-compatible.ts'
import type { Provider, VerifyRequest } from '../../src/providers/provider.ts'
import { readVerification } from '../../src/providers/read-verification.ts'
import { noAbort, sampleRequest } from './sample-request.ts'

describe('the answer to a second look', () => {
  test.each<[string, string, readonly string[]]>([
    ['an empty list', '{"not_visible": []}', []],
    ['claims', '{"not_visible": ["a blue hat", "at night"]}', ['a blue hat', 'at night']],
    ['a fence', 'Sure!\n```json\n{"not_visible": ["a hat"]}\n```', ['a hat']],
    ['prose around it', 'I looked: {"not_visible": []} Done.', []],
    ['thinking before it', '<think>{"not_visible": ["a hat"]}</think>{"not_visible": []}', []],
    ['one claim without a list', '{"not_visible": "a hat"}', ['a hat']],
    ['a word for nothing', '{"not_visible": ["none", "", "N/A."]}', []],
    ['objects', '{"not_visible": [{"claim": "a hat"}, {"text": "at night"}]}', ['a hat', 'at night']],
    ['a bare list', '["a hat"]', ['a hat']],
    ['lines in a claim', '{"not_visible": ["a\\nhat"]}', ['a hat']]
  ])('is read from %s', (_, content, claims) => {
    expect(readVerification(content)).toEqual(claims)
  })

  test.each([
    ['nothing', ''],
    ['prose', 'Everything is visible.'],
    ['another member', '{"visible": []}'],
    ['null', '{"not_visible": null}'],
    ['what is no text', '{"not_visible": [3]}'],
    ['a list that is cut', '{"not_visible": ["a hat"']
  ])('is no answer where it holds %s: nobody says that all is visible', (_, content) => {
    expect(readVerification(content)).toBeUndefined()
  })
})

async function verifyRequest(): Promise<VerifyRequest> {
  const { image, language, purpose } = await sampleRequest()
  return { image, language, purpose, text: 'A red square' }
}

async function serverWith(options: ProtocolDoubleOptions) {
  const double = await startProtocolDouble(options)
  onTestFinished(() => double.close())
  return { double, provider: openaiCompatible({ name: 'x', model: 'm', baseURL: double.url }) }
}

describe('a server', () => {
  test('is asked with the schema of a second look, and tells what it used', async () => {
    const { double, provider } = await serverWith({ verify: () => ({ not_visible: ['square'] }) })
    const found = await provider.verify?.(await verifyRequest(), noAbort())
    expect(found).toEqual({
      notVisible: ['square'],
      usage: { requests: 1, inputTokens: 700, outputTokens: expect.any(Number) as number }
    })
    expect(double.chats[0]?.body?.['response_format']).toMatchObject({
      json_schema: { name: 'second_look', schema: { required: ['not_visible'] } }
    })
  })

  test('that takes no schema is asked without', async () => {
    const { double, provider } = await serverWith({ refusedFormats: ['json_schema', 'json_object'] })
    expect(await provider.verify?.(await verifyRequest(), noAbort())).toMatchObject({ notVisible: [] })
    expect(double.chats.length).toBeGreaterThan(1)
  })

  test('whose answer cannot be read throws', async () => {
    const { provider } = await serverWith({ verify: () => ({ verdict: 'fine' }) })
    await expect(provider.verify?.(await verifyRequest(), noAbort())).rejects.toThrow(
      'no list of what is not visible'
    )
  })
})

describe('a list of providers', () => {
  const blind: Provider = { id: 'blind', describe: async () => ({ text: 'x', usage: { requests: 1 } }) }
  const able: Provider = {
    ...blind,
    id: 'able',
    verify: async () => ({ notVisible: [], usage: { requests: 1 } })
  }

  test('has the first look again that can', async () => {
    const found = await fallbackProvider([blind, able]).verify?.(await verifyRequest(), noAbort())
    expect(found).toEqual({ notVisible: [], provider: 'able', usage: { requests: 1 } })
  })

  test('cannot where none of them can', () => {
    expect('verify' in fallbackProvider([blind])).toBe(false)
  })
})
