import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { networkInterfaces, tmpdir } from 'node:os'
import { join } from 'node:path'

import { nearestPicture, startProtocolDouble, type ProtocolDouble } from '@auto-alt/protocol-double'
import sharp from 'sharp'
import { afterEach, describe, expect, test } from 'vitest'

import { openaiCompatible } from '../../src/providers/openai-compatible.ts'
import { noAbort, sampleRequest } from './sample-request.ts'

const doubles: ProtocolDouble[] = []
const folders: string[] = []
afterEach(async () => {
  await Promise.all(doubles.splice(0).map((double) => double.close()))
  await Promise.all(folders.splice(0).map((folder) => rm(folder, { recursive: true })))
})

async function start(options: Parameters<typeof startProtocolDouble>[0]): Promise<ProtocolDouble> {
  const double = await startProtocolDouble(options)
  doubles.push(double)
  return double
}

describe('the protocol double', () => {
  test('answers from the picture and from how often it was asked about it', async () => {
    const double = await start({
      answer: ({ earlier, image }) => `${image?.mediaType} of ${image?.bytes.length} bytes, ${earlier} before`
    })
    const provider = openaiCompatible({ name: 'x', model: 'm', baseURL: double.url })
    const [red, blue] = [await sampleRequest({}, '#c22'), await sampleRequest({}, '#22c')]
    const texts: string[] = []
    for (const request of [red, red, blue]) texts.push((await provider.describe(request, noAbort())).text)
    const about = (request: typeof red, before: number): string =>
      `image/jpeg of ${request.image.bytes.length} bytes, ${before} before`
    expect(texts).toEqual([about(red, 0), about(red, 1), about(blue, 0)])
    expect([...double.perImage.values()]).toEqual([2, 1])
  })

  test('records what it was asked, what it said and when that was out, without the picture', async () => {
    const double = await start({ fault: ({ number }) => (number === 2 ? { kind: 'cut-body' } : undefined) })
    const provider = openaiCompatible({ name: 'x', model: 'm', baseURL: double.url, apiKey: 'key-1' })
    const request = await sampleRequest()
    await provider.describe(request, noAbort())
    await provider.describe(request, noAbort()).catch(() => undefined)
    const [first, second] = double.requests
    expect(first).toMatchObject({
      method: 'POST',
      authorization: 'Bearer key-1',
      outcome: 'answer',
      status: 200
    })
    expect(first?.finished).toBeGreaterThanOrEqual(first?.time ?? Infinity)
    expect(first?.answered).toContain('A red square')
    expect(JSON.stringify(first?.body)).toContain(`sha256:${first?.image}`)
    expect(JSON.stringify(first?.body)).not.toContain('base64')
    expect(second).toMatchObject({ outcome: 'cut-body', status: 200 })
    expect(second?.finished).toBeUndefined()
  })

  test.each([true, false])(
    'admits so many requests in a window, and says when again: %s',
    async (retryAfter) => {
      const double = await start({ rateLimit: { requests: 2, window: 60_000, retryAfter } })
      const provider = openaiCompatible({ name: 'x', model: 'm', baseURL: double.url })
      const request = await sampleRequest()
      await provider.describe(request, noAbort())
      await provider.describe(request, noAbort())
      const error: unknown = await provider.describe(request, noAbort()).catch((thrown: unknown) => thrown)
      expect(error).toMatchObject({ code: 'rate-limit' })
      const wait = (error as { retryAfter?: number }).retryAfter
      if (retryAfter) expect(wait).toBeGreaterThan(0)
      else expect(wait).toBeUndefined()
    }
  )

  test('wants its key', async () => {
    const double = await start({ key: 'right-key' })
    const request = await sampleRequest()
    const ask = (apiKey: string): Promise<unknown> =>
      openaiCompatible({ name: 'x', model: 'm', baseURL: double.url, apiKey }).describe(request, noAbort())
    await expect(ask('wrong-key')).rejects.toMatchObject({ code: 'refused-key' })
    await expect(ask('right-key')).resolves.toBeDefined()
  })

  test('answers on 127.0.0.1 only', async () => {
    const double = await start({})
    expect(double.url).toBe(`http://127.0.0.1:${double.port}/v1`)
    const addresses = Object.values(networkInterfaces())
      .flatMap((list) => list ?? [])
      .filter(({ family, internal }) => family === 'IPv4' && !internal)
    for (const { address } of addresses) {
      await expect(fetch(`http://${address}:${double.port}/v1/models`)).rejects.toThrow('fetch failed')
    }
  })

  test('takes a port that is free again after closing', async () => {
    const first = await startProtocolDouble()
    await first.close()
    const second = await start({ port: first.port })
    expect(second.port).toBe(first.port)
  })
})

describe('the nearest picture', () => {
  test('is found after scaling, JPEG and flattening, and nothing for a stranger', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'auto-alt-nearest-'))
    folders.push(folder)
    const shapes = {
      'sun.svg': [600, 400, '<circle cx="300" cy="200" r="150" fill="gold"/>'],
      'sea.svg': [600, 400, '<rect y="200" width="600" height="200" fill="navy"/>'],
      'tall.svg': [400, 600, '<circle cx="200" cy="300" r="150" fill="gold"/>'],
      'bars.svg': [600, 400, '<path d="M50 400V100h100v300zM250 400V200h100v200z" fill="green"/>']
    } as const
    const files: string[] = []
    for (const [name, [width, height, shape]] of Object.entries(shapes)) {
      const file = join(folder, name)
      const size = `width="${width}" height="${height}"`
      await writeFile(file, `<svg xmlns="http://www.w3.org/2000/svg" ${size}>${shape}</svg>`)
      files.push(file)
    }
    const rotated = join(folder, 'rotated.jpg')
    const half = { create: { width: 200, height: 200, channels: 3, background: '#fff' } } as const
    const landscape = await sharp({ create: { width: 400, height: 200, channels: 3, background: '#a00' } })
      .composite([{ input: await sharp(half).png().toBuffer(), left: 0, top: 0 }])
      .jpeg()
      .toBuffer()
    await writeFile(rotated, await sharp(landscape).withMetadata({ orientation: 6 }).toBuffer())
    files.push(rotated)

    const nearest = await nearestPicture(files)
    for (const file of files) {
      const pipeline = sharp(file).autoOrient().resize(331, 331, { fit: 'inside' })
      const jpeg = await pipeline.clone().flatten({ background: '#fff' }).jpeg({ quality: 60 }).toBuffer()
      expect(await nearest(jpeg)).toBe(file)
      expect(await nearest(await pipeline.clone().png().toBuffer())).toBe(file)
    }
    const { image } = await sampleRequest({}, '#808')
    expect(await nearest(image.bytes)).toBeUndefined()
  })
})
