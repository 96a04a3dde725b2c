import { symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

import { pictureOf } from '../support/site.ts'
import { askingSite } from './asking-site.ts'

describe('an image that cannot be used is named with what to do, and the run goes on:', () => {
  it.each<[string, string, (() => Promise<string | Uint8Array>) | undefined, string]>([
    ['damaged', 'bad.png', async () => (await pictureOf('x.png', 'red')).subarray(0, 60), 'damaged'],
    ['empty', 'bad.png', async () => '', 'empty'],
    [
      'a page with the name of a picture',
      'bad.png',
      async () => '<!doctype html><title>404</title>',
      'unsupported'
    ],
    ['a format that is not read', 'bad.bmp', async () => 'BM and more', 'unsupported'],
    ['missing', 'bad.png', undefined, 'not-found'],
    ['outside the project', '../../outside/bad.png', undefined, 'outside-roots'],
    [
      'a pointer of Git LFS',
      'bad.png',
      async () => `version https://git-lfs.github.com/spec/v1\noid sha256:${'a'.repeat(64)}\nsize 5\n`,
      'git-lfs-pointer'
    ],
    ['of another host', 'https://pictures.example.com/bad.png', undefined, 'remote-not-allowed']
  ])('%s', async (_, source, content, reason) => {
    const site = await askingSite({ answer: () => 'A green square' })
    if (content) await site.write(`content/${source}`, await content())
    await site.picture('content/good.png', 'green')
    const autoAlt = site.open()
    const outcomes = await autoAlt.captionAll([site.use(source), site.use('good.png', { offset: 1 })])
    expect(outcomes).toMatchObject([
      { kind: 'left', reason, message: expect.stringContaining(source.replace(/^.*\//u, '')) as string },
      { kind: 'filled', alt: 'A green square' }
    ])
    expect(site.server.chats).toHaveLength(1)
    expect((await autoAlt.report()).left).toMatchObject([
      { file: 'content/page.md', line: 1, column: 1, reason }
    ])
  })

  it('one pixel wide, or without a source', async () => {
    const site = await askingSite()
    const uses = [
      { ...site.use('pixel.png'), tiny: true },
      { ...site.use(''), sources: [] }
    ]
    expect(await site.open().captionAll(uses)).toMatchObject([
      {
        kind: 'left',
        reason: 'too-small',
        image: 'pixel.png',
        message: expect.stringContaining('alt=""') as string
      },
      { kind: 'left', reason: 'no-source', image: '<img>' }
    ])
  })

  it('of several sources the first that can be read counts, and the error is that of the best one', async () => {
    const site = await askingSite({ answer: () => 'A green square' })
    await site.picture('content/good.png', 'green')
    const [filled, left] = await site.open().captionAll([
      { ...site.use(''), sources: ['large.png', 'good.png'] },
      { ...site.use(''), sources: ['large.png', 'https://pictures.example.com/small.png'] }
    ])
    expect(filled).toMatchObject({ kind: 'filled', image: 'content/good.png' })
    expect(left).toMatchObject({ kind: 'left', reason: 'not-found', image: 'large.png' })
  })
})

describe('an image that the options exclude is neither read nor sent', () => {
  it.each<[string, { include?: string[]; exclude?: string[] }, string]>([
    ['by its folder', { exclude: ['content/private/**'] }, 'private/not-there.png'],
    ['by its extension', { exclude: ['**/*.gif'] }, 'not-there.gif'],
    ['by its host', { exclude: ['https://*.example.com/**'] }, 'https://cdn.example.com/a/b.png?w=3'],
    ['by its path in a public folder', { exclude: ['public/logos/**'] }, '/logos/not-there.png'],
    ['because only others are included', { include: ['content/photos/**'] }, 'not-there.png'],
    ['although it is included', { include: ['content/**'], exclude: ['**/not-*'] }, 'not-there.png'],
    ['in a hidden folder', { exclude: ['**/*.png'] }, '.drafts/not-there.png']
  ])('%s', async (_, options, source) => {
    const site = await askingSite()
    await site.write('public/robots.txt', '')
    const autoAlt = site.open(options)
    const outcomes = await autoAlt.captionAll([site.use(source)])
    expect(outcomes).toMatchObject([{ kind: 'left', reason: 'excluded', image: source }])
    expect(await autoAlt.report()).toMatchObject({ left: [], summary: { images: 0, left: 0 } })
    expect(site.server.requests).toEqual([])
  })

  it('also where it lies in the second of the folders that answer /', async () => {
    const site = await askingSite()
    await site.write('public/robots.txt', '')
    await site.picture('static/secret.png', 'red')
    const outcomes = await site.open({ exclude: ['static/**'] }).captionAll([site.use('/secret.png')])
    expect(outcomes).toMatchObject([{ reason: 'excluded' }])
    const included = await site.open({ include: ['public/**'] }).captionAll([site.use('/secret.png')])
    expect(included).toMatchObject([{ reason: 'excluded' }])
    expect(site.server.requests).toEqual([])
  })

  it('also behind a symbolic link', async () => {
    const site = await askingSite()
    await site.picture('private/secret.png', 'red')
    await site.picture('content/open.png', 'green')
    await symlink(join(site.root, 'private'), join(site.root, 'content', 'linked'))
    const outcomes = await site
      .open({ exclude: ['private/**'] })
      .captionAll(['linked/secret.png', 'open.png'].map((name) => site.use(name)))
    expect(outcomes).toMatchObject([{ reason: 'excluded' }, { kind: 'filled' }])
    expect(site.server.chats).toHaveLength(1)
  })

  it('while what is included is', async () => {
    const site = await askingSite()
    await site.picture('content/photos/a.png', 'red')
    await site.picture('public/b.png', 'green')
    const autoAlt = site.open({ include: ['content/photos/*.png', 'public/**'] })
    expect(await autoAlt.captionAll(['photos/a.png', '/b.png'].map((name) => site.use(name)))).toMatchObject(
      Array(2).fill({ kind: 'filled' })
    )
  })
})

it('A captions file that cannot be read ends the run, and stays as it is', async () => {
  const site = await askingSite()
  await site.picture('content/a.png', 'red')
  await site.write('alt-text.json', '{ "version": 1, "captions": { <<<<<<< HEAD')
  await expect(site.open().captionAll([site.use('a.png')])).rejects.toThrow(/alt-text\.json/u)
  expect(await site.read('alt-text.json')).toContain('<<<<<<< HEAD')
  expect(site.server.requests).toEqual([])
})
