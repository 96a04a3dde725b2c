import { expect, test } from 'vitest'

import { makeSite } from '../support/site.ts'
import { runMain, startServer } from './run-main.ts'

test('What is asked with sources is found when the built site is filled, each page with its own words', async () => {
  const { env, server } = await startServer({
    answer: ({ text }) => (text.includes('Marie Curie') ? 'Desk of Marie Curie' : 'Desk with papers on it')
  })
  const site = await makeSite({
    'content/marie.md': '---\ndescription: Marie Curie and her work\n---\n\n![](desk.png)\n',
    'content/visit.md': '# Visit\n\n![](desk.png)\n',
    'dist/marie/index.html': '<!doctype html><title>Work</title><p><img src="/desk.png"></p>',
    'dist/visit/index.html': '<!doctype html><title>Visit</title><p><img src="/desk.png"></p>'
  })
  for (const folder of ['content', 'dist']) await site.picture(`${folder}/desk.png`, 'red')
  const generated = await runMain(['generate', 'content'], site.root, env)
  expect(generated.status).toBe(0)
  expect(Object.keys(await site.captions()).map((key) => key.slice(32))).toEqual([
    ':en',
    ':en:page=content/marie.md'
  ])
  const asked = server.requests.length
  const audited = await runMain(['audit', 'content', '--format', 'json'], site.root)
  expect(
    (JSON.parse(audited.stdout) as { images: { caption?: string }[] }).images.map(({ caption }) => caption)
  ).toEqual(['Desk of Marie Curie', 'Desk with papers on it'])
  for (const flags of [['--sources', 'content'], []]) {
    const filled = await runMain(['fill', 'dist', '--frozen', '--dry-run', ...flags], site.root, env)
    expect(filled.stdout).toContain('2 of 2 pages would change')
  }
  expect((await runMain(['fill', 'dist'], site.root, env)).status).toBe(0)
  expect(await site.read('dist/marie/index.html')).toContain('alt="Desk of Marie Curie"')
  expect(await site.read('dist/visit/index.html')).toContain('alt="Desk with papers on it"')
  expect(server.requests).toHaveLength(asked)
})
