import { lstat, mkdir, readFile, readdir, stat, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createAutoAlt } from '../../src/captioner/create-auto-alt.ts'
import { fillFile } from '../../src/html/fill-file.ts'
import { fillHtml } from '../../src/html/fill-html.ts'
import { captionSum } from '../../src/captions/caption-sum.ts'
import { pageFor } from '../../src/source/page.ts'
import { captionedSite } from '../support/captioned-site.ts'
import { expect, test } from 'vitest'

const before = '\uFEFF<!DOCTYPE html>\r\n<p >\u00A0<IMG SRC=cat.png  ><img src="cat.png" alt=""><br/>\r\n'
const after = before.replace('<IMG', '<IMG alt="CAPTION cat"')

test('a file of HTML gets its captions in place, and nothing else in it changes by a byte', async () => {
  const site = await captionedSite('cat')
  const file = await site.write('content/a.html', before)
  const { mode } = await stat(file)
  const autoAlt = createAutoAlt(site.options)
  expect(await fillFile(pageFor(file, site.root), autoAlt, { write: false })).toEqual({
    kind: 'done',
    changed: true
  })
  expect(await readFile(file, 'utf8')).toBe(before)
  expect(await fillFile(pageFor(file, site.root), autoAlt, { write: true })).toEqual({
    kind: 'done',
    changed: true
  })
  expect(await readFile(file, 'utf8')).toBe(after)
  expect((await stat(file)).mode).toBe(mode)
  expect(await readdir(join(site.root, 'content'))).toEqual(['a.html', 'cat.png'])
})

test('a file in which nothing is missing is not written', async () => {
  const site = await captionedSite('cat')
  const file = await site.write('content/a.html', after)
  const { ino } = await stat(file)
  const result = await fillFile(pageFor(file, site.root), createAutoAlt(site.options), { write: true })
  expect(result).toEqual({ kind: 'done', changed: false })
  expect((await stat(file)).ino).toBe(ino)
})

test('a file in another encoding stays as it is', async () => {
  const site = await captionedSite('cat')
  const file = await site.write('content/a.html', Buffer.from('<p>Fran\xe7ais <img src="cat.png">', 'latin1'))
  const result = await fillFile(pageFor(file, site.root), createAutoAlt(site.options), { write: true })
  expect(result).toEqual({ kind: 'skipped', reason: 'it is not UTF-8' })
  expect((await readFile(file)).includes(0xe7)).toBe(true)
})

test('a link to a file stays a link, and the file behind it is filled', async () => {
  const site = await captionedSite('cat')
  await mkdir(join(site.root, 'real'))
  await writeFile(join(site.root, 'real/a.html'), before)
  await symlink('../real/a.html', join(site.root, 'content/a.html'))
  const page = pageFor(join(site.root, 'content/a.html'), site.root)
  await fillFile(page, createAutoAlt(site.options), { write: true })
  expect((await lstat(page.file)).isSymbolicLink()).toBe(true)
  expect(await site.read('real/a.html')).toBe(after)
})

test('a page comes back with what became of its images', async () => {
  const site = await captionedSite('cat')
  const page = pageFor(join(site.root, 'content/a.html'), site.root)
  const html =
    '<img src="cat.png">\n<img src="no.png"> <img alt="Words" data-auto-alt-intent="missing" src="cat.png">'
  const filled = await fillHtml(html, page, createAutoAlt(site.options))
  expect(filled.html).toBe(
    '<img alt="CAPTION cat" src="cat.png">\n<img src="no.png"> <img alt="Words" src="cat.png">'
  )
  expect(filled.images).toMatchObject([
    {
      use: { sources: ['cat.png'], place: { line: 1, column: 1 } },
      outcome: { kind: 'filled', source: 'file' }
    },
    {
      use: { sources: ['no.png'], place: { line: 2, column: 1 } },
      outcome: { kind: 'left', reason: 'not-found' }
    }
  ])
})

test('words of a model are marked where the site asks for it', async () => {
  const site = await captionedSite('cat', 'dog')
  const alt = 'A cat'
  await site.store(site.key('cat'), { alt, status: 'generated', origin: 'model', sum: captionSum(alt) })
  const page = pageFor(join(site.root, 'content/a.html'), site.root)
  const autoAlt = createAutoAlt({ ...site.options, provenance: true })
  const { html } = await fillHtml('<img src=cat.png><img src=dog.png>', page, autoAlt)
  expect(html).toBe('<img alt="A cat" data-alt-origin="ai" src=cat.png><img alt="CAPTION dog" src=dog.png>')
})
