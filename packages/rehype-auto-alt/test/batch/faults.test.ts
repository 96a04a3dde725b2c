import type { ProtocolDoubleOptions, ReceivedRequest } from '@auto-alt/protocol-double'
import { describe, expect, test } from 'vitest'

import { batchSite, expectedAlts, numberOf, range, wordsFor } from './batch-site.ts'

const tooLong = `${'A very long account of a plain coloured rectangle '.repeat(4)}on its own`

/** Requests in a batch have no headers of their own; they are numbered from 1 in each batch. */
const isLine = ({ headers }: ReceivedRequest, ...numbers: number[]): ((number: number) => boolean) => {
  return (number) => headers.host === undefined && numbers.includes(number)
}

const longFor =
  (...numbers: number[]): NonNullable<ProtocolDoubleOptions['answer']> =>
  async (request) =>
    request.earlier === 0 && isLine(request, ...numbers)(request.number)
      ? tooLong
      : wordsFor(await numberOf(request))

describe('lines that fail', () => {
  test('are asked again alone, an answer that breaks rules with its faults', async () => {
    const repairs: string[] = []
    const answer = longFor(2, 3)
    const site = await batchSite(
      8,
      {},
      {
        answer: (request) => {
          if (request.text.includes('You have answered for this picture before')) repairs.push(request.text)
          return answer(request)
        }
      }
    )
    await site.run('batch', 'submit')
    const first = await site.run('batch', 'collect')
    expect(first.stdout).toBe(
      'batch_1: completed; 5 described, 2 to be asked again\n' +
        '2 images without a usable answer: `auto-alt batch submit` asks again for them alone, `auto-alt generate` one by one.\n'
    )
    expect(await site.read('alt-text.batch.json')).toContain('"tries": 1')
    expect((await site.run('batch', 'status')).stdout).toContain(
      '\n2 images to be asked again with the next batch.\n'
    )
    expect(repairs).toEqual([])
    const second = await site.run('batch', 'submit')
    expect(second.stderr).toContain('batch_2: submitted, 1 image,')
    expect((await site.run('batch', 'collect')).stdout).toBe('batch_2: completed; 1 described\n')
    expect(await site.alts()).toEqual(expectedAlts(...range(8)))
    expect(repairs.map((text) => /It has \d+ characters/u.exec(text)?.[0])).toEqual(
      Array(2).fill('It has 210 characters')
    )
    expect(site.timesSent().toSorted((a, b) => a - b)).toEqual([1, 1, 1, 1, 1, 1, 2, 2])
  })

  test('every way for a line to fail: nothing wrong is stored, and the rest is', async () => {
    const faults = ['refusal', 'length', 'empty', 'html', 'content-filter', 'error-200', 'prose'] as const
    let lost = ''
    const site = await batchSite(faults.length + 3, {
      fault: ({ number }) => {
        const kind = faults[number - 2]
        return kind && { kind }
      },
      lost: (id) => (lost ||= id) === id
    })
    await site.run('batch', 'submit')
    const { stdout } = await site.run('batch', 'collect')
    expect(stdout).toContain(
      'batch_1: completed; 2 described, 2 declined by the model, 4 to be asked again, 1 not worked on'
    )
    const captions = Object.values(await site.captions())
    expect(captions.filter(({ alt }) => alt === '').map(({ problems }) => problems)).toEqual([
      ['refusal'],
      ['refusal']
    ])
    const described = Object.entries(await site.alts()).filter(([, alt]) => alt !== '')
    expect(described).toHaveLength(3)
    for (const [file, alt] of described) expect(alt).toBe(wordsFor(Number.parseInt(file, 10)))
  })

  test('an image that fails three times is passed over', async () => {
    const site = await batchSite(5, { fault: () => ({ kind: 'empty' }) })
    for (const lines of [4, 3, 2]) {
      // The first is asked about at once, which works here.
      expect((await site.run('batch', 'submit')).stderr).toContain(`submitted, ${lines} image`)
      await site.run('batch', 'collect')
    }
    const asked = site.server.perImage.size
    const before = site.timesSent().reduce((sum, times) => sum + times, 0)
    const { stderr, stdout } = await site.run('batch', 'submit')
    expect(stdout).toContain('3 answers in batches could not be used')
    expect(stderr).not.toContain('submitted')
    expect(site.server.perImage.size).toBe(asked)
    expect(site.timesSent().reduce((sum, times) => sum + times, 0)).toBe(before)
    await site.run('generate')
    expect(await site.alts()).toEqual(expectedAlts(...range(5)))
  })
})

