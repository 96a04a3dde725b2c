import { expect, test } from 'vitest'

import { batchSite, numberOf, pictureNumber } from './batch-site.ts'

test('A caption with a name that one page alone gives is kept for that page; the next batch asks for the others', async () => {
  const site = await batchSite(
    1,
    {},
    {
      answer: async (request) => {
        if ((await numberOf(request)) === 0) return 'Rectangle that is asked about first'
        return request.text.includes('Marie Curie') ? 'Desk of Marie Curie' : 'Desk with papers on it'
      }
    }
  )
  // The first image is asked about at once, so that the others go into the batch.
  await site.run('batch', 'submit')
  for (const number of [1, 2]) await site.write(`${number}.png`, await pictureNumber(number))
  await site.write('people.md', 'Nobody is named here.\n\n![](1.png)\n')
  await site.run('batch', 'submit')
  expect(await site.alts()).toMatchObject({ '1.png': 'Desk with papers on it' })
  await site.write('marie.md', 'Here Marie Curie worked.\n\n![](2.png)\n\n![](3.png)\n')
  await site.write('visit.md', 'Come and visit us.\n\n![](2.png)\n')
  await site.write('3.png', await pictureNumber(3))
  await site.run('batch', 'submit')
  const stored = async (): Promise<string[]> =>
    Object.entries(await site.captions()).map(
      ([key, { alt, files = [] }]) => `${files[0]}${key.slice(32)} ${alt}`
    )
  const { stdout } = await site.run('batch', 'collect')
  expect(stdout).toMatch(/^batch_\d: completed; \d described\n$/u)
  await site.run('batch', 'submit')
  await site.run('batch', 'collect')
  expect((await stored()).toSorted()).toEqual([
    '0.png:en Rectangle that is asked about first',
    '1.png:en Desk with papers on it',
    '2.png:en Desk with papers on it',
    '2.png:en:page=marie.md Desk of Marie Curie',
    '3.png:en:page=marie.md Desk of Marie Curie'
  ])
  const last = await site.run('batch', 'submit')
  expect(last.stderr).not.toContain('submitted')
  expect(last.stdout).not.toContain('left')
})
