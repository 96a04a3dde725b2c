import type { ReceivedRequest } from '@auto-alt/protocol-double'
import { setTimeout as wait } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'

import { createNotice } from '../../src/captioner/asking/notice.ts'
import type { PreparedImage } from '../../src/images/prepared-image.ts'
import { askingSite } from './asking-site.ts'

const colours = [
  'red',
  'green',
  'blue',
  'teal',
  'navy',
  'olive',
  'purple',
  'orange',
  'gray',
  'lime',
  'maroon',
  'aqua'
]

describe('one request is made for an image', () => {
  it('however many pages show it and however many calls ask at once', async () => {
    const site = await askingSite({
      answer: () => 'A red square',
      fault: () => ({ kind: 'slow', milliseconds: 30 })
    })
    await site.picture('content/square.png', 'red')
    const autoAlt = site.open({ concurrency: 8 })
    const page = (index: number): Promise<unknown> =>
      autoAlt.captionAll(
        [1, 2, 3].map((offset) => site.use('square.png', { page: `content/${index}.md`, offset }))
      )
    const together = await Promise.all(Array.from({ length: 20 }, (_, index) => page(index)))
    const after = await page(21)
    const filled = { kind: 'filled', alt: 'A red square', source: 'model' }
    expect([...together, after].flat()).toMatchObject(Array(63).fill(filled))
    expect(site.server.chats).toHaveLength(1)
    expect((await autoAlt.report()).summary).toMatchObject({
      images: 1,
      uses: 63,
      asked: 1,
      generated: 1,
      requests: 1
    })
  })

  it('when a call looks it up before the answer of another is stored and gets to asking after that', async () => {
    const site = await askingSite({ answer: () => 'A red square' })
    await site.picture('content/square.png', 'red')
    const stored = new Map<string, unknown>()
    let release = (): void => undefined
    const held = new Promise<void>((resolve) => (release = resolve))
    let reads = 0
    const captions = {
      get: async (key: string) => {
        const value = stored.get(key)
        // The second look-up has its result in hand while the first call asks and stores. What is read after the
        // request is the first call's own; should the first call come to its second one before it asks, it goes on.
        if (++reads === 2 && site.server.chats.length === 0) await Promise.race([held, wait(5000)])
        return value
      },
      set: async (key: string, value: unknown) => void stored.set(key, value),
      delete: async (key: string) => stored.delete(key),
      clear: async () => stored.clear()
    }
    const autoAlt = site.open({ captions: captions as never })
    const first = autoAlt.captionAll([site.use('square.png')])
    const second = autoAlt.captionAll([site.use('square.png')])
    await first
    release()
    expect(await second).toMatchObject([{ kind: 'filled', alt: 'A red square' }])
    expect(site.server.chats).toHaveLength(1)
  })
})

it('The words around it are those of the first page in path order, whatever the order of the uses', async () => {
  for (const order of ['213', '321', '132']) {
    const site = await askingSite({ answer: ({ text }) => `As seen on ${/sheet \d/u.exec(text)?.[0]}` })
    for (const colour of colours) await site.picture(`content/${colour}.png`, colour)
    const uses = order
      .split('')
      .flatMap((page) =>
        colours.map((colour) =>
          site.use(`${colour}.png`, { page: `content/${page}.md`, context: { title: `sheet ${page}` } })
        )
      )
    const autoAlt = site.open()
    const outcomes = await autoAlt.captionAll(uses)
    expect(outcomes).toMatchObject(Array(36).fill({ alt: 'As seen on sheet 1' }))
    await autoAlt.flush()
    expect(new Set(Object.values(await site.captions()).map(({ page }) => page))).toEqual(
      new Set(['content/1.md'])
    )
  }
})