describe('a batch that does not end well', () => {
  test('expired: what was done is kept, the rest goes into the next one', async () => {
    const site = await batchSite(7, { end: (number) => (number === 1 ? 'expired' : 'completed'), done: 4 })
    await site.run('batch', 'submit')
    const { status, stdout } = await site.run('batch', 'collect')
    expect(stdout).toContain('batch_1: expired; 4 described, 2 not worked on')
    expect(status).toBe(0)
    expect(Object.keys(await site.alts())).toHaveLength(5)
    await site.run('batch', 'submit')
    await site.run('batch', 'collect')
    expect(await site.alts()).toEqual(expectedAlts(...range(7)))
  })

  test('expired: what is known of an earlier answer is kept for the next one', async () => {
    const repairs: string[] = []
    const site = await batchSite(
      3,
      { end: (number) => (number === 2 ? 'expired' : 'completed'), done: 0 },
      {
        answer: async (request) => {
          const isRepair = request.text.includes('You have answered for this picture before')
          if (isRepair) repairs.push(request.text)
          return isLine(request, 1, 2)(request.number) && !isRepair
            ? tooLong
            : wordsFor(await numberOf(request))
        }
      }
    )
    const known = async (): Promise<unknown> =>
      (JSON.parse(await site.read('alt-text.batch.json')) as { again: unknown }).again
    await site.run('batch', 'submit')
    await site.run('batch', 'collect')
    const before = await known()
    expect(Object.values(before as object)).toMatchObject([{ tries: 1 }, { tries: 1 }])
    await site.run('batch', 'submit')
    expect((await site.run('batch', 'collect')).stdout).toContain('batch_2: expired; ')
    expect(await known()).toEqual(before)
  })

  test('refused as a whole: says why, ends with status 2, and nothing counts as in flight', async () => {
    const site = await batchSite(4, { end: () => 'failed' })
    await site.run('batch', 'submit')
    const { status, stdout } = await site.run('batch', 'collect')
    expect(status).toBe(2)
    expect(stdout).toContain('batch_1: failed (line 1: The model does not exist); 3 not worked on')
    expect((await site.run('batch', 'status')).stdout).toBe('No batch is in flight.\n')
    const waited = await site.run('generate', '--batch', '--wait', '--poll', '0.01')
    expect(waited.status).toBe(2)
  })

  test('cancelled: what was done is collected, and nothing is asked twice', async () => {
    const site = await batchSite(7, { looks: 5, done: 2 })
    await site.run('batch', 'submit')
    const cancelled = await site.run('batch', 'cancel')
    expect(cancelled.stdout).toBe('batch_1: asked to stop; `auto-alt batch collect` brings what was done\n')
    const { stdout } = await site.run('batch', 'collect')
    expect(stdout).toContain('batch_1: cancelled; 2 described, 4 not worked on')
    expect(Object.keys(await site.alts())).toHaveLength(3)
    expect((await site.run('batch', 'cancel')).stdout).toBe('No batch is in flight.\n')
  })

  test('unknown to the provider: the others are collected all the same, and it can be given up', async () => {
    const site = await batchSite(4)
    await site.run('batch', 'submit')
    const text = await site.read('alt-text.batch.json')
    const { batches } = JSON.parse(text) as { batches: [Record<string, unknown>] }
    const gone = {
      ...batches[0],
      name: 'auto-alt-gone',
      batch: 'batch_gone',
      items: { 'ab:en': { files: [] } }
    }
    await site.write('alt-text.batch.json', JSON.stringify({ version: 1, batches: [gone, ...batches] }))
    const { stderr, stdout } = await site.run('batch', 'collect', '--wait')
    expect(stdout).toMatch(
      /^batch_1: completed; 3 described\nbatch_gone: not known to the provider, 1 image/u
    )
    expect(stderr).toContain('batch_gone: 127.0.0.1:double knows it no more.')
    expect((await site.run('batch', 'cancel')).stdout).toContain('batch_gone: given up')
    expect((await site.run('batch', 'status')).stdout).toBe('No batch is in flight.\n')
  })

  test('the key is refused: nothing is uploaded, status 2', async () => {
    const site = await batchSite(4, {}, { key: 'right-key' })
    const { status, stderr, stdout } = await site.run('batch', 'submit', '--api-key', 'wrong-key')
    expect(status).toBe(2)
    expect(stdout + stderr).toContain('the server refuses the key')
    expect(site.server.requests.some(({ path }) => path === '/v1/files')).toBe(false)
  })

  test('nobody answers: after three images no more are tried, and nothing is submitted', async () => {
    const site = await batchSite(6, {}, { fault: () => ({ kind: 'status', status: 404 }) })
    const { status, stdout } = await site.run('batch', 'submit', '--retries', '0')
    expect(status).toBe(2)
    expect(stdout).toContain('stopped')
    expect(site.server.chats).toHaveLength(3)
    expect(site.server.batch?.files.all).toEqual([])
  })

  test('a server without a Batch API is named, and nothing counts as in flight', async () => {
    const site = await batchSite(3)
    const chat = await batchSite(1)
    const { status, stderr } = await site.run(
      'batch',
      'submit',
      '--batch-base-url',
      chat.server.url.replace('/v1', '/v2')
    )
    expect(status).toBe(2)
    expect(stderr).toContain('/v2 know no Batch API. Set `batch.baseURL`')
    expect((await site.run('batch', 'status')).stdout).toBe('No batch is in flight.\n')
  })
})
