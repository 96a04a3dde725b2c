import type { Fault, ProtocolDouble } from '@auto-alt/protocol-double'
import { startProtocolDouble } from '@auto-alt/protocol-double'
import { describe, expect, it, onTestFinished } from 'vitest'

import type { Outcome } from '../../src/captioner/outcome.ts'
import type { Options } from '../../src/options/options.ts'
import { openaiCompatible } from '../../src/providers/openai-compatible.ts'
import { type AskingSite, askingSite } from './asking-site.ts'

/** A list of two providers, each a server of its own; the second says `A plain square`, if nothing else. */
interface Pair {
  readonly site: AskingSite
  readonly first: ProtocolDouble
  readonly second: ProtocolDouble
  caption(options?: Options): Promise<Outcome>
}

async function pair(
  answer: string,
  fault?: Fault,
  later = 'A plain square',
  laterFault?: Fault
): Promise<Pair> {
  const site = await askingSite()
  await site.picture('content/a.png', 'red')
  const first = await startProtocolDouble({ answer: () => answer, fault: () => fault })
  const second = await startProtocolDouble({ answer: () => later, fault: () => laterFault })
  onTestFinished(() => Promise.all([first.close(), second.close()]).then(() => undefined))
  const provider = [first, second].map(({ url }, index) =>
    openaiCompatible({ name: ['one', 'two'][index] ?? '', model: `model-${index + 1}`, baseURL: url })
  )
  return {
    site,
    first,
    second,
    async caption(options = {}) {
      const autoAlt = site.open({ provider, baseURL: undefined, retries: 0, ...options })
      const [outcome] = await autoAlt.captionAll([site.use('a.png')])
      await autoAlt.flush()
      if (!outcome) throw new Error('There is no outcome')
      return outcome
    }
  }
}

const counts = ({ first, second }: Pair): number[] => [first.chats.length, second.chats.length]
const notASentence = '{}{}'

describe('an answer of the first provider that does not pass the check, also after a repair,', () => {
  it.each([
    ['is no sentence', notASentence],
    ['cannot be fitted to the limit', 'Word'.repeat(100)],
    ['would be cut', `${'A wooden table with many things on it and '.repeat(6)}more`]
  ])('and %s goes to the next, which is recorded', async (_, answer) => {
    const both = await pair(answer)
    expect(await both.caption()).toMatchObject({ kind: 'filled', alt: 'A plain square', problems: [] })
    expect(counts(both)).toEqual([2, 1])
    expect(Object.values(await both.site.captions())).toMatchObject([
      { model: 'model-2', alt: 'A plain square' }
    ])
  })

  it('is asked about anew: the next is not told what the one before said', async () => {
    const both = await pair(notASentence)
    await both.caption()
    expect(JSON.stringify(both.second.chats[0]?.body)).not.toContain(
      'You have answered for this picture before'
    )
  })

  it('stands when the next does no better, and is the one with words', async () => {
    const long =
      'A wooden table with a blue cup and a plate and three red apples and a brass lamp and a pile of letters and a small clay pot and a straw hat and a coat'
    const both = await pair(long, undefined, notASentence)
    expect(await both.caption({ publish: 'all' })).toMatchObject({
      kind: 'filled',
      problems: expect.arrayContaining(['needs-review']) as string[]
    })
    expect(counts(both)).toEqual([2, 2])
  })

  it('leaves an image that none can describe, with the words of both', async () => {
    const both = await pair(notASentence, undefined, '[]')
    expect(await both.caption()).toMatchObject({
      kind: 'left',
      reason: 'unusable-answer',
      message: expect.stringMatching(
        /one:model-1 gave no usable.* Then two:model-2 gave no usable/u
      ) as string
    })
  })

  it('ends no run when the next refuses its key', async () => {
    const both = await pair(notASentence, undefined, '', { kind: 'status', status: 401 })
    const outcome = await both.caption()
    expect(outcome).toMatchObject({ kind: 'left', reason: 'unusable-answer' })
    expect(outcome.kind === 'left' && outcome.message).toMatch(/two: the server asks for a key/u)
  })

  it('costs no more than the budget', async () => {
    const both = await pair(notASentence)
    expect(await both.caption({ budget: { requests: 2 } })).toMatchObject({ kind: 'left' })
    expect(counts(both)).toEqual([2, 0])
  })
})

describe('a refusal', () => {
  it.each<[string, Fault]>([
    ['by the protocol', { kind: 'refusal' }],
    ['in words', { kind: 'refusal-text' }],
    ['of a filter', { kind: 'content-filter' }]
  ])('%s stands, and that the others were not asked is said', async (_, fault) => {
    const both = await pair('x', fault)
    expect(await both.caption()).toMatchObject({
      kind: 'left',
      message: expect.stringContaining('A refusal stands: the others in the list were not asked.') as string
    })
    expect(counts(both)).toEqual([1, 0])
  })
})

describe('a provider that cannot be reached', () => {
  it('three times is passed over for the rest of the run', async () => {
    const site = await askingSite({ answer: () => 'A plain square' })
    const colours = ['red', 'green', 'blue', 'white', 'black', 'yellow']
    for (const colour of colours) await site.picture(`content/${colour}.png`, colour)
    let tries = 0
    const gone = openaiCompatible({
      name: 'gone',
      model: 'm',
      baseURL: 'https://gone.example.com/v1',
      fetch: async () => {
        tries++
        throw Object.assign(new Error('no route'), { code: 'ENETUNREACH' })
      }
    })
    const there = openaiCompatible({ name: 'there', model: 'm', baseURL: site.server.url })
    const autoAlt = site.open({ provider: [gone, there], baseURL: undefined, concurrency: 1 })
    const outcomes = await autoAlt.captionAll(colours.map((colour) => site.use(`${colour}.png`)))
    expect(outcomes.every(({ kind }) => kind === 'filled')).toBe(true)
    expect(tries).toBe(3)
    expect((await autoAlt.report()).summary).toMatchObject({ generated: 6, requests: 9 })
  })

  it('or that leaves pictures out leaves them to the next', async () => {
    const site = await askingSite({ answer: () => 'A plain square' })
    const blind = await startProtocolDouble({ ignoresImages: true, answer: () => 'A sunny beach' })
    onTestFinished(() => blind.close())
    const colours = ['red', 'green', 'blue']
    for (const colour of colours) await site.picture(`content/${colour}.png`, colour)
    const provider = [blind.url, site.server.url].map((baseURL, index) =>
      openaiCompatible({ name: `server-${index}`, model: 'm', baseURL })
    )
    const outcomes = await site
      .open({ provider, baseURL: undefined })
      .captionAll(colours.map((colour) => site.use(`${colour}.png`)))
    expect(outcomes).toMatchObject(colours.map(() => ({ kind: 'filled', alt: 'A plain square' })))
    expect(blind.chats).toHaveLength(2)
  })

  it('ends the run where it is the only one and leaves pictures out', async () => {
    const site = await askingSite({ ignoresImages: true, answer: () => 'A sunny beach' })
    for (const colour of ['red', 'green', 'blue']) await site.picture(`content/${colour}.png`, colour)
    const autoAlt = site.open()
    await autoAlt.captionAll(['red', 'green', 'blue'].map((colour) => site.use(`${colour}.png`)))
    const { halt, refused, summary } = await autoAlt.report()
    expect(halt).toMatch(/answers without having looked/u)
    expect([refused, summary.generated, site.server.chats.length]).toEqual([true, 0, 2])
    expect(await site.captions()).toEqual({})
  })
})
