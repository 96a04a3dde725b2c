import { describe, expect, it } from 'vitest'

import type { Caption } from '../../src/captions/caption.ts'
import type { Refresh } from '../../src/captioner/look-up/refresh.ts'
import { CaptionsFile } from '../../src/captions/captions-file.ts'
import type { Provider } from '../../src/providers/provider.ts'
import { digestOf } from '../support/captioned-site.ts'
import { type AskingSite, askingSite } from './asking-site.ts'

const byModel = { origin: 'model', model: 'old', files: [] } as const
const captions = {
  'generated, clean': { ...byModel, alt: 'An old word', status: 'generated', problems: [] },
  'generated, with a problem': {
    ...byModel,
    alt: 'An old word',
    status: 'generated',
    problems: ['cut-short']
  },
  'proposed as decorative': { ...byModel, alt: '', status: 'generated', problems: ['decorative-proposal'] },
  'a refusal': { ...byModel, alt: '', status: 'rejected', problems: ['refusal'] },
  'rejected by a person': { ...byModel, alt: 'An old word', status: 'rejected', problems: ['cut-short'] },
  'approved in spite of a problem': {
    ...byModel,
    alt: 'An old word',
    status: 'approved',
    problems: ['cut-short']
  },
  approved: { ...byModel, alt: 'An old word', status: 'approved', problems: [] },
  'decorative, a person agrees': {
    ...byModel,
    alt: '',
    status: 'decorative',
    problems: ['decorative-proposal']
  },
  edited: { ...byModel, origin: 'human', alt: 'An old word', status: 'edited', problems: [] },
  embedded: {
    ...byModel,
    origin: 'embedded',
    alt: 'An old word',
    status: 'generated',
    problems: ['too-long']
  }
} satisfies Record<string, Caption>

type Name = keyof typeof captions

/** Stores a caption as the tool does, and gives its key. */
async function stored(site: AskingSite, caption: Caption): Promise<string> {
  const key = `${await digestOf(await site.picture('content/cat.png', 'red'))}:en`
  const file = new CaptionsFile('alt-text.json', { root: site.root })
  await file.set(key, caption)
  await file.flush()
  return key
}

async function alts(site: AskingSite): Promise<(string | undefined)[]> {
  return Object.values(await site.captions()).map(({ alt }) => alt)
}

describe.each<[Refresh | undefined, readonly Name[]]>([
  [undefined, []],
  ['flagged', ['generated, with a problem', 'proposed as decorative', 'a refusal']],
  ['generated', ['generated, clean', 'generated, with a problem', 'proposed as decorative', 'a refusal']]
])('with `refresh: %j`', (refresh, asked) => {
  it.each(Object.keys(captions) as Name[])(
    'a caption that is %s is asked for again, or stays',
    async (name) => {
      const site = await askingSite({ answer: () => 'A new word' })
      const caption: Caption = captions[name]
      await stored(site, caption)
      const before = await site.read('alt-text.json')
      const autoAlt = site.open({}, { ...(refresh && { refresh }) })
      await autoAlt.captionAll([site.use('cat.png')])
      await autoAlt.captionAll([site.use('cat.png', { page: 'content/other.md' })])
      await autoAlt.flush()
      expect(site.server.chats).toHaveLength(asked.includes(name) ? 1 : 0)
      if (asked.includes(name)) expect(await alts(site)).toEqual(['A new word'])
      else expect(await site.read('alt-text.json')).toBe(before)
    }
  )
})

describe('a caption that is asked for again', () => {
  it.each([
    ['the server fails', { kind: 'status', status: 400 }],
    ['the model declines', { kind: 'refusal' }],
    ['the answer is worse', { kind: 'content', content: '{"alt_text":"A cat on the"}' }]
  ] as const)('stays and fills the page when %s', async (_, fault) => {
    const site = await askingSite({ fault: () => fault })
    await stored(site, captions['generated, clean'])
    const autoAlt = site.open({}, { refresh: 'generated' })
    const outcomes = await autoAlt.captionAll([site.use('cat.png')])
    await autoAlt.flush()
    expect(site.server.chats.length).toBeGreaterThan(0)
    expect(outcomes).toMatchObject([{ kind: 'filled', alt: 'An old word', source: 'file' }])
    expect(await alts(site)).toEqual(['An old word'])
    expect((await autoAlt.report()).summary).toMatchObject({
      fromFile: 1,
      asked: 1,
      generated: 0,
      flagged: 0,
      left: 0
    })
  })

  it('gives way to a text file beside the image', async () => {
    const site = await askingSite()
    await stored(site, captions['generated, clean'])
    await site.write('content/cat.png.alt.txt', 'Our cat')
    const outcomes = await site.open({}, { refresh: 'generated' }).captionAll([site.use('cat.png')])
    expect(outcomes).toMatchObject([{ alt: 'Our cat', source: 'sidecar' }])
    expect(site.server.requests).toEqual([])
  })
})

