import { expect, test } from 'vitest'

import { type CaptionedSite, captionedSite } from '../support/captioned-site.ts'
import { runMain, startServer } from './run-main.ts'

const head = [
  '<!doctype html><html lang="en"><head><title>A</title>',
  '  <link rel="canonical" href="https://site.example/">',
  '  <meta property="og:image" content="https://site.example/img/cat.png">',
  '</head><body><p>Nothing to see.</p></body></html>'
]

async function site(): Promise<CaptionedSite> {
  const made = await captionedSite()
  await made.add('cat', 'dist/img')
  await made.store(made.key('cat'), { alt: 'CAPTION cat' })
  await made.write('dist/index.html', head.join('\n'))
  return made
}

interface Audited {
  readonly status: number
  readonly problems: readonly Readonly<Record<string, unknown>>[]
}

async function audit(root: string, ...args: string[]): Promise<Audited> {
  const { status, stdout } = await runMain(['audit', 'dist', '--format', 'json', ...args], root)
  const { problems } = JSON.parse(stdout) as { problems: Record<string, unknown>[] }
  return { status, problems }
}

test('the audit reports a picture for other sites whose caption is stored, and fill writes that', async () => {
  const made = await site()
  const { root } = made
  const before = await audit(root)
  expect(before).toMatchObject({
    status: 0,
    problems: [
      {
        ruleId: 'missing-social-alt',
        severity: 'warning',
        file: 'dist/index.html',
        line: 3,
        column: 3,
        endLine: 3,
        endColumn: 72,
        src: '/img/cat.png',
        alt: null
      }
    ]
  })
  expect(before.problems[0]?.['message']).toContain(
    'the page has no og:image:alt. Stored for it is “CAPTION cat”'
  )
  expect((await audit(root, '--rule', 'missing-social-alt=off')).problems).toEqual([])

  const without = await runMain(['fill', 'dist', '--provider', 'none'], root)
  expect(without.stdout).toContain(
    '1 picture for other sites (og:image) without words but with a stored caption. The'
  )
  expect(await made.read('dist/index.html')).toBe(head.join('\n'))

  const run = await runMain(['fill', 'dist', '--provider', 'none', '--social'], root)
  expect(run.stdout).toMatch(/^1 of 1 page changed\n/u)
  expect(run.stdout).toContain('1 picture for other sites (og:image) takes the words of a stored caption\n')
  const after = head.toSpliced(3, 0, '  <meta property="og:image:alt" content="CAPTION cat">')
  expect(await made.read('dist/index.html')).toBe(after.join('\n'))
  expect((await audit(root)).problems).toEqual([])
  const again = await runMain(['fill', 'dist', '--provider', 'none', '--social'], root)
  expect(again.stdout).toMatch(/^0 of 1 page changed\n/u)
})

test('nothing is said where a build will write the words, nor of a picture without a caption', async () => {
  const made = await site()
  await made.write('auto-alt.config.json', '{ "social": true }')
  expect((await audit(made.root)).problems).toEqual([])
  expect((await audit(made.root, '--ignore-captions')).problems).toHaveLength(1)
  await made.write('auto-alt.config.json', '{}')
  const optOut = '<!-- auto-alt-ignore-next-line missing-social-alt -- the site shows no cards -->'
  await made.write('dist/index.html', head.toSpliced(2, 0, optOut).join('\n'))
  expect((await audit(made.root)).problems).toEqual([])
  await made.write('dist/index.html', head.join('\n'))
  await made.store(made.key('cat'), { alt: '', status: 'rejected' })
  expect(await audit(made.root)).toEqual({ status: 0, problems: [] })
})

test('nobody is asked for words that only other sites get; those of a picture on the page are new in the same run', async () => {
  const { env, server } = await startServer({ answer: () => 'A dog in the grass' })
  const made = await site()
  await made.add('dog', 'dist/img')
  await made.add('new', 'dist/img')
  const metas = ['dog', 'new'].map((name) => `<meta property="og:image" content="/img/${name}.png">`)
  await made.write(
    'dist/index.html',
    `<html lang="en"><head>${metas.join('')}</head><img src="/img/dog.png">`
  )
  const { stdout } = await runMain(['fill', 'dist', '--social', '--format', 'json'], made.root, env)
  expect(JSON.parse(stdout)).toMatchObject({ summary: { images: 1, left: 0, requests: 1 }, left: [] })
  expect(server.requests).toHaveLength(1)
  const words = '<meta property="og:image:alt" content="A dog in the grass">'
  expect(await made.read('dist/index.html')).toContain(`${metas[0]}${words}${metas[1]}</head>`)
})

test('long descriptions are written by fill, as the flag says', async () => {
  const made = await site()
  await made.store(made.key('cat'), { alt: 'CAPTION cat', description: 'At length.' })
  const html = '<p><img src="img/cat.png"></p>'
  await made.write('dist/index.html', html)
  await runMain(['fill', 'dist', '--provider', 'none', '--long-description', 'details'], made.root)
  const id = `auto-alt-${made.key('cat').slice(0, 8)}`
  expect(await made.read('dist/index.html')).toBe(
    `<p><img alt="CAPTION cat" aria-details="${id}" src="img/cat.png"></p><details id="${id}" class="auto-alt-description" lang="en"><summary>Description of the image</summary><p>At length.</p></details>`
  )
})
