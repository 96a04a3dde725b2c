import { describe, expect, test } from 'vitest'

import { type Site, makeSite, pictureOf } from '../support/site.ts'
import { type Run, runMain, startServer } from './run-main.ts'

const title = 'Us & "them" <b>[of](Acme)</b>'

/** Sources with an image that is all of a link to another page, and one that leads nowhere known. */
async function sources(): Promise<Site> {
  return await makeSite({
    'content/logo.png': await pictureOf('x.png', 'red'),
    'content/index.md':
      '[![](logo.png)](./about.md)\n\n[![](logo.png)](/gone)\n\n[![](logo.png)](mailto:desk@acme.example)\n',
    'content/about.md': `---\ntitle: '${title}'\n---\nWords\n`
  })
}

interface Audit {
  readonly images: readonly { readonly verdict: string; readonly caption?: string }[]
  readonly problems: readonly { readonly line: number; readonly ruleId: string }[]
}

const json = <Shape>({ stdout }: Run): Shape => JSON.parse(stdout) as Shape

describe('an image that is all of a link to a page of the site', () => {
  test('is not asked about by generate, and counts as named by its link', async () => {
    const { root } = await sources()
    const { env, server } = await startServer({ answer: () => 'The place that is gone' })
    const run = await runMain(['generate', 'content', '--format', 'json'], root, env)
    expect(json<{ summary: object }>(run).summary).toMatchObject({
      images: 3,
      fromLink: 2,
      asked: 1,
      left: 0
    })
    expect(server.requests).toHaveLength(1)
    const words = await runMain(['generate', 'content', '--frozen'], root)
    expect(words.stdout).toContain('2  named by where their link leads')
  })

  test('raises no problem in an audit, which says what names it', async () => {
    const { root } = await sources()
    const report = json<Audit>(await runMain(['audit', 'content', '--format', 'json'], root))
    expect(report.problems).toMatchObject([{ line: 3, ruleId: 'empty-alt-in-link' }])
    expect(report.images).toMatchObject([
      { verdict: 'missing', caption: title },
      { verdict: 'missing' },
      { verdict: 'missing', caption: 'desk@acme.example' }
    ])
    const bare = json<Audit>(
      await runMain(['audit', 'content', '--ignore-captions', '--format', 'json'], root)
    )
    expect(bare.problems).toHaveLength(3)
  })

  test('gets the title into a built page, byte by byte as it was besides', async () => {
    const page = (body: string): string => `<!doctype html><title>Home | Acme</title>\n${body}\n`
    const site = await makeSite({
      'dist/logo.png': await pictureOf('x.png', 'red'),
      'dist/index.html': page('<a href="/docs/about/"><img src="/docs/logo.png"></a>'),
      'dist/about/index.html':
        '<title>Us &amp; &quot;them&quot; &lt;b> | Acme</title><a href=../><img src=../logo.png></a>'
    })
    const run = await runMain(['fill', 'dist', '--frozen', '--base', '/docs/'], site.root)
    expect(run).toMatchObject({ status: 0 })
    expect(await site.read('dist/index.html')).toBe(
      page('<a href="/docs/about/"><img alt="Us &amp; &quot;them&quot; &lt;b&gt;" src="/docs/logo.png"></a>')
    )
    expect(await site.read('dist/about/index.html')).toContain('alt="Home | Acme"')
  })
})

describe('an image whose stored words stand beside it already', () => {
  test('raises no problem in an audit, and --fix leaves it to the build', async () => {
    const html = '<figure><img src="a.png"><figcaption>A red square</figcaption></figure>\n'
    const site = await makeSite({ 'a.png': await pictureOf('x.png', 'red'), 'page.html': html })
    const { env } = await startServer({ answer: () => 'A red square' })
    await runMain(['generate', 'page.html'], site.root, env)
    const report = json<Audit>(await runMain(['audit', 'page.html', '--fix', '--format', 'json'], site.root))
    expect(report).toMatchObject({ images: [{ verdict: 'missing', caption: '' }], problems: [] })
    expect(await site.read('page.html')).toBe(html)
    const run = await runMain(['fill', 'page.html', '--frozen', '--format', 'json'], site.root)
    expect(json<{ summary: object }>(run).summary).toMatchObject({ fromFile: 1, silent: 1, left: 0 })
    expect(await site.read('page.html')).toBe(html.replace('<img', '<img alt=""'))
  })
})