it('No word of a page is sent with `context: false`, and instructions are', async () => {
  const requests: ReceivedRequest[] = []
  const site = await askingSite({
    answer: (request) => {
      requests.push(request)
      return 'A red square'
    }
  })
  await site.picture('content/square.png', 'red')
  const context = { title: 'Confidential', before: 'Secret words' }
  const uses = [
    site.use('square.png', { context }),
    site.use('square.png', { context, href: '/secret-product' })
  ]
  await site.open({ context: false, prompt: ({ page }) => `Name of the page: ${page.name}` }).captionAll(uses)
  expect(requests).toHaveLength(2)
  for (const { text } of requests) {
    expect(text).not.toMatch(/Confidential|Secret/iu)
    expect(text).toContain('Name of the page: content/page.md')
  }
})

describe('requests at a time', () => {
  /** The most requests that the server held at once while describing twelve images. */
  async function mostAtOnce(options: { concurrency?: number }): Promise<number> {
    let [now, most] = [0, 0]
    const site = await askingSite({
      answer: async () => {
        most = Math.max(most, ++now)
        await new Promise((resolve) => setTimeout(resolve, 25))
        now--
        return 'A square of one colour'
      }
    })
    const autoAlt = site.open(options)
    for (const colour of colours) await site.picture(`content/${colour}.png`, colour)
    await Promise.all(colours.map((colour) => autoAlt.captionAll([site.use(`${colour}.png`)])))
    expect(site.server.chats).toHaveLength(12)
    return most
  }

  it.each([1, 2, 3])('are at most %i when that is set, also over several calls', async (concurrency) => {
    expect(await mostAtOnce({ concurrency })).toBe(concurrency)
  })

  it('are one for a server on this machine', async () => {
    expect(await mostAtOnce({})).toBe(1)
  })
})

it('After Retry-After nobody asks before the time is over, for no image', async () => {
  let isFirst = true
  const site = await askingSite({
    fault: () => {
      if (!isFirst) return undefined
      isFirst = false
      return { kind: 'status', status: 429, headers: { 'retry-after-ms': '700' } }
    }
  })
  for (const colour of colours.slice(0, 4)) await site.picture(`content/${colour}.png`, colour)
  const outcomes = await site
    .open({ concurrency: 1 })
    .captionAll(colours.slice(0, 4).map((colour) => site.use(`${colour}.png`)))
  expect(outcomes).toMatchObject(Array(4).fill({ kind: 'filled' }))
  const [refused, ...others] = site.server.chats
  expect(others).toHaveLength(4)
  for (const { time } of others) expect(time - (refused?.time ?? 0)).toBeGreaterThanOrEqual(695)
})

describe('before the first request', () => {
  it('it is said once who is asked, where, about how many images, and how much is sent', async () => {
    const site = await askingSite()
    const saidBefore: string[][] = []
    const provider = {
      id: 'mine:eyes',
      host: 'eyes.example.com',
      describe: async () => {
        saidBefore.push([...site.said])
        return { text: 'A square of one colour', usage: { requests: 1 } }
      }
    }
    for (const colour of colours) await site.picture(`content/${colour}.png`, colour)
    const autoAlt = site.open({ provider, baseURL: undefined, language: 'en' })
    const half = (from: number): Promise<unknown> =>
      autoAlt.captionAll(colours.slice(from, from + 6).map((colour) => site.use(`${colour}.png`)))
    await Promise.all([half(0), half(6)])
    await half(0)
    expect(saidBefore).toHaveLength(12)
    for (const said of saidBefore) expect(said).toEqual(site.said)
    expect(site.said).toEqual([
      expect.stringMatching(
        /^Asking mine:eyes at eyes\.example\.com about 6 images: about \d+ kB, .*with words of the pages around them\.$/u
      )
    ])
  })

  it('a call that comes while it is being said waits for that', async () => {
    const site = await askingSite()
    const options = await site.open({ language: 'en' }).options()
    const provider = { id: 'mine', describe: () => Promise.reject(new Error('not asked')) }
    const log = { info: (message: string) => void site.said.push(message), warn: () => undefined }
    let prepared = (): void => undefined
    const picture = new Promise<PreparedImage>((resolve) => {
      const image = { mediaType: 'image/png', bytes: new Uint8Array(5000), width: 9, height: 9 } as const
      prepared = () => resolve(image)
    })
    const notice = createNotice({ log, options, provider }, () => picture)
    const names = { name: 'a.png', digest: 'd', language: 'en', key: 'k', plainKey: 'k' }
    const subject = { use: site.use('a.png'), ...names }
    const saidWhenDone = [notice.before([subject]), notice.before([subject])].map((done) =>
      done.then(() => site.said.length)
    )
    setImmediate(prepared)
    expect(await Promise.all(saidWhenDone)).toEqual([1, 1])
  })

  it('it is said once that captions are in English where nothing names a language', async () => {
    const site = await askingSite()
    await site.picture('content/red.png', 'red')
    await site.picture('content/green.png', 'green')
    const autoAlt = site.open({ context: false })
    await autoAlt.captionAll([site.use('red.png')])
    await autoAlt.captionAll([site.use('green.png')])
    expect(site.said).toEqual([
      expect.stringMatching(/in English\. Set `language`/u),
      expect.stringMatching(
        /^Asking vllm:double about 1 image: about 1 kB, scaled down and without metadata\.$/u
      )
    ])
  })

  it('nothing is said when nothing is asked', async () => {
    const site = await askingSite()
    await site.picture('content/red.png', 'red')
    const first = site.open()
    await first.captionAll([site.use('red.png')])
    await first.flush()
    site.said.length = 0
    await site.open().captionAll([site.use('red.png')])
    await site.open().captionAll([])
    expect(site.said).toEqual([])
  })
})

