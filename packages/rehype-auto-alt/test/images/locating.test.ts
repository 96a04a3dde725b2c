import { execFileSync } from 'node:child_process'
import { mkdir, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, test } from 'vitest'
import { parseAddress } from '../../src/images/address.ts'
import { faultOf, makeSite } from './site.ts'

describe('An image is found', () => {
  test.each([
    ['beside its page', './cat.png', 'content/cat.png'],
    ['without a leading dot', 'cat.png', 'content/cat.png'],
    ['with white space around', ' \n./cat.png\t', 'content/cat.png'],
    ['above its page', '../assets/cat.png', 'assets/cat.png'],
    ['in the public folder', '/images/cat.png', 'public/images/cat.png'],
    ['with a query and a hash', './cat.png?v=2#top', 'content/cat.png'],
    ['with Windows separators', '..\\assets\\cat.png', 'assets/cat.png'],
    ['with a plain space in its name', 'black cat.png', 'content/black cat.png'],
    ['with an encoded space in its name', 'black%20cat.png', 'content/black cat.png'],
    ['with letters beyond ASCII', 'Käse 猫.png', 'content/Käse 猫.png'],
    ['with encoded letters beyond ASCII', 'K%C3%A4se%20%E7%8C%AB.png', 'content/Käse 猫.png'],
    ['with a percent sign in its name', '100%.png', 'content/100%.png'],
    ['with a percent sign and an encoded space', '100%%20sure.png', 'content/100% sure.png'],
    ['when its name really holds %20', 'a%20b.png', 'content/a%20b.png'],
    ['when its name holds an encoded question mark', 'why%3F.png', 'content/why?.png'],
    ['when its name holds an encoded number sign', 'c%23.png', 'content/c#.png'],
    ['when one letter and a colon begin its name', 'a:b.png', 'content/a:b.png']
  ])('%s', async (_, src, path) => {
    const site = await makeSite()
    await site.write(path, `bytes of ${path}`)
    const image = await site.open().find(src, site.page)
    expect(image.name).toBe(path)
    expect(image.file).toBe(join(site.root, path))
    expect(Buffer.from(await image.bytes()).toString()).toBe(`bytes of ${path}`)
  })

  test('by a file: URL', async () => {
    const site = await makeSite()
    const file = await site.write('assets/a b#c.png', 'x')
    expect((await site.open().find(pathToFileURL(file).href, site.page)).file).toBe(file)
  })

  test('under the base of the site, and where the base is no folder of it', async () => {
    const site = await makeSite()
    await site.write('public/cat.png', 'x')
    const library = site.open({ base: '/docs/' })
    const names = ['/docs/cat.png', '/cat.png'].map(async (src) => (await library.find(src, site.page)).name)
    expect(await Promise.all(names)).toEqual(['public/cat.png', 'public/cat.png'])
    expect((await faultOf(library.find('/docsify/cat.png', site.page))).code).toBe('not-found')
  })

  test('in a built site before the public folders, and in the second public folder', async () => {
    const site = await makeSite()
    await site.write('dist/cat.png', 'built')
    await site.write('public/cat.png', 'public')
    await site.write('static/dog.png', 'static')
    const library = site.open({ publicDirs: [join(site.root, 'public'), join(site.root, 'static')] })
    const page = { ...site.page, siteRoot: join(site.root, 'dist') }
    expect((await library.find('/cat.png', page)).name).toBe('dist/cat.png')
    expect((await library.find('/cat.png', site.page)).name).toBe('public/cat.png')
    expect((await library.find('/dog.png', page)).name).toBe('static/dog.png')
  })

  test('in a built site outside the project, with the sidecar beside it', async () => {
    const site = await makeSite()
    await writeFile(join(site.outside, 'cat.png'), 'x')
    await writeFile(join(site.outside, 'cat.png.alt.txt'), 'A cat')
    const library = site.open()
    const image = await library.find('/cat.png', { ...site.page, siteRoot: site.outside })
    expect(await library.sidecar(image)).toBe('A cat')
  })

  test.each([
    ['data:image/png;base64,aGVsbG8=', 'hello'],
    ['data:image/png;BASE64 ,aGVsbG8%3D', 'hello'],
    ['data:image/svg+xml,%3Csvg%3E caf%C3%A9 100%', '<svg> café 100%'],
    ['data:image/svg+xml;charset=utf-8,<svg> grün', '<svg> grün'],
    [' data:,a%20b#hash', 'a b']
  ])('in the data URL %s', async (src, text) => {
    const site = await makeSite()
    const image = await site.open().find(src, site.page)
    expect(Buffer.from(await image.bytes()).toString()).toBe(text)
    expect(image.name).toMatch(/^data:/u)
    expect(image.file).toBeUndefined()
  })

  test('once, as the same object, however it is written and however many ask at a time', async () => {
    const site = await makeSite()
    await site.write('content/cat.png', 'x')
    const library = site.open()
    const sources = ['cat.png', './cat.png?x', '../content/cat.png', 'c%61t.png']
    const images = await Promise.all(sources.map((src) => library.find(src, site.page)))
    expect(new Set(images).size).toBe(1)
  })
})

