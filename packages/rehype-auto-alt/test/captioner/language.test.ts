import { describe, expect, test } from 'vitest'

import { batchSite } from '../batch/batch-site.ts'
import { digestOf } from '../support/captioned-site.ts'
import { type AskingSite, askingSite } from './asking-site.ts'

const english = 'A brown dog with a blue collar in front of a brick house'
const german = 'Ein brauner Hund mit blauem Halsband vor einem Backsteinhaus'
const repair = 'It is in English (en); write it in German (de).'

/** A site with one picture, `content/dog.png`, and what is stored about it, by the rest of the key. */
async function dogSite(
  answer: NonNullable<Parameters<typeof askingSite>[0]>['answer'],
  stored: Readonly<Record<string, unknown>> = {}
): Promise<AskingSite> {
  const site = await askingSite({ ...(answer && { answer }) })
  const digest = await digestOf(await site.picture('content/dog.png', 'brown'))
  const captions = Object.fromEntries(Object.entries(stored).map(([rest, record]) => [digest + rest, record]))
  if (Object.keys(captions).length > 0) {
    await site.write('alt-text.json', JSON.stringify({ version: 1, captions }))
  }
  return site
}

/** The words that went to the server with each request. */
function asked({ server }: AskingSite): readonly string[] {
  return server.chats.map(({ body }) => JSON.stringify(body))
}

describe('an answer in another language', () => {
  test('is repaired by a request that says which', async () => {
    const site = await dogSite(({ text }) => (text.includes(repair) ? german : english))
    const outcomes = await site.open().captionAll([site.use('dog.png', { lang: 'de' })])
    expect(outcomes).toMatchObject([{ kind: 'filled', alt: german, problems: [] }])
    expect(site.server.chats).toHaveLength(2)
  })

  test('is stored for review when the repair brings the same, and reaches no page', async () => {
    const site = await dogSite(() => english)
    const autoAlt = site.open()
    const outcomes = await autoAlt.captionAll([site.use('dog.png', { lang: 'de' })])
    await autoAlt.flush()
    expect(outcomes).toMatchObject([{ kind: 'left', reason: 'needs-review' }])
    expect(outcomes[0]).toHaveProperty('message', expect.stringContaining('wrong-language'))
    expect(Object.values(await site.captions())).toMatchObject([
      { alt: english, problems: ['wrong-language'] }
    ])
    expect(site.server.chats).toHaveLength(2)
  })

  test('is no fault where it is the language of the page', async () => {
    const site = await dogSite(() => english)
    const outcomes = await site.open().captionAll([site.use('dog.png', { lang: 'en-GB' })])
    expect(outcomes).toMatchObject([{ kind: 'filled', alt: english, problems: [] }])
    expect(site.server.chats).toHaveLength(1)
  })

  test('is asked about anew by the next batch, which is told why', async () => {
    let answered = english
    const site = await batchSite(2, {}, { answer: () => answered })
    await site.write('page.md', '---\nlang: de\n---\n\n![](0.png)\n\n![](1.png)\n')
    await site.run('batch', 'submit')
    await site.run('batch', 'collect')
    answered = german
    await site.run('batch', 'submit')
    const said = JSON.stringify(site.server.chats.map(({ body }) => body))
    expect(said).toContain(repair)
    await site.run('batch', 'collect')
    const records = Object.values(await site.captions())
    expect(records.map(({ alt }) => alt)).toContain(german)
  })
})

