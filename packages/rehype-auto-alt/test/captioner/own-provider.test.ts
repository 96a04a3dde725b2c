import { describe, expect, it } from 'vitest'

import { ProviderError } from '../../src/errors/provider-error.ts'
import type { Provider } from '../../src/providers/provider.ts'
import { askingSite } from './asking-site.ts'

const key = 'sk-Xy7Kd93hfTRw20sPlmQe81'

describe('a provider of one’s own that throws', () => {
  it.each<[string, unknown, RegExp]>([
    ['an error', new Error('the camera is off'), /mine failed \(the camera is off\)/u],
    ['an error without words', new TypeError(''), /mine failed \(TypeError/u],
    ['a text', 'the camera is off', /mine failed \(the camera is off\)/u],
    ['nothing', undefined, /mine failed \(undefined\)/u],
    ['null', null, /mine failed \(null\)/u],
    ['an object without prototype', Object.create(null), /mine failed \(\[Object: null prototype\] \{\}\)/u],
    ['a symbol', Symbol('off'), /mine failed \(Symbol\(off\)\)/u],
    [
      'a key',
      new Error(`Incorrect API key provided: ${key}`),
      /mine failed \(Incorrect API key provided: \[key\]\)/u
    ],
    ['a page of words', new Error('x '.repeat(10_000)), /^.{0,600}$/su]
  ])('%s costs that image its alternative, and no more', async (_, thrown, message) => {
    const site = await askingSite()
    let calls = 0
    const provider: Provider = {
      id: 'mine',
      describe: async () => {
        if (++calls === 1) throw thrown as Error
        return { text: 'A square', usage: { requests: 1 } }
      }
    }
    await site.picture('content/a.png', 'red')
    await site.picture('content/b.png', 'green')
    const autoAlt = site.open({ provider, baseURL: undefined, concurrency: 1 })
    const outcomes = await autoAlt.captionAll([site.use('a.png'), site.use('b.png')])
    // Whichever was ready first got the fault.
    const isLeft = outcomes.map(({ kind }) => kind === 'left')
    expect(isLeft.filter(Boolean)).toHaveLength(1)
    const [name, left] = isLeft[0] ? ['a', outcomes[0]] : ['b', outcomes[1]]
    expect(left).toMatchObject({ reason: 'bad-request', message: expect.stringMatching(message) as string })
    expect(left).toMatchObject({
      message: expect.stringMatching(`^content/${name}\\.png: mine failed`) as string
    })
    expect(JSON.stringify(outcomes)).not.toContain(key)
    expect((await autoAlt.report()).summary).toMatchObject({ asked: 2, requests: 2 })
  })

  it('before it returns a promise, is told like any other', async () => {
    const site = await askingSite()
    await site.picture('content/a.png', 'red')
    const provider: Provider = {
      id: 'mine',
      describe() {
        throw new Error('at once')
      }
    }
    const outcomes = await site.open({ provider, baseURL: undefined }).captionAll([site.use('a.png')])
    expect(outcomes).toMatchObject([
      { reason: 'bad-request', message: expect.stringContaining('at once') as string }
    ])
  })

  it('a ProviderError is tried again, or ends the asking, as its code says', async () => {
    const site = await askingSite()
    for (const name of ['a', 'b', 'c'])
      await site.picture(`content/${name}.png`, name === 'a' ? 'red' : name === 'b' ? 'green' : 'blue')
    const codes = ['empty', 'refusal', 'quota'] as const
    let calls = 0
    const provider: Provider = {
      id: 'mine:eyes',
      describe: async () => {
        const code = codes[calls++]
        if (code) throw new ProviderError(code, 'mine:eyes', `The reason is ${code}`)
        return { text: 'A square', usage: { requests: 1 } }
      }
    }
    const autoAlt = site.open({ provider, baseURL: undefined, concurrency: 1 })
    const outcomes = await autoAlt.captionAll(['a', 'b', 'c'].map((name) => site.use(`${name}.png`)))
    expect(
      outcomes.map((outcome) => (outcome.kind === 'left' ? outcome.reason : outcome.alt)).sort()
    ).toEqual(['quota', 'refusal', 'stopped'].sort())
    expect(calls).toBe(3)
  })
})

describe('a provider of one’s own that answers', () => {
  it.each<[string, unknown]>([
    ['nothing', undefined],
    ['a bare text', 'A square'],
    ['a number for a text', { text: 5, usage: { requests: 1 } }]
  ])('%s is told what it should give', async (_, answer) => {
    const site = await askingSite()
    await site.picture('content/a.png', 'red')
    const provider = { id: 'mine', describe: async () => answer } as unknown as Provider
    const autoAlt = site.open({ provider, baseURL: undefined, budget: { requests: 1 } })
    const outcomes = await autoAlt.captionAll([site.use('a.png')])
    expect(outcomes).toMatchObject([
      {
        reason: 'bad-request',
        message: expect.stringMatching(/mine gave no description\. Let `describe` resolve/u) as string
      }
    ])
    expect((await autoAlt.report()).summary).toMatchObject({ requests: 1, generated: 0 })
  })

  it('without usage, or with one that is none, counts as one request each', async () => {
    const site = await askingSite()
    await site.picture('content/a.png', 'red')
    await site.picture('content/b.png', 'green')
    await site.picture('content/c.png', 'blue')
    const usages = [undefined, { requests: Number.NaN, inputTokens: 'many' }, null]
    const provider = {
      id: 'mine',
      describe: async () => ({ text: 'A square', usage: usages.pop() })
    } as unknown as Provider
    const autoAlt = site.open({ provider, baseURL: undefined, budget: { requests: 2 } })
    const outcomes = await autoAlt.captionAll(['a', 'b', 'c'].map((name) => site.use(`${name}.png`)))
    expect(outcomes.filter(({ kind }) => kind === 'filled')).toHaveLength(2)
    expect((await autoAlt.report()).summary).toMatchObject({ requests: 2, inputTokens: 0 })
  })
})

it('Of a list of providers, the one that answered is recorded', async () => {
  const site = await askingSite()
  await site.picture('content/a.png', 'red')
  const one: Provider = {
    id: 'one:model-a',
    describe: async () => {
      throw new ProviderError('server', 'one:model-a', 'down')
    }
  }
  const other: Provider = {
    id: 'other:model-b',
    describe: async () => ({ text: 'A square', usage: { requests: 1 } })
  }
  const autoAlt = site.open({ provider: [one, other], baseURL: undefined })
  await autoAlt.captionAll([site.use('a.png')])
  await autoAlt.flush()
  expect(Object.values(await site.captions())).toMatchObject([{ alt: 'A square', model: 'model-b' }])
})

describe('the key', () => {
  const echoes = {
    'an error body': {
      kind: 'status',
      status: 401,
      body: { error: { message: `Incorrect key: ${key}, Bearer ${key}` } }
    },
    'an error with status 200': {
      kind: 'raw',
      body: JSON.stringify({ error: { message: `No such key ${key}` } })
    },
    'a web page': { kind: 'raw', contentType: 'text/html', body: `<h1>${key}</h1>` },
    'a refusal': { kind: 'content', content: null, refusal: `I'm sorry, ${key} may not do that` },
    'an answer in words': { kind: 'content', content: `I'm sorry, I can't help with that, Bearer ${key}` }
  } as const

  it.each(Object.entries(echoes))(
    'is in no message, report or file when the server echoes it in %s',
    async (_, fault) => {
      const site = await askingSite({ fault: () => fault })
      await site.picture('content/a.png', 'red')
      const autoAlt = site.open({ apiKey: key, retries: 0 })
      const outcomes = await autoAlt.captionAll([site.use('a.png')])
      await autoAlt.flush()
      expect(site.server.chats[0]?.authorization).toBe(`Bearer ${key}`)
      const everything = JSON.stringify([outcomes, await autoAlt.report(), site.said, await site.captions()])
      expect(everything).toContain('content/a.png')
      expect(everything).not.toContain(key)
      expect(everything).not.toContain(key.slice(3, 15))
    }
  )
})