describe('An image is left alone', () => {
  test.each([
    ['through dots', '../../outside/secret.png'],
    ['through encoded dots', '%2e%2e/%2E%2E/outside/secret.png'],
    ['through encoded slashes', '..%2f..%2foutside%2fsecret.png'],
    ['through Windows separators', '..\\..\\outside\\secret.png'],
    ['through dots in the public folder', '/../../outside/secret.png'],
    ['through a link to a file', 'linked.png'],
    ['through a link to a folder', 'linked/secret.png'],
    ['by an encoded absolute path', 'ABSOLUTE'],
    ['by a file: URL', 'FILE']
  ])('outside the roots %s', async (_, written) => {
    const site = await makeSite()
    const secret = join(site.outside, 'secret.png')
    await writeFile(secret, 'secret')
    await symlink(secret, join(site.root, 'content/linked.png'))
    await symlink(site.outside, join(site.root, 'content/linked'))
    const src = written
      .replace('ABSOLUTE', secret.replaceAll('/', '%2F'))
      .replace('FILE', pathToFileURL(secret).href)
    const fault = await faultOf(site.open().find(src, site.page))
    expect(fault.code).toBe('outside-roots')
    expect(fault.message).toContain(src.slice(0, 150))
    // The same address leads there as soon as it may, so it is the fence that held it back.
    const image = await site.open({ roots: [site.root, site.outside] }).find(src, site.page)
    expect(Buffer.from(await image.bytes()).toString()).toBe('secret')
  })

  test('and nobody learns whether something outside exists', async () => {
    const site = await makeSite()
    await writeFile(join(site.outside, 'there.png'), 'x')
    const library = site.open()
    const faults = ['there.png', 'not-there.png'].map((name) =>
      faultOf(library.find(`../../outside/${name}`, site.page))
    )
    expect((await Promise.all(faults)).map(({ code }) => code)).toEqual(['outside-roots', 'outside-roots'])
  })

  test('when it is a folder, a pipe or a device', { timeout: 5000 }, async () => {
    const site = await makeSite()
    await mkdir(join(site.root, 'content/folder.png'))
    execFileSync('mkfifo', [join(site.root, 'content/pipe.png')])
    const library = site.open()
    for (const src of ['folder.png', 'pipe.png']) {
      const fault = await faultOf(library.find(src, site.page))
      expect(fault.code).toBe('unsupported')
      expect(fault.message).toContain('not a regular file')
    }
    const device = site.open({ roots: ['/dev'] })
    expect((await faultOf(device.find('file:///dev/zero', site.page))).code).toBe('unsupported')
  })

  test.each([
    ['javascript:alert(1)', 'not-an-address'],
    ['blob:https://example.com/1', 'not-an-address'],
    ['mailto:me@example.com', 'not-an-address'],
    ['ftp://me:secret@example.com/cat.png', 'not-an-address'],
    ['http://', 'not-an-address'],
    ['file://share/cat.png', 'not-an-address'],
    ['cat.png\0.txt', 'not-an-address'],
    ['cat%00.png', 'not-an-address'],
    ['#top', 'not-an-address'],
    ['data:image/png;base64', 'not-an-address'],
    ['data:image/png;base64,', 'empty'],
    ['', 'no-source'],
    ['  \n', 'no-source'],
    ['missing.png', 'not-found'],
    ['/missing.png', 'not-found'],
    ['C:\\pictures\\cat.png', 'not-found'],
    ['//cdn.example.com/cat.png', 'remote-not-allowed'],
    ['\\\\server\\share\\cat.png', 'remote-not-allowed']
  ])('when its address is %j', async (src, code) => {
    const site = await makeSite()
    const fault = await faultOf(site.open().find(src, site.page))
    expect(fault.code).toBe(code)
    expect(fault.message.length).toBeLessThan(500)
    expect(fault.message).not.toContain('secret')
    expect(fault.message).not.toMatch(/[\0-\x1f]/u)
  })

  test('when its address is longer than a path can be', async () => {
    const site = await makeSite()
    const fault = await faultOf(site.open().find(`${'long/'.repeat(20_000)}.png`, site.page))
    expect(fault.code).toBe('not-found')
    expect(fault.message.length).toBeLessThan(500)
  })

  test('by any address at all that leads out of the roots', async () => {
    const site = await makeSite()
    await writeFile(join(site.outside, 'secret.png'), 'secret')
    await symlink(site.outside, join(site.root, 'content/linked'))
    await symlink('../..', join(site.root, 'up'))
    await site.write('content/inside.png', 'inside')
    const library = site.open()
    const parts = [
      '..',
      '.',
      '%2e%2e',
      '%2E.',
      'linked',
      'up',
      'outside',
      'secret.png',
      'inside.png',
      'content',
      'site',
      '\\',
      '%5c',
      '%2f',
      '//',
      '?',
      '#',
      '%',
      '%00',
      ' ',
      'file:',
      'C:',
      site.outside,
      site.root
    ]
    let found = 0
    let state = 7
    const random = (below: number): number => (state = (state * 48271) % 2147483647) % below
    for (let round = 0; round < 3000; round++) {
      const length = 1 + random(7)
      const src = Array.from({ length }, () => parts[random(parts.length)]).join(random(3) === 0 ? '' : '/')
      const image = await library
        .find(src, site.page)
        .catch((error: unknown) => faultOf(Promise.reject(error as Error)))
      if (!('bytes' in image)) continue
      found++
      expect(Buffer.from(await image.bytes()).toString(), src).toBe('inside')
    }
    expect(found).toBeGreaterThan(10)
  })
})