describe('a dry run', () => {
  it('asks nobody, writes nothing, and lists each image once with its size and tokens', async () => {
    const site = await askingSite()
    await site.picture('content/red.png', 'red')
    await site.write(
      'content/drawing.svg',
      '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><title>A letter</title></svg>'
    )
    const autoAlt = site.open({}, { dryRun: true })
    for (const page of ['a.md', 'b.md']) {
      const outcomes = await autoAlt.captionAll(
        ['content/red.png', 'content/drawing.svg'].map((name) => site.use(name, { page }))
      )
      expect(outcomes).toMatchObject([
        { kind: 'left', reason: 'dry-run' },
        { kind: 'filled', alt: 'A letter' }
      ])
    }
    await autoAlt.flush()
    const { summary, wouldAsk } = await autoAlt.report()
    expect(wouldAsk).toEqual([
      {
        image: 'content/red.png',
        page: 'a.md',
        size: [60, 40],
        bytes: expect.any(Number) as number,
        tokens: expect.any(Number) as number,
        usd: 0
      }
    ])
    expect(wouldAsk[0]?.tokens).toBeGreaterThan(100)
    expect(summary).toMatchObject({ images: 2, uses: 4, asked: 0, requests: 0, left: 1 })
    expect(await site.captions()).toEqual({})
    expect(site.server.requests).toEqual([])
  })
})

it('Two shared objects on one captions file lose nothing', async () => {
  const site = await askingSite({ answer: () => 'A square of one colour' })
  for (const colour of colours) await site.picture(`content/${colour}.png`, colour)
  const [one, other] = [site.open(), site.open()]
  const work = async (autoAlt: typeof one, from: number): Promise<void> => {
    for (const colour of colours.slice(from, from + 6)) {
      await autoAlt.captionAll([site.use(`${colour}.png`)])
      await autoAlt.flush()
    }
  }
  await Promise.all([work(one, 0), work(other, 6)])
  const files = Object.values(await site.captions()).flatMap((caption) => caption.files ?? [])
  expect(files.sort()).toEqual(colours.map((colour) => `content/${colour}.png`).sort())
})

it('Progress counts up to the number of images, in each call', async () => {
  const site = await askingSite()
  await site.picture('content/red.png', 'red')
  await site.picture('content/green.png', 'green')
  const steps: unknown[] = []
  await site.open().captionAll(
    ['red.png', 'red.png', 'green.png'].map((name) => site.use(name)),
    { onProgress: ({ done, total }) => steps.push([done, total]) }
  )
  expect(steps).toEqual([
    [1, 2],
    [2, 2]
  ])
})
