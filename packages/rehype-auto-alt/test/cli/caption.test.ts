import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'

import { makeSite, pictureOf } from '../support/site.ts'
import { runMain, startServer } from './run-main.ts'

describe('auto-alt caption', () => {
  test('prints path and alternative, one image a line, and everything else on standard error', async () => {
    const { env, server } = await startServer({ answer: ({ number }) => `Rectangle number ${number}` })
    const site = await makeSite()
    await site.picture('b.png', 'blue')
    await site.picture('photos/a.jpg', 'red')
    const { status, stderr, stdout } = await runMain(
      ['caption', 'b.png', 'photos/a.jpg', '--concurrency', '1'],
      site.root,
      env
    )
    expect(status).toBe(0)
    expect(stdout).toMatch(/^b\.png: Rectangle number \d\nphotos\/a\.jpg: Rectangle number \d\n$/u)
    expect(stderr).toContain('2  newly described\n2 requests')
    expect(
      Object.values(await site.captions())
        .map(({ files }) => files?.[0] ?? '')
        .sort()
    ).toEqual(['b.png', 'photos/a.jpg'])

    const again = await runMain(['caption', 'b.png', 'photos/a.jpg'], site.root, env)
    expect(again.stdout).toBe(stdout)
    expect(server.chats).toHaveLength(2)
  })

  test('--format json gives the captions and the summary, and nothing else', async () => {
    const { env } = await startServer({ answer: () => 'A red rectangle' })
    const site = await makeSite({ 'notes.txt': 'no image' })
    await site.picture('a.png', 'red')
    const { status, stdout } = await runMain(
      ['caption', 'a.png', 'notes.txt', '--format', 'json'],
      site.root,
      env
    )
    expect(status).toBe(0)
    expect(JSON.parse(stdout)).toMatchObject({
      version: 1,
      captions: [
        { file: 'a.png', alt: 'A red rectangle', origin: 'model', problems: [] },
        { file: 'notes.txt', alt: null, reason: 'unsupported' }
      ],
      summary: { images: 2, asked: 1, generated: 1, left: 1, requests: 1 },
      left: [{ file: 'notes.txt', reason: 'unsupported' }]
    })
  })

  test('a file that is no image is named with the reason, and the others are captioned', async () => {
    const { env } = await startServer({ answer: () => 'A red rectangle' })
    const site = await makeSite({ 'notes.txt': 'no image' })
    await site.picture('a.png', 'red')
    const { status, stderr, stdout } = await runMain(['caption', 'notes.txt', 'a.png'], site.root, env)
    expect(status).toBe(0)
    expect(stdout).toBe('notes.txt: (none: unsupported)\na.png: A red rectangle\n')
    expect(stderr).toMatch(/unsupported {2}.*notes\.txt/u)
    const strict = await runMain(['caption', 'notes.txt', '--on-missing', 'error'], site.root, env)
    expect(strict.status).toBe(1)
  })

  test('takes an image outside the project, and keeps its caption in the project', async () => {
    const { env, server } = await startServer({ answer: () => 'A red rectangle' })
    const site = await makeSite()
    const file = join(site.outside, 'a.png')
    await writeFile(file, await pictureOf('a.png', 'red'))
    const { status, stdout } = await runMain(['caption', file], site.root, env)
    expect(status).toBe(0)
    expect(stdout).toBe('../outside/a.png: A red rectangle\n')
    expect(Object.values(await site.captions())).toHaveLength(1)
    await runMain(['caption', '../outside/a.png'], site.root, env)
    expect(server.chats).toHaveLength(1)
  })

  test('a quoted glob stands for the images it matches', async () => {
    const { env } = await startServer({ answer: () => 'A rectangle' })
    const site = await makeSite({ 'photos/readme.md': '' })
    await site.picture('photos/b.png', 'blue')
    await site.picture('photos/a.webp', 'red')
    const { stdout } = await runMain(['caption', 'photos/*'], site.root, env)
    expect(stdout).toBe('photos/a.webp: A rectangle\nphotos/b.png: A rectangle\n')
  })

  test('an image that the model calls decorative waits for a person', async () => {
    const { env } = await startServer({
      answer: () => ({ alt_text: '', kind: 'decorative', visible_text: '', confidence: 0.9 })
    })
    const site = await makeSite()
    await site.picture('a.png', 'red')
    const first = await runMain(['caption', 'a.png'], site.root, env)
    expect(first.stdout).toBe('a.png: (none: needs-review)\n')
    const accepted = await runMain(['caption', 'a.png', '--decorative', 'accept'], site.root, env)
    expect(accepted.stdout).toBe('a.png: (decorative)\n')
  })

  test('--dry-run asks nobody', async () => {
    const { env, server } = await startServer()
    const site = await makeSite()
    await site.picture('a.png', 'red')
    const { stderr, stdout } = await runMain(['caption', '--dry-run', 'a.png'], site.root, env)
    expect(stdout).toBe('a.png: (none: dry-run)\n')
    expect(stderr).toContain('Would ask about 1 image')
    expect(server.requests).toHaveLength(0)
  })

  test.each([
    ['a file that is not there', 'gone.png', 'No file at gone.png.'],
    ['a folder', 'photos', 'photos is a folder.']
  ])('%s ends with status 2, and nobody is asked', async (_what, path, message) => {
    const { env, server } = await startServer()
    const site = await makeSite({ 'photos/x.txt': '' })
    await site.picture('a.png', 'red')
    const { status, stderr } = await runMain(['caption', 'a.png', path], site.root, env)
    expect(status).toBe(2)
    expect(stderr).toContain(message)
    expect(server.requests).toHaveLength(0)
  })
})
