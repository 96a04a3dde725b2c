import { cannotTell } from '@auto-alt/protocol-double'
import { expect, test } from 'vitest'

import { batchSite, numberOf, wordsFor } from './batch-site.ts'

test('what a model is not sure of in a batch waits for a person, and what it cannot tell is left', async () => {
  const site = await batchSite(
    4,
    {},
    {
      answer: async (request) => {
        const index = await numberOf(request)
        if (index === 3) return cannotTell
        return { alt_text: wordsFor(index), kind: 'photo', confidence: index === 2 ? 0.1 : 0.9 }
      }
    }
  )
  await site.run('batch', 'submit')
  await site.run('batch', 'collect')
  const stored = Object.values(await site.captions())
  const unsure = stored.filter(({ problems }) => problems?.includes('low-confidence'))
  const byFile = unsure.map(({ alt, files = [], status }) => [files[0], alt, status])
  expect(byFile.sort(([one = ''], [other = '']) => (one < other ? -1 : 1))).toEqual([
    ['2.png', wordsFor(2), 'generated'],
    ['3.png', '', 'rejected']
  ])
  await site.run('batch', 'submit')
  expect(site.timesSent()).toEqual([1, 1, 1, 1])
})

test('a picture of words gets them in a batch, too', async () => {
  const shown = { alt_text: 'A sign', kind: 'text', visible_text: 'Closed on Mondays', confidence: 0.9 }
  const site = await batchSite(2, {}, { answer: () => shown })
  await site.run('batch', 'submit')
  await site.run('batch', 'collect')
  expect(await site.alts()).toEqual({ '0.png': 'Closed on Mondays', '1.png': 'Closed on Mondays' })
})

test('no batch is submitted whose captions were to be looked at again', async () => {
  const site = await batchSite(2)
  const { status, stderr } = await site.run('batch', 'submit', '--verify')
  expect(status).toBe(2)
  expect(stderr).toContain('verify: the captions of a batch cannot be looked at again')
  expect(site.server.requests).toHaveLength(0)
})

test('models that cannot tell what the first images show have answered: the others are submitted', async () => {
  const site = await batchSite(
    5,
    {},
    {
      answer: async (request) =>
        (await numberOf(request)) < 3 ? cannotTell : wordsFor(await numberOf(request))
    }
  )
  const { stderr, stdout } = await site.run('batch', 'submit')
  expect(stdout).not.toContain('got no answer')
  expect(stderr).toContain('batch_1: submitted, 4 images')
})
