import { describe, expect, it } from 'vitest'

import type { Caption } from '../../src/captions/caption.ts'
import { publicationOf } from '../../src/captioner/look-up/publish.ts'
import { digestOf } from '../support/captioned-site.ts'
import { askingSite } from './asking-site.ts'

const base = { alt: 'A cat', origin: 'model', files: [], problems: [] } as const
const captions = {
  'generated, clean': { ...base, status: 'generated' },
  'generated, with a problem': { ...base, status: 'generated', problems: ['needs-review'] },
  'approved in spite of a problem': { ...base, status: 'approved', problems: ['needs-review'] },
  edited: { ...base, status: 'edited', origin: 'human' },
  embedded: { ...base, status: 'generated', origin: 'embedded' },
  'embedded, too long': { ...base, status: 'generated', origin: 'embedded', problems: ['too-long'] },
  decorative: { ...base, alt: '', status: 'decorative' },
  'proposed as decorative': { ...base, alt: '', status: 'generated', problems: ['decorative-proposal'] },
  rejected: { ...base, status: 'rejected' },
  'a refusal': { ...base, alt: '', status: 'rejected', problems: ['refusal'] }
} satisfies Record<string, Caption>

type Name = keyof typeof captions

/** What reaches a page; everything else is left for the reason given here, or for review. */
const always: readonly Name[] = [
  'approved in spite of a problem',
  'edited',
  'embedded',
  'embedded, too long',
  'decorative'
]
const reaching = {
  clean: [...always, 'generated, clean'],
  approved: always,
  all: [...always, 'generated, clean', 'generated, with a problem']
} satisfies Record<string, readonly Name[]>
const reasons: Partial<Record<Name, string>> = { rejected: 'rejected', 'a refusal': 'refusal' }

describe.each(['clean', 'approved', 'all'] as const)('With `publish: %j` a caption that is', (publish) => {
  it.each(Object.keys(captions) as Name[])('%s', (name) => {
    const caption: Caption = captions[name]
    const expected = (reaching[publish] as readonly Name[]).includes(name)
      ? { kind: 'fill', alt: caption.alt }
      : { kind: 'leave', reason: reasons[name] ?? 'needs-review' }
    expect(publicationOf(caption, { publish, decorative: 'propose' })).toEqual(expected)
  })
})

it('With `decorative: \'accept\'` a proposal fills alt="", and nothing else changes', () => {
  for (const [name, caption] of Object.entries(captions)) {
    const [proposed, accepted] = (['propose', 'accept'] as const).map((decorative) =>
      publicationOf(caption, { publish: 'clean', decorative })
    )
    if (name === 'proposed as decorative') expect(accepted).toEqual({ kind: 'fill', alt: '' })
    else expect(accepted).toEqual(proposed)
  }
})

describe('an image that the model judges decorative', () => {
  const decorative = { alt_text: '', kind: 'decorative', visible_text: '', confidence: 0.9 }

  it('is stored as a proposal and left, with the way to agree', async () => {
    const site = await askingSite({ answer: () => decorative })
    await site.picture('content/line.png', 'red')
    const autoAlt = site.open()
    const [outcome] = await autoAlt.captionAll([site.use('line.png')])
    expect(outcome).toMatchObject({
      kind: 'left',
      reason: 'needs-review',
      message: expect.stringMatching(
        /content\/line\.png looks decorative.*Set the status.*"decorative"/u
      ) as string
    })
    await autoAlt.flush()
    expect(Object.values(await site.captions())).toMatchObject([
      { alt: '', status: 'generated', problems: ['decorative-proposal'] }
    ])
    expect((await autoAlt.report()).summary).toMatchObject({ asked: 1, generated: 0, flagged: 1, left: 1 })
  })

  it('gets alt="" with `decorative: \'accept\'`', async () => {
    const site = await askingSite({ answer: () => decorative })
    await site.picture('content/line.png', 'red')
    const outcomes = await site.open({ decorative: 'accept' }).captionAll([site.use('line.png')])
    expect(outcomes).toMatchObject([{ kind: 'filled', alt: '', source: 'model' }])
  })

  it('is asked about once more when it is all there is in a link: then it names something', async () => {
    const site = await askingSite({
      answer: ({ text }) =>
        text.includes('You have answered for this picture before') ? 'To the shop' : decorative
    })
    await site.picture('content/line.png', 'red')
    const outcomes = await site.open().captionAll([site.use('line.png', { href: '/shop' })])
    expect(outcomes).toMatchObject([{ kind: 'filled', alt: 'To the shop' }])
    expect(site.server.chats).toHaveLength(2)
  })
})

it('What a person has to do stands in the message: which record, in which file, and why', async () => {
  const site = await askingSite()
  const file = await site.picture('content/cat.png', 'red')
  const key = `${await digestOf(file)}:en`
  const record = {
    alt: 'A cat on the',
    status: 'generated',
    origin: 'model',
    sum: 'aaaaaa',
    problems: ['cut-short']
  }
  const { captionSum } = await import('../../src/captions/caption-sum.ts')
  await site.write(
    'alt-text.json',
    JSON.stringify({ version: 1, captions: { [key]: { ...record, sum: captionSum(record.alt) } } })
  )
  const [outcome] = await site.open().captionAll([site.use('cat.png')])
  expect(outcome).toMatchObject({
    kind: 'left',
    reason: 'needs-review',
    message: `The caption of content/cat.png needs a look (cut-short). Approve or edit “${key}” in alt-text.json.`
  })
})
