import { createHash } from 'node:crypto'
import type { Fault, ProtocolDouble, ReceivedRequest } from '@auto-alt/protocol-double'
import { describe, expect, it } from 'vitest'

import { checkAnswer } from '../../src/rules/answer/check-answer.ts'
import { countGraphemes } from '../../src/rules/plain-text.ts'
import { askingSite } from './asking-site.ts'

const retries = 3
const faults: readonly Fault[] = [
  { kind: 'status', status: 500 },
  { kind: 'cut-body' },
  { kind: 'html' },
  { kind: 'empty' },
  { kind: 'fenced' },
  { kind: 'refusal-text' },
  { kind: 'long' }
]
const worthAnotherTry = new Set(['status', 'cut-body', 'html', 'empty'])

/** One request in ten for each fault, the same in each run whatever the order of arrival. */
function faultOf(seed: string): (request: ReceivedRequest) => Fault | undefined {
  return ({ earlier, image }) => {
    const hash = createHash('sha256').update(`${seed} ${image?.sha256} ${earlier}`).digest()
    return faults[Math.floor(hash.readUInt32BE(0) / 2 ** 32 / 0.1)]
  }
}

/** What the server was asked about each picture, as names of what it answered, in order. */
function outcomesAt(server: ProtocolDouble): Map<string, string[]> {
  const outcomes = new Map<string, string[]>()
  for (const { image = '', outcome } of server.chats)
    outcomes.set(image, [...(outcomes.get(image) ?? []), outcome])
  return outcomes
}

/** How many requests these answers are a reason for: the first, a retry after each failure, one repair. */
function requestsDue(outcomes: readonly string[]): number {
  let tries = retries
  let isRepair = false
  for (const [index, outcome] of outcomes.entries()) {
    if (worthAnotherTry.has(outcome) && tries-- > 0) continue
    if (outcome === 'long' && !isRepair) isRepair = true
    else return index + 1
  }
  return outcomes.length + 1
}

describe('a server that fails in seven ways, each at one request in ten,', () => {
  it.each(['one', 'two'])(
    'leaves each of 100 images with a valid caption or a named reason (%s)',
    async (seed) => {
      const site = await askingSite({
        fault: faultOf(seed),
        answer: ({ text }) => `A plain square on ${/sheet \d+/u.exec(text)?.[0]}`
      })
      const uses = []
      for (let index = 0; index < 100; index++) {
        const name = `square-${index}.png`
        await site.picture(`content/${name}`, `rgb(${index * 2}, ${255 - index * 2}, ${(index * 37) % 256})`)
        uses.push(site.use(name, { page: `content/page-${index}.md`, context: { title: `sheet ${index}` } }))
      }
      const autoAlt = site.open({ concurrency: 16, retries })
      const outcomes = await autoAlt.captionAll(uses)
      await autoAlt.flush()

      const perImage = outcomesAt(site.server)
      expect(perImage.size).toBe(100)
      expect([...perImage.values()].filter((answers) => answers.length !== requestsDue(answers))).toEqual([])
      expect(Math.max(...site.server.perImage.values())).toBeLessThanOrEqual(1 + 1 + retries)
      for (const { kind } of faults) expect([...perImage.values()].flat()).toContain(kind)

      for (const [index, outcome] of outcomes.entries()) {
        const words = outcome.kind === 'filled' ? outcome.alt : outcome.message
        expect(words).toContain(outcome.kind === 'filled' ? `sheet ${index}` : `square-${index}.png`)
        if (outcome.kind === 'left') {
          expect(outcome.reason).toMatch(/^(?:server|network|malformed|empty|refusal|needs-review)$/u)
        }
      }
      const stored = Object.values(await site.captions())
      for (const { alt, problems, status } of stored) {
        if (status === 'rejected') {
          expect([alt, problems]).toEqual(['', ['refusal']])
          continue
        }
        expect(countGraphemes(alt)).toBeLessThanOrEqual(120)
        expect(checkAnswer(alt, { maxLength: 120, fullStop: false, language: 'en' })).toEqual({
          text: alt,
          faults: []
        })
      }

      const { summary } = await autoAlt.report()
      const unanswered = outcomes.filter(
        (outcome) => outcome.kind === 'left' && /^(?:server|network|malformed|empty)$/u.test(outcome.reason)
      )
      expect(stored).toHaveLength(100 - unanswered.length)
      expect(summary).toMatchObject({
        images: 100,
        asked: 100,
        requests: site.server.chats.length,
        generated: outcomes.filter(({ kind }) => kind === 'filled').length,
        left: outcomes.filter(({ kind }) => kind === 'left').length
      })
      expect(summary.generated).toBeGreaterThan(60)
    }
  )
})