describe('what a person said in another language', () => {
  const approved = { alt: 'Rex vor unserem Haus', status: 'approved' }

  test('is translated with the image at hand', async () => {
    const site = await dogSite(() => 'Rex in front of our house', { ':de': approved })
    const outcomes = await site.open().captionAll([site.use('dog.png', { lang: 'en' })])
    expect(outcomes).toMatchObject([{ kind: 'filled', alt: 'Rex in front of our house', problems: [] }])
    const [request = '', ...others] = asked(site)
    expect(others).toEqual([])
    expect(request).toContain('Rex vor unserem Haus')
    expect(request).toContain('in German (de)')
    expect(request).toContain('into English (en)')
    expect(site.server.chats[0]?.image).toBeDefined()
  })

  test('is not asked about where it is in the language of the page', async () => {
    const site = await dogSite(() => english, { ':de': approved })
    const outcomes = await site.open().captionAll([site.use('dog.png', { lang: 'de-AT' })])
    expect(outcomes).toMatchObject([{ kind: 'filled', alt: approved.alt, source: 'file' }])
    expect(site.server.chats).toEqual([])
  })

  test.each<[what: string, taken: string, stored: Readonly<Record<string, unknown>>]>([
    [
      'that of the site first',
      'VON DER SEITE',
      { ':da': { alt: 'FRA DANMARK' }, ':fr': { alt: 'VON DER SEITE' }, ':pl': { alt: 'Z POLSKI' } }
    ],
    [
      'else the first by its tag',
      'FRA DANMARK',
      { ':pl': { alt: 'Z POLSKI' }, ':da': { alt: 'FRA DANMARK' } }
    ],
    [
      'never what a model wrote and nobody read',
      'Z POLSKI',
      {
        ':da': { alt: 'FRA DANMARK', status: 'generated', origin: 'model', sum: 'aaaaaa' },
        ':fr': { alt: 'REJETÉ', status: 'rejected' },
        ':pl': { alt: 'Z POLSKI', status: 'approved' }
      }
    ]
  ])('is taken in one order: %s', async (_, taken, stored) => {
    const site = await dogSite(() => 'Rex in front of our house', stored)
    const digest = await digestOf(`${site.root}/content/dog.png`)
    // The checksum of a text that the tool wrote.
    const records = (await site.captions()) as Record<string, { alt: string; sum?: string }>
    for (const record of Object.values(records)) {
      if (record.sum !== undefined) record.sum = await sumOf(record.alt)
    }
    await site.write('alt-text.json', JSON.stringify({ version: 1, captions: records }))
    expect(Object.keys(records).every((key) => key.startsWith(digest))).toBe(true)
    await site.open({ language: 'fr' }).captionAll([site.use('dog.png', { lang: 'en' })])
    const [request = ''] = asked(site)
    const texts = Object.values(records).map(({ alt }) => alt)
    expect(texts.filter((text) => request.includes(`${text}`))).toEqual([taken])
  })

  test('of a link is translated for the same link, whatever language its address names', async () => {
    const site = await dogSite(() => 'To our shop', {
      ':de': approved,
      ':de:link=/de/shop': { alt: 'Zu unserem Laden' },
      ':de:link=/de/about': { alt: 'Über uns' }
    })
    await site.open().captionAll([site.use('dog.png', { lang: 'en', href: '/shop' })])
    const [request = ''] = asked(site)
    expect(request).toContain('Zu unserem Laden')
    expect(request).not.toMatch(/Über uns|Rex/u)
  })

  test('stays on this machine with context: false', async () => {
    const site = await dogSite(() => english, { ':de': approved })
    await site.open({ context: false }).captionAll([site.use('dog.png', { lang: 'en' })])
    expect(asked(site)[0]).not.toContain('Rex')
  })

  test('goes with a batch as well', async () => {
    const site = await batchSite(2, {}, { answer: () => 'Rex in front of our house' })
    const digests = await Promise.all(['0.png', '1.png'].map((name) => digestOf(`${site.root}/${name}`)))
    const captions = Object.fromEntries(digests.map((digest) => [`${digest}:de`, approved]))
    await site.write('alt-text.json', JSON.stringify({ version: 1, captions }))
    await site.run('batch', 'submit')
    const sent =
      JSON.stringify(site.server.chats.map(({ body }) => body)) + JSON.stringify(site.server.requests)
    expect(sent).toContain('Rex vor unserem Haus')
    await site.run('batch', 'collect')
    const records = Object.entries(await site.captions()).filter(([key]) => key.endsWith(':en'))
    expect(records.map(([, { alt, status }]) => [alt, status])).toEqual([
      ['Rex in front of our house', 'generated'],
      ['Rex in front of our house', 'generated']
    ])
  })
})