describe.each([{ kind: 'refusal' }, { kind: 'refusal-text' }, { kind: 'content-filter' }] as const)(
  'a model that declines ($kind)',
  (fault) => {
    it('is asked once, and not in the next run either', async () => {
      const site = await askingSite({ fault: () => fault })
      await site.picture('content/cat.png', 'red')
      const autoAlt = site.open()
      const [outcome] = await autoAlt.captionAll([site.use('cat.png')])
      expect(outcome).toMatchObject({
        kind: 'left',
        reason: 'refusal',
        message: expect.stringMatching(
          /declined to describe content\/cat\.png\. Write its alternative/u
        ) as string
      })
      await autoAlt.flush()
      expect(Object.values(await site.captions())).toMatchObject([
        { alt: '', status: 'rejected', model: 'double', problems: ['refusal'] }
      ])
      expect(await site.open().captionAll([site.use('cat.png')])).toMatchObject([
        { kind: 'left', reason: 'refusal' }
      ])
      expect(site.server.chats).toHaveLength(1)
    })
  }
)

it('An image whose server fails is tried on the first page only, however many pages show it', async () => {
  const site = await askingSite({ fault: () => ({ kind: 'status', status: 400 }) })
  await site.picture('content/cat.png', 'red')
  const autoAlt = site.open()
  for (const page of ['a.md', 'b.md', 'c.md']) {
    expect(await autoAlt.captionAll([site.use('content/cat.png', { page })])).toMatchObject([
      { kind: 'left', reason: 'bad-request' }
    ])
  }
  expect(site.server.chats).toHaveLength(1)
})

it('What was left for a passing reason is asked for in the next run', async () => {
  let isDown = true
  const site = await askingSite({
    fault: () => (isDown ? { kind: 'status', status: 500 } : undefined),
    answer: () => 'A cat'
  })
  await site.picture('content/cat.png', 'red')
  const first = site.open({ retries: 1 })
  expect(await first.captionAll([site.use('cat.png')])).toMatchObject([{ kind: 'left', reason: 'server' }])
  await first.flush()
  isDown = false
  expect(await site.open().captionAll([site.use('cat.png')])).toMatchObject([
    { kind: 'filled', alt: 'A cat' }
  ])
  expect(site.server.chats).toHaveLength(3)
})

describe('what a person decides while a model is being asked', () => {
  it.each([
    ['words', { alt: 'My cat', status: 'edited', origin: 'human' }, { kind: 'filled', alt: 'My cat' }],
    ['decorative', { alt: '', status: 'decorative', origin: 'human' }, { kind: 'filled', alt: '' }],
    ['rejected', { alt: 'A dog', status: 'rejected', origin: 'model' }, { kind: 'left', reason: 'rejected' }]
  ] as const)('stays: %s', async (_, decision, outcome) => {
    const site = await askingSite()
    const key = `${await digestOf(await site.picture('content/cat.png', 'red'))}:en`
    const mine: Provider = {
      id: 'mine',
      async describe() {
        await (await autoAlt.captions()).set(key, { ...decision, problems: [], files: [] })
        return { text: 'A cat on a wall', usage: { requests: 1 } }
      }
    }
    const autoAlt = site.open({ provider: mine, baseURL: undefined })
    expect(await autoAlt.captionAll([site.use('cat.png')])).toMatchObject([outcome])
    await autoAlt.close()
    expect(Object.values(await site.captions())).toMatchObject([{ alt: decision.alt }])
  })
})