describe('What an address is can be told without looking', () => {
  test.each([
    ['https://me:secret@cdn.example.com/a%20b.png?token=1#x', 'https://cdn.example.com/a%20b.png'],
    ['//CDN.example.com/cat.png', 'https://cdn.example.com/cat.png'],
    ['http://example.com:80/cat.png', 'http://example.com/cat.png']
  ])('%s is remote', async (src, url) => {
    const site = await makeSite()
    expect(site.open().addressOf(src, site.page)).toMatchObject({ kind: 'remote', url, name: url })
  })

  test('a local address gives the paths that come into question, from the root', async () => {
    const site = await makeSite()
    const library = site.open({ publicDirs: [join(site.root, 'public'), join(site.root, 'static')] })
    expect(library.addressOf('../assets/a%20b.png', site.page)).toMatchObject({
      kind: 'local',
      name: 'assets/a b.png'
    })
    expect(library.addressOf('/cat.png', site.page).names).toEqual(['public/cat.png', 'static/cat.png'])
    expect(library.addressOf('data:image/png;base64,AAAA', site.page).kind).toBe('data')
    expect(library.addressOf('javascript:1', site.page).kind).toBe('none')
  })

  test('a Windows drive is a path and never a URL scheme', () => {
    expect(parseAddress('C:\\pictures\\cat.png')).toEqual({ kind: 'path', path: 'C:/pictures/cat.png' })
    expect(parseAddress('c:/pictures/cat.png')).toEqual({ kind: 'path', path: 'c:/pictures/cat.png' })
  })
})