describe('an image that a person calls decorative in one language', () => {
  const decorative = { ':de': { alt: '', status: 'decorative' } }

  test('is decorative in each, frozen or not', async () => {
    const site = await dogSite(() => english, decorative)
    for (const frozen of [true, false]) {
      const outcomes = await site.open({ frozen }).captionAll([site.use('dog.png', { lang: 'en' })])
      expect(outcomes).toMatchObject([{ kind: 'filled', alt: '', source: 'file', origin: 'human' }])
    }
    expect(site.server.chats).toEqual([])
  })

  test('has its own words where there are some', async () => {
    const site = await dogSite(() => english, { ...decorative, ':en': { alt: 'Rex' } })
    const outcomes = await site.open().captionAll([site.use('dog.png', { lang: 'en' })])
    expect(outcomes).toMatchObject([{ kind: 'filled', alt: 'Rex' }])
  })

  test('names a link all the same', async () => {
    const site = await dogSite(() => 'To the shop', decorative)
    const outcomes = await site.open().captionAll([site.use('dog.png', { lang: 'en', href: '/shop' })])
    expect(outcomes).toMatchObject([{ kind: 'filled', alt: 'To the shop' }])
  })

  test('leaves no button nameless, whichever place comes first', async () => {
    const site = await dogSite(() => english, decorative)
    const picture = site.use('dog.png', { lang: 'en', page: 'content/m.md' })
    for (const page of ['content/a.md', 'content/z.md']) {
      const button = {
        ...site.use('dog.png', { lang: 'en', page }),
        purpose: { kind: 'button' } as const
      }
      expect(await site.open({ frozen: true }).captionAll([picture, button])).toMatchObject([
        { kind: 'filled', alt: '' },
        { kind: 'left', reason: 'frozen' }
      ])
    }
  })

  test('that is rejected in one language is asked about in another', async () => {
    const site = await dogSite(() => english, { ':de': { alt: 'Ein Hund', status: 'rejected' } })
    const outcomes = await site.open().captionAll([site.use('dog.png', { lang: 'en' })])
    expect(outcomes).toMatchObject([{ kind: 'filled', alt: english, source: 'model' }])
    expect(asked(site)[0]).not.toContain('Ein Hund')
  })
})

describe('words in an image that name no language', () => {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40"><title>${german}</title><rect width="40" height="40"/></svg>`

  test('are translated where they are certainly in another', async () => {
    const site = await askingSite({ answer: () => english })
    await site.write('content/dog.svg', svg)
    const autoAlt = site.open()
    const outcomes = await autoAlt.captionAll([site.use('dog.svg', { lang: 'en' })])
    await autoAlt.flush()
    expect(outcomes).toMatchObject([{ kind: 'filled', alt: english, source: 'model' }])
    expect(asked(site)[0]).toContain(german)
    expect(asked(site)[0]).toContain('in German (de)')
  })

  test('are used as they are where nobody can be asked, and not kept for this language', async () => {
    const site = await askingSite()
    await site.write('content/dog.svg', svg)
    const autoAlt = site.open({ provider: false }, { kind: 'build' })
    const outcomes = await autoAlt.captionAll([
      site.use('dog.svg', { lang: 'en' }),
      site.use('dog.svg', { lang: 'de', offset: 9 })
    ])
    await autoAlt.flush()
    expect(outcomes).toMatchObject([
      { kind: 'filled', alt: german, source: 'embedded' },
      { kind: 'filled', alt: german, source: 'embedded' }
    ])
    expect(Object.keys(await site.captions()).map((key) => key.replace(/^\w+/u, ''))).toEqual([':de'])
  })

  test('count for each language where that is not certain', async () => {
    const site = await askingSite()
    await site.write('content/dog.svg', svg.replace(german, 'Rex im Garten'))
    const outcomes = await site.open().captionAll([site.use('dog.svg', { lang: 'en' })])
    expect(outcomes).toMatchObject([{ kind: 'filled', alt: 'Rex im Garten', source: 'embedded' }])
    expect(site.server.chats).toEqual([])
  })
})

async function sumOf(text: string): Promise<string> {
  const { captionSum } = await import('../../src/captions/caption-sum.ts')
  return captionSum(text)
}
