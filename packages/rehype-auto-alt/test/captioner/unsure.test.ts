import { cannotTell } from '@auto-alt/protocol-double'
import { describe, expect, it } from 'vitest'

import { askingSite } from './asking-site.ts'

const sentence = 'A grey shape on a table'

describe('a model that cannot tell what an image shows', () => {
  it('leaves it without, says so, and is not paid for the same again', async () => {
    const site = await askingSite({ answer: () => cannotTell })
    await site.picture('content/fog.png', 'gray')
    const autoAlt = site.open()
    expect(await autoAlt.captionAll([site.use('fog.png')])).toMatchObject([
      {
        kind: 'left',
        reason: 'unsure',
        message: expect.stringContaining('could not tell what content/fog.png shows') as string
      }
    ])
    expect((await autoAlt.report()).summary).toMatchObject({ requests: 1, left: 1, generated: 0 })
    await autoAlt.close()
    expect(Object.values(await site.captions())).toMatchObject([
      { alt: '', status: 'rejected', origin: 'model', problems: ['low-confidence'] }
    ])
    const again = await site.open().captionAll([site.use('fog.png')])
    expect(again).toMatchObject([{ kind: 'left', reason: 'unsure' }])
    expect(site.server.chats).toHaveLength(1)
  })

  it('is asked again when told to, and what it says then counts', async () => {
    let answer: typeof cannotTell = cannotTell
    const site = await askingSite({ answer: () => answer })
    await site.picture('content/fog.png', 'gray')
    const first = site.open()
    await first.captionAll([site.use('fog.png')])
    await first.close()
    answer = 'A lighthouse in fog'
    const second = site.open({}, { refresh: 'flagged' })
    expect(await second.captionAll([site.use('fog.png')])).toMatchObject([
      { kind: 'filled', alt: 'A lighthouse in fog', source: 'model' }
    ])
  })

  it.each([
    ['no kind', { alt_text: '', confidence: 0 }],
    ['another kind', { alt_text: '', kind: 'photo', confidence: '10%' }],
    ['no confidence', { alt_text: '', kind: 'unknown' }]
  ])('is understood with %s', async (_, answer) => {
    const site = await askingSite({ answer: () => answer })
    await site.picture('content/fog.png', 'gray')
    expect(await site.open().captionAll([site.use('fog.png')])).toMatchObject([{ reason: 'unsure' }])
    expect(site.server.chats).toHaveLength(1)
  })

  it('gives way to the next of a list', async () => {
    const site = await askingSite()
    await site.picture('content/fog.png', 'gray')
    const mine = (id: string, text: string) => ({
      id,
      describe: async () => ({
        text,
        ...(text === '' && { kind: 'unknown' as const }),
        usage: { requests: 1 }
      })
    })
    const provider = [mine('one', ''), mine('two', 'A lighthouse in fog')]
    const outcomes = await site.open({ provider, baseURL: undefined }).captionAll([site.use('fog.png')])
    expect(outcomes).toMatchObject([{ kind: 'filled', alt: 'A lighthouse in fog' }])
  })

  it('does not take the place of a caption that is fit for a page', async () => {
    const site = await askingSite({
      answer: ({ number }) => (number === 1 ? 'A lighthouse in fog' : cannotTell)
    })
    await site.picture('content/fog.png', 'gray')
    const first = site.open()
    await first.captionAll([site.use('fog.png')])
    await first.close()
    const second = site.open({}, { refresh: 'generated' })
    expect(await second.captionAll([site.use('fog.png')])).toMatchObject([
      { kind: 'filled', alt: 'A lighthouse in fog' }
    ])
  })
})

describe('a text that the model is not sure of', () => {
  it.each([
    [0.29, 'left'],
    [0, 'left'],
    [0.3, 'filled'],
    [0.9, 'filled']
  ])('with confidence %d is %s', async (confidence, kind) => {
    const site = await askingSite({ answer: () => ({ alt_text: sentence, kind: 'photo', confidence }) })
    await site.picture('content/fog.png', 'gray')
    const outcomes = await site.open().captionAll([site.use('fog.png')])
    expect(outcomes).toMatchObject([{ kind }])
    expect(site.server.chats).toHaveLength(1)
  })

  it('waits for a person, who may approve it as it is', async () => {
    const site = await askingSite({ answer: () => ({ alt_text: sentence, kind: 'photo', confidence: 0.1 }) })
    await site.picture('content/fog.png', 'gray')
    const autoAlt = site.open()
    expect(await autoAlt.captionAll([site.use('fog.png')])).toMatchObject([
      {
        reason: 'unsure',
        message: expect.stringContaining(
          `not sure of its caption of content/fog.png, “${sentence}”`
        ) as string
      }
    ])
    await autoAlt.close()
    const [record] = Object.entries(await site.captions())
    expect(record?.[1]).toMatchObject({ alt: sentence, status: 'generated', problems: ['low-confidence'] })
    const text = await site.read('alt-text.json')
    await site.write('alt-text.json', text.replace('"generated"', '"approved"'))
    const approved = await site.open({ frozen: true }).captionAll([site.use('fog.png')])
    expect(approved).toMatchObject([{ kind: 'filled', alt: sentence }])
  })
})
