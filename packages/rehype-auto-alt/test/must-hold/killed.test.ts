import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { type ProtocolDouble, type RecordedRequest, startProtocolDouble } from '@auto-alt/protocol-double'
import sharp from 'sharp'
import { beforeAll, expect, test } from 'vitest'

import { parseCaptions } from '../../src/captions/captions-json.ts'
import { makeSite } from '../support/site.ts'
import { start } from './built-command.ts'
import { type HeldUp, watchHeldUp } from './held-up.ts'

const isFull = process.env['AUTO_ALT_FULL'] === '1'
const rounds = isFull ? 50 : 12
const images = 100
/**
 * An answer that the server had finished so long before the kill is never asked for again. Milliseconds; those in which
 * the machine gave its processors to others do not count.
 */
const safe = 250
const seed = Number(process.env['AUTO_ALT_SEED'] ?? Date.now() % 1_000_000)
const args = ['generate', '--concurrency', '8', '--format', 'json']

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
function randomNumbers(from: number): () => number {
  let state = from
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

let server: ProtocolDouble
beforeAll(async () => {
  server = await startProtocolDouble({
    answer: ({ number }) => `Rectangle number ${number}`,
    fault: () => ({ kind: 'slow', milliseconds: 40 })
  })
  return () => server.close()
})

async function makeSiteOfImages(): Promise<string> {
  const site = await makeSite()
  const uses: string[] = []
  for (let index = 0; index < images; index++) {
    const background = { r: index * 2, g: (index * 37) % 256, b: 255 - index * 2 }
    const picture = sharp({ create: { width: 24, height: 24, channels: 3, background } })
    await site.write(`images/${index}.png`, await picture.png().toBuffer())
    uses.push(`![](images/${index}.png)`)
  }
  await site.write('page.md', uses.join('\n\n'))
  return site.root
}

/** Pictures whose answer was finished so long before the end of a process that it has to have kept it. */
function answeredLongBefore(
  end: number,
  requests: readonly RecordedRequest[],
  heldUp: HeldUp
): Set<string | undefined> {
  const isLongAgo = (at: number): boolean => end - at - heldUp.between(at, end) >= safe
  return new Set(
    requests.flatMap(({ finished, image }) => (finished !== undefined && isLongAgo(finished) ? [image] : []))
  )
}

async function requestsReach(count: number): Promise<void> {
  while (server.chats.length < count) await wait(2)
}

test(
  `kill -9 at ${rounds} random moments${isFull ? '' : ' (50 with AUTO_ALT_FULL=1)'} leaves a captions file that parses, and no answer is asked for twice`,
  { timeout: isFull ? 600_000 : 240_000 },
  async () => {
    const root = await makeSiteOfImages()
    const env = { AUTO_ALT_BASE_URL: server.url, AUTO_ALT_MODEL: 'double' }
    const startAfresh = async (): Promise<ReturnType<typeof start>> => {
      await rm(join(root, 'alt-text.json'), { force: true })
      await rm(join(root, 'node_modules/.cache'), { recursive: true, force: true })
      return start('auto-alt', args, { cwd: root, env })
    }

    const random = randomNumbers(seed)
    let killed = 0
    let kept = 0
    for (let round = 0; round < rounds; round++) {
      const count = 1 + Math.floor(random() * images)
      const delay = Math.round(random() * 100)
      const where = `round ${round}, AUTO_ALT_SEED=${seed}, killed ${delay} ms after request ${count}`
      const before = server.chats.length
      const { child, ended } = await startAfresh()
      const heldUp = watchHeldUp(child.pid ?? 0)
      await requestsReach(before + 1)
      await wait(50)
      await Promise.race([requestsReach(before + count), ended])
      await wait(delay)
      child.kill('SIGKILL')
      const killedAt = Date.now()
      heldUp.stop()
      if ((await ended).status === -1) killed++
      const finished = answeredLongBefore(killedAt, server.chats.slice(before), heldUp)
      const text = await readFile(join(root, 'alt-text.json'), 'utf8').catch(() => undefined)
      if (text !== undefined) expect(() => parseCaptions(text, 'alt-text.json'), where).not.toThrow()
      // A request of the dead process that is still on its way does not count for the next one.
      await wait(60)

      const between = server.chats.length
      const second = start('auto-alt', args, { cwd: root, env })
      expect((await second.ended).status, where).toBe(0)
      const again = server.chats.slice(between).flatMap(({ image }) => (finished.has(image) ? [image] : []))
      expect(again, `${where}: asked again for ${again.length} of ${finished.size}`).toEqual([])
      const { records } = parseCaptions(await readFile(join(root, 'alt-text.json'), 'utf8'), 'alt-text.json')
      expect(records.size, where).toBe(images)
      kept += finished.size
    }
    // Otherwise nothing was tested: the runs ended before the kill, or nothing was finished by then.
    expect(killed, `AUTO_ALT_SEED=${seed}`).toBeGreaterThan(rounds * 0.6)
    expect(kept, `AUTO_ALT_SEED=${seed}`).toBeGreaterThan(rounds)
    console.log(
      `kill -9: ${killed} of ${rounds} runs killed, ${kept} finished answers kept, AUTO_ALT_SEED=${seed}`
    )
  }
)

test('a run that is interrupted by Ctrl-C keeps its answers as well', { timeout: 60_000 }, async () => {
  const root = await makeSiteOfImages()
  const env = { AUTO_ALT_BASE_URL: server.url, AUTO_ALT_MODEL: 'double' }
  const before = server.chats.length
  const { child, ended } = start('auto-alt', args, { cwd: root, env })
  const heldUp = watchHeldUp(child.pid ?? 0)
  await requestsReach(before + 1)
  await wait(500)
  child.kill('SIGINT')
  const stopped = Date.now()
  heldUp.stop()
  await ended
  const finished = answeredLongBefore(stopped, server.chats.slice(before), heldUp)
  await wait(60)
  const between = server.chats.length
  expect((await start('auto-alt', args, { cwd: root, env }).ended).status).toBe(0)
  expect(server.chats.slice(between).flatMap(({ image }) => (finished.has(image) ? [image] : []))).toEqual([])
})
