import { describe, expect, it } from 'vitest'

import type { Provider } from '../../src/providers/provider.ts'
import { askingSite, type AskingSite } from './asking-site.ts'

const sentence = 'A red square beside a blue circle'

async function siteWith(behaviour: Parameters<typeof askingSite>[0] = {}): Promise<AskingSite> {
  const site = await askingSite({ answer: () => sentence, ...behaviour })
  await site.picture('content/square.png', 'red')
  return site
}

describe('with the option verify', () => {
  it('a caption that the picture bears out reaches the page, for one request more', async () => {
    const site = await siteWith()
    const autoAlt = site.open({ verify: true })
    expect(await autoAlt.captionAll([site.use('square.png')])).toMatchObject([
      { kind: 'filled', alt: sentence, problems: [] }
    ])
    const { requests, inputTokens } = (await autoAlt.report()).summary
    expect({ requests, inputTokens }).toEqual({ requests: 2, inputTokens: 1400 })
    const [, second] = site.server.chats
    expect(JSON.stringify(second?.body)).toContain(`<text>\\n${sentence}\\n</text>`)
    expect(second?.image).toBe(site.server.chats[0]?.image)
  })

  it('one that claims what is not visible is flagged, with the words', async () => {
    const site = await siteWith({ verify: () => ({ not_visible: ['a blue circle'] }) })
    const autoAlt = site.open({ verify: true })
    expect(await autoAlt.captionAll([site.use('square.png')])).toMatchObject([
      {
        kind: 'left',
        reason: 'needs-review',
        message: expect.stringContaining('does not show “a blue circle”') as string
      }
    ])
    expect((await autoAlt.report()).left).toMatchObject([
      { message: expect.stringContaining('“a blue circle”') as string }
    ])
    await autoAlt.close()
    expect(Object.values(await site.captions())).toMatchObject([
      { alt: sentence, status: 'generated', problems: ['not-visible'] }
    ])
    await site.open({ verify: true }).captionAll([site.use('square.png')])
    expect(site.server.chats).toHaveLength(2)
  })

  it.each([
    ['cannot be read', { verify: () => ({ verdict: 'fine' }) }],
    [
      'does not come',
      {
        fault: ({ text }: { text: string }) =>
          text.includes('not_visible') ? ({ kind: 'status', status: 400 } as const) : undefined
      }
    ]
  ])('one whose second look %s is flagged', async (_, behaviour) => {
    const site = await siteWith(behaviour)
    const autoAlt = site.open({ verify: true, retries: 0 })
    expect(await autoAlt.captionAll([site.use('square.png')])).toMatchObject([
      { kind: 'left', message: expect.stringContaining('not looked at again') as string }
    ])
    await autoAlt.close()
    expect(Object.values(await site.captions())).toMatchObject([{ problems: ['not-verified'] }])
  })

  it('the second look is told which names the page gives, and none without context', async () => {
    const context = { title: 'Marie Curie in her laboratory' }
    const asked = async (options: object): Promise<string> => {
      const site = await siteWith()
      await site.open({ verify: true, ...options }).captionAll([site.use('square.png', { context })])
      return JSON.stringify(site.server.chats[1]?.body)
    }
    expect(await asked({})).toContain('Marie Curie')
    expect(await asked({ context: false })).not.toContain('Marie Curie')
  })

  it('the name of a link need not be seen', async () => {
    const site = await siteWith()
    await site.open({ verify: true }).captionAll([site.use('square.png', { href: '/shapes' })])
    expect(JSON.stringify(site.server.chats[1]?.body)).toContain('The text is the name of a link')
  })

  it('what is flagged already is not looked at again', async () => {
    const site = await siteWith({ answer: () => ({ alt_text: sentence, kind: 'photo', confidence: 0.1 }) })
    await site.open({ verify: true }).captionAll([site.use('square.png')])
    expect(site.server.chats).toHaveLength(1)
  })

  it('counts against the budget: what could not be looked at is flagged', async () => {
    const site = await siteWith()
    const autoAlt = site.open({ verify: true, budget: { requests: 1 } })
    expect(await autoAlt.captionAll([site.use('square.png')])).toMatchObject([
      { kind: 'left', message: expect.stringContaining('budget of 1 requests') as string }
    ])
    expect(site.server.chats).toHaveLength(1)
  })

  it('a dry run counts it, and asks nobody', async () => {
    const tokens = async (options: object): Promise<number> => {
      const site = await siteWith()
      const autoAlt = site.open(options, { dryRun: true })
      await autoAlt.captionAll([site.use('square.png')])
      expect(site.server.chats).toHaveLength(0)
      return (await autoAlt.report()).wouldAsk[0]?.tokens ?? 0
    }
    expect((await tokens({ verify: true })) - (await tokens({}))).toBeGreaterThan(200)
  })
})

describe('who looks again', () => {
  const mine: Provider = {
    id: 'mine',
    describe: async () => ({ text: sentence, usage: { requests: 1 } })
  }

  it('may be another model at the same server', async () => {
    const site = await siteWith()
    await site.open({ verify: 'vllm:second' }).captionAll([site.use('square.png')])
    expect(site.server.chats.map(({ body }) => body?.['model'])).toEqual(['double', 'second'])
    expect(site.said.join('\n')).toMatch(/Asking \S*double.* \S*second looks again\./u)
  })

  it('may be a provider of one’s own, which is given what it needs', async () => {
    const site = await siteWith()
    const seen: string[] = []
    const verify: Provider = {
      ...mine,
      verify: async ({ language, text }) => {
        seen.push(`${language}: ${text}`)
        return { notVisible: [], usage: { requests: 1 } }
      }
    }
    const outcomes = await site.open({ verify }).captionAll([site.use('square.png')])
    expect(outcomes).toMatchObject([{ kind: 'filled' }])
    expect(seen).toEqual([`en: ${sentence}`])
  })

  it.each([
    ['no list', { usage: { requests: 1 } }],
    ['nothing', undefined]
  ])('and answers with %s lets no caption through', async (_, answer) => {
    const site = await siteWith()
    const verify = { ...mine, verify: async () => answer } as unknown as Provider
    const outcomes = await site.open({ verify }).captionAll([site.use('square.png')])
    expect(outcomes).toMatchObject([{ kind: 'left', reason: 'needs-review' }])
  })

  it('has to be able to: anybody else is an error before the first request', async () => {
    const site = await siteWith()
    const asked = site
      .open({ provider: mine, baseURL: undefined, verify: true })
      .captionAll([site.use('square.png')])
    await expect(asked).rejects.toThrow('verify: mine cannot look at an image again')
  })

  it('gets neither address nor key of another', async () => {
    const site = await siteWith()
    const asked = site
      .open({ verify: 'openai:gpt-5-mini', apiKey: 'a-secret-key' })
      .captionAll([site.use('square.png')])
    await expect(asked).rejects.toThrow(/^verify: openai needs a key/u)
    expect(site.server.chats).toHaveLength(0)
  })

  it('is the first of a list that can', async () => {
    const site = await siteWith()
    const able: Provider = {
      ...mine,
      id: 'able',
      verify: async () => ({ notVisible: ['a blue circle'], usage: { requests: 1 } })
    }
    const autoAlt = site.open({ provider: [mine, able], baseURL: undefined, verify: true })
    expect(await autoAlt.captionAll([site.use('square.png')])).toMatchObject([
      { kind: 'left', message: expect.stringContaining('“a blue circle”') as string }
    ])
  })
})
