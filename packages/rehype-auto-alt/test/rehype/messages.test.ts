import { VFileMessage } from 'vfile-message'
import { reporter } from 'vfile-reporter'
import { describe, expect, test } from 'vitest'
import { captionSum } from '../../src/captions/caption-sum.ts'
import rehypeAutoAlt from '../../src/index.ts'
import { captionedSite } from '../support/captioned-site.ts'
import { pageFile, process, render } from './pipelines.ts'

const text = '# Page\n\nA ![](cat.png) and ![](nowhere.png).\n'

test('an image without a caption is a warning that says what to do, with the page of its rule', async () => {
  const site = await captionedSite()
  await site.add('cat')
  const { file } = await render(site, '![](cat.png)', { frozen: true })
  expect(file.messages).toHaveLength(1)
  expect(file.messages[0]).toMatchObject({
    source: 'auto-alt',
    ruleId: 'missing-alt',
    fatal: false,
    line: 1,
    column: 1,
    actual: '',
    url: 'https://github.com/auto-alt/auto-alt/blob/main/docs/rules/missing-alt.md',
    place: { start: { line: 1, column: 1, offset: 0 }, end: { line: 1, column: 13, offset: 12 } },
    reason:
      'Unexpected image without a text alternative (frozen): No caption is stored for content/cat.png, and this run is frozen. Run `auto-alt generate` and commit the captions file.'
  })
})

test('an image that cannot be read is named with the page and the next step', async () => {
  const site = await captionedSite()
  const { file } = await render(site, '<img src="nowhere.png"> <img src="https://example.com/x.png"> <img>')
  expect(file.messages.map(({ actual, reason, ruleId }) => [ruleId, actual, reason])).toEqual([
    [
      'unreadable-image',
      undefined,
      'Unexpected image without a text alternative (not-found): nowhere.png (on content/page.md) was not found. Check the path; for paths that start with / check `publicDir` and `base`.'
    ],
    ['unreadable-image', undefined, expect.stringContaining('https://example.com/x.png')],
    [
      'missing-alt',
      undefined,
      'Unexpected image without a text alternative (no-source): <img> has no source that can be read here; give it a `src`, or write its `alt`.'
    ]
  ])
})

test('vfile-reporter prints the messages as a list that a person can read', async () => {
  const site = await captionedSite()
  await site.add('cat')
  const { file } = await render(site, text, { frozen: true })
  expect(reporter(file, { color: false }).replace(/ +missing-alt +/u, ' missing-alt ')).toBe(
    [
      'content/page.md',
      '3:3-3:15  warning Unexpected image without a text alternative (frozen): No caption is stored for content/cat.png, and this run is frozen. Run `auto-alt generate` and commit the captions file. missing-alt auto-alt',
      '3:20-3:36 warning Unexpected image without a text alternative (not-found): nowhere.png (on content/page.md) was not found. Check the path; for paths that start with / check `publicDir` and `base`. unreadable-image auto-alt',
      '',
      '⚠ 2 warnings'
    ].join('\n')
  )
})

describe('the option onMissing', () => {
  test('ignore says nothing', async () => {
    const site = await captionedSite()
    const { file, html, without } = await render(site, text, { onMissing: 'ignore' })
    expect(file.messages).toEqual([])
    expect(html).toBe(without)
  })

  test('error fails the run with the names and places of all images that are left', async () => {
    const site = await captionedSite('dog')
    await site.add('cat')
    const file = pageFile(site, `${text}\n![](dog.png)\n`)
    const run = process(file, 'markdown', [
      [rehypeAutoAlt, { ...site.options, onMissing: 'error', frozen: true }]
    ])
    const error: unknown = await run.catch((reason: unknown) => reason)
    expect(error).toBeInstanceOf(VFileMessage)
    expect(String(error)).toBe(
      `content/page.md:1:1: 2 images have no text alternative, and \`onMissing\` is 'error': content/cat.png (3:3), nowhere.png (3:20)`
    )
    expect(file.messages.map(({ fatal, line, ruleId }) => [fatal, line, ruleId])).toEqual([
      [true, 3, 'missing-alt'],
      [true, 3, 'unreadable-image'],
      [true, undefined, 'missing-alt']
    ])
  })

  test('error lets a page pass on which every image has a caption or is left out on purpose', async () => {
    const site = await captionedSite('cat')
    const settings = { onMissing: 'error', exclude: ['**/nowhere.png'] } as const
    const { file, html } = await render(site, text, settings)
    expect(html).toContain('alt="CAPTION cat"')
    expect(file.messages).toEqual([])
  })
})

test('a caption of a person that is too long is kept and reported', async () => {
  const site = await captionedSite('cat')
  await site.write('content/cat.png.alt.txt', 'word '.repeat(40))
  const { file, html } = await render(site, '![](cat.png)')
  expect(html).toContain(`alt="${'word '.repeat(40).trim()}"`)
  expect(file.messages.map(({ reason, ruleId }) => [ruleId, reason])).toEqual([
    [
      'too-long',
      'Unexpected long alternative of content/cat.png: a person wrote it, so it is kept; shorten it, or raise `maxLength`'
    ]
  ])
})

test('a caption with problems waits for a person, and the message says where it is', async () => {
  const site = await captionedSite('cat')
  const key = site.key('cat')
  // Without a checksum it would be taken for a person's words.
  const sum = captionSum('Image of a cat')
  await site.store(key, {
    alt: 'Image of a cat',
    status: 'generated',
    origin: 'model',
    sum,
    problems: ['redundant-prefix']
  })
  const { file, html, without } = await render(site, '![](cat.png)')
  expect(html).toBe(without)
  const [message, ...more] = file.messages
  expect(more).toEqual([])
  expect(message?.reason).toMatch(/\(needs-review\): .*content\/cat\.png.*redundant-prefix/u)
  expect(message?.reason).toContain(key)
})

test('what became of the images stands on the file', async () => {
  const site = await captionedSite('cat')
  const { file } = await render(site, `${text}\n<img src="cat.png" alt="Words">`)
  expect(file.data.autoAlt).toEqual({
    images: [
      {
        src: 'cat.png',
        line: 3,
        outcome: {
          kind: 'filled',
          alt: 'CAPTION cat',
          source: 'file',
          origin: 'human',
          key: site.key('cat'),
          image: 'content/cat.png',
          problems: []
        }
      },
      { src: 'nowhere.png', line: 3, outcome: expect.objectContaining({ kind: 'left', reason: 'not-found' }) }
    ]
  })
})
