import { createHash } from 'node:crypto'
import { mkdir, readFile, readdir, rename, stat, symlink, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { createByteStore } from '../../src/images/byte-store.ts'
import { digestOf } from '../../src/images/digest.ts'
import { type Site, faultOf, longAgo, makeSite, plain } from './site.ts'

const sha = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 32)
const memoryFile = (site: Site): string => join(site.root, 'node_modules/.cache/auto-alt/digests.json')

/** Puts other bytes into a file behind the file system's back: size and time stay. */
async function swap(file: string, bytes: string | Uint8Array): Promise<void> {
  const { size } = await stat(file)
  expect(Buffer.byteLength(bytes)).toBe(size)
  await writeFile(file, bytes)
  await utimes(file, longAgo, longAgo)
}

describe('The digest', () => {
  test('is 32 hex digits of the SHA-256 of the bytes, wherever the file lies', async () => {
    const site = await makeSite()
    await site.write('content/cat.png', 'cat')
    await site.write('public/deep/other.jpg', 'cat')
    const library = site.open()
    for (const src of ['cat.png', '/deep/other.jpg', 'data:,cat']) {
      expect((await library.find(src, site.page)).digest).toBe(sha('cat'))
    }
  })

  test.each([
    ['<svg xmlns="x">\r\n<g/>\r\n</svg>\r\n', '<svg xmlns="x">\n<g/>\n</svg>\n'],
    [
      '<?xml version="1.0"?>\r\n<!-- a > b -->\r\n<!DOCTYPE svg [\r\n<!ENTITY a "b">]>\r\n<s:svg\r\n/>',
      '<?xml version="1.0"?>\n<!-- a > b -->\n<!DOCTYPE svg [\n<!ENTITY a "b">]>\n<s:svg\n/>'
    ],
    ['<svg>\r\r\n</svg>', '<svg>\r\n</svg>'],
    ['not an svg\r\n', 'not an svg\r\n']
  ])('of %j is that of %j', (bytes, same) => {
    expect(digestOf(Buffer.from(bytes))).toEqual({ digest: sha(same), isPointer: false })
  })

  test('takes no time on text that almost is an SVG', () => {
    const hostile = Buffer.from(`${'<!-- --> '.repeat(7000)}<html>`)
    expect(digestOf(hostile).isPointer).toBe(false)
  })

  test('of a Git LFS pointer is that of the file it stands for, and the file is asked for by name', async () => {
    const site = await makeSite()
    const oid = createHash('sha256').update('picture').digest('hex')
    const pointer = `version https://git-lfs.github.com/spec/v1\noid sha256:${oid}\nsize 7\n`
    await site.write('content/cat.png', pointer)
    const library = site.open()
    const image = await library.find('cat.png', site.page)
    expect(image.digest).toBe(sha('picture'))
    for (const work of [image.bytes(), library.prepare(image), library.embedded(image)]) {
      const fault = await faultOf(work)
      expect(fault.code).toBe('git-lfs-pointer')
      expect(fault.message).toBe('content/cat.png is a Git LFS pointer, not the image. Run `git lfs pull`.')
    }
  })

  test('of a text about Git LFS is its own', () => {
    const text = 'version https://git-lfs.github.com/spec/v1\noid sha256:abc\n'
    expect(digestOf(Buffer.from(text))).toEqual({ digest: sha(text), isPointer: false })
  })

  test('of an empty file or one over 50 MB is not taken', async () => {
    const site = await makeSite()
    await site.write('content/empty.png', '')
    await site.write('content/large.png', Buffer.alloc(50_000_001))
    const library = site.open()
    expect(await faultOf(library.find('empty.png', site.page))).toMatchObject({ code: 'empty' })
    const large = await faultOf(library.find('large.png', site.page))
    expect(large.code).toBe('too-large')
    expect(large.message).toMatch(/^content\/large\.png has 51 MB, and at most 50 MB/u)
  })
})

describe('A second run', () => {
  test('reads no image, and knows what was embedded and what was not', async () => {
    const site = await makeSite()
    const svg = (title: string): string =>
      `<svg xmlns="http://www.w3.org/2000/svg"><title>${title}</title></svg>`
    const titled = await site.write('content/titled.svg', svg('A red ball'))
    const bare = await site.write('content/bare.svg', svg('Untitled 1'))
    const none = await site.write('content/none.png', await plain(9, 9).png().toBuffer())
    const first = site.open()
    const images = await Promise.all(
      ['titled.svg', 'bare.svg', 'none.png'].map((src) => first.find(src, site.page))
    )
    for (const image of images) await first.embedded(image)
    await first.save()

    await swap(titled, svg('A bad trap'))
    await swap(bare, svg('Now titled'))
    await swap(none, Buffer.alloc((await stat(none)).size))
    const second = site.open()
    const again = await Promise.all(
      ['titled.svg', 'bare.svg', 'none.png'].map((src) => second.find(src, site.page))
    )
    expect(again.map(({ digest }) => digest)).toEqual(images.map(({ digest }) => digest))
    const words = await Promise.all(again.map((image) => second.embedded(image)))
    expect(words.map((found) => found?.byLanguage.get('x-default'))).toEqual([
      'A red ball',
      undefined,
      undefined
    ])

    const fault = await faultOf((again[0] as (typeof again)[0]).bytes())
    expect(fault.message).toBe('content/titled.svg changed while it was in use. Run again.')
    expect((await second.find('titled.svg', site.page)).digest).toBe(sha(svg('A bad trap')))
  })

  test('writes nothing when nothing is new', async () => {
    const site = await makeSite()
    await site.write('content/cat.png', 'cat')
    const first = site.open()
    await first.find('cat.png', site.page)
    await first.save()
    const { mtimeMs, ino } = await stat(memoryFile(site))
    const second = site.open()
    await second.find('cat.png', site.page)
    await second.save()
    expect(await stat(memoryFile(site))).toMatchObject({ mtimeMs, ino })
  })

  test('knows its images again after the project was moved', async () => {
    const site = await makeSite()
    await site.write('content/cat.png', 'cat')
    const first = site.open()
    await first.find('cat.png', site.page)
    await first.save()
    const root = join(site.outside, 'moved')
    await rename(site.root, root)
    await swap(join(root, 'content/cat.png'), 'dog')
    const settings = { root, roots: [root], cacheDir: join(root, 'node_modules/.cache/auto-alt') }
    const page = { ...site.page, file: join(root, 'content/page.md') }
    expect((await site.open(settings).find('cat.png', page)).digest).toBe(sha('cat'))
  })

  test('reads an image again whose size or time is another', async () => {
    const site = await makeSite()
    const file = await site.write('content/cat.png', 'cat')
    const first = site.open()
    await first.find('cat.png', site.page)
    await first.save()
    await writeFile(file, 'dog')
    await utimes(file, longAgo, new Date(longAgo.getTime() + 1))
    expect((await site.open().find('cat.png', site.page)).digest).toBe(sha('dog'))
    await site.write('content/cat.png', 'longer')
    expect((await site.open().find('cat.png', site.page)).digest).toBe(sha('longer'))
  })

  test.each([
    ['just now', 0],
    ['in the future', 60_000]
  ])('does not trust a file that was written %s when it was read', async (_, ahead) => {
    const site = await makeSite()
    const file = await site.write('content/cat.png', 'cat')
    const time = new Date(Date.now() + ahead)
    await utimes(file, time, time)
    const first = site.open()
    await first.find('cat.png', site.page)
    await first.save()
    await writeFile(file, 'dog')
    await utimes(file, time, time)
    expect((await site.open().find('cat.png', site.page)).digest).toBe(sha('dog'))
  })

  test('sees an image that changed while the process goes on', async () => {
    const site = await makeSite()
    await site.write('content/cat.png', 'cat')
    const library = site.open()
    const before = await library.find('cat.png', site.page)
    await site.write('content/cat.png', 'mouse')
    const after = await library.find('cat.png', site.page)
    expect([before.digest, after.digest]).toEqual([sha('cat'), sha('mouse')])
    expect(Buffer.from(await after.bytes()).toString()).toBe('mouse')
  })

  test.each([
    ['nonsense', '{{{'],
    [
      'another version',
      '{"version":99,"files":[["content/cat.png",3,1577836800000,9e15,"00000000000000000000000000000000"]]}'
    ],
    ['a list', '[]'],
    [
      'entries of the wrong form',
      '{"version":1,"files":[1,null,["content/cat.png"],["content/cat.png","3",1577836800000,9e15,"00000000000000000000000000000000"],["content/cat.png",3,1577836800000,9e15,"nonsense"]],"words":[["x"],["77af778b51abd4a3c51c5ddd97204a9c","svg",[[1,2],["en"]]]]}'
    ]
  ])('takes %s in its memory for nothing', async (_, text) => {
    const site = await makeSite()
    await site.write('content/cat.png', 'cat')
    await site.write('node_modules/.cache/auto-alt/digests.json', text)
    const library = site.open()
    const image = await library.find('cat.png', site.page)
    expect(image.digest).toBe(sha('cat'))
    expect(await library.embedded(image)).toBeUndefined()
    await library.save()
    expect(JSON.parse(await readFile(memoryFile(site), 'utf8'))).toMatchObject({ version: 1 })
  })

  test('cleans words that somebody put into its memory', async () => {
    const site = await makeSite()
    await site.write('content/cat.png', 'cat')
    const words = [
      [
        sha('cat'),
        'svg',
        [
          ['EN', 'One\u202e\n two'],
          ['__proto__', 'three']
        ]
      ]
    ]
    await site.write('node_modules/.cache/auto-alt/digests.json', JSON.stringify({ version: 1, words }))
    const library = site.open()
    const found = await library.embedded(await library.find('cat.png', site.page))
    expect([...(found?.byLanguage ?? [])]).toEqual([
      ['en', 'One two'],
      ['x-default', 'three']
    ])
  })

  test('is not stopped by a folder that cannot be written, and leaves no scraps', async () => {
    const site = await makeSite()
    await site.write('content/cat.png', 'cat')
    await site.write('blocked', 'a file where a folder should be')
    const library = site.open({ cacheDir: join(site.root, 'blocked/cache') })
    await library.find('cat.png', site.page)
    await library.save()
    const other = site.open()
    await other.find('cat.png', site.page)
    await mkdir(memoryFile(site), { recursive: true })
    await other.save()
    expect(await readdir(join(memoryFile(site), '..'))).toEqual(['digests.json'])
  })
})

describe('Bytes', () => {
  const bytes =
    (length: number): (() => Promise<Uint8Array>) =>
    () =>
      Promise.resolve(new Uint8Array(length))

  test('are read once while they are in use, and again after they were let go', async () => {
    const site = await makeSite()
    const file = await site.write('content/cat.png', 'cat')
    const library = site.open()
    const image = await library.find('cat.png', site.page)
    await swap(file, 'dog')
    expect(Buffer.from(await image.bytes()).toString()).toBe('cat')
    library.release(image)
    expect((await faultOf(image.bytes())).message).toContain('changed')
  })

  test('are loaded once for all who ask at the same time', async () => {
    const store = createByteStore(100)
    let loads = 0
    const load = (): Promise<Uint8Array> => {
      loads++
      return bytes(10)()
    }
    const all = await Promise.all([store.get('a', load), store.get('a', load), store.get('a', load)])
    expect(new Set(all).size).toBe(1)
    expect(loads).toBe(1)
  })

  test('are kept up to the limit, those longest unused go first', async () => {
    const store = createByteStore(100)
    const missed: string[] = []
    const get = (key: string, length: number): Promise<Uint8Array> =>
      store.get(key, () => {
        missed.push(key)
        return bytes(length)()
      })
    for (const key of ['a', 'b', 'c']) await get(key, 33)
    await get('a', 33)
    await get('d', 33)
    await get('huge', 101)
    for (const key of ['a', 'c', 'd', 'b', 'huge']) await get(key, 33)
    expect(missed).toEqual(['a', 'b', 'c', 'd', 'huge', 'b', 'huge'])
  })
})

describe('The sidecar', () => {
  const withSidecar = async (
    content: string | Uint8Array
  ): Promise<[Site, () => Promise<string | undefined>]> => {
    const site = await makeSite()
    await site.write('content/cat.png', 'cat')
    await site.write('content/cat.png.alt.txt', content)
    const library = site.open()
    return [site, async () => library.sidecar(await library.find('./cat.png', site.page))]
  }

  test.each([
    ['A black cat', 'A black cat'],
    ['\uFEFF  A black\r\n  cat\u202e\u0007 \n', 'A black cat'],
    [Buffer.from('\uFEFFKätzchen', 'utf16le'), 'Kätzchen'],
    ['', undefined],
    [' \n\u200b', undefined]
  ])('%j is read as %j', async (content, words) => {
    const [, read] = await withSidecar(content)
    expect(await read()).toBe(words)
  })

  test('is absent for most files and for what is no file', async () => {
    const site = await makeSite()
    await site.write('content/cat.png', 'cat')
    const library = site.open()
    expect(await library.sidecar(await library.find('cat.png', site.page))).toBeUndefined()
    expect(await library.sidecar(await library.find('data:,cat', site.page))).toBeUndefined()
  })

  test('over 10 kB is named rather than passed over', async () => {
    const [, read] = await withSidecar('long '.repeat(2001))
    const fault = await faultOf(read())
    expect(fault.code).toBe('too-large')
    expect(fault.message).toContain('content/cat.png.alt.txt')
  })

  test('that leads out of the roots is not read', async () => {
    const site = await makeSite()
    await site.write('content/cat.png', 'cat')
    await writeFile(join(site.outside, 'secret.txt'), 'secret')
    await symlink(join(site.outside, 'secret.txt'), join(site.root, 'content/cat.png.alt.txt'))
    const library = site.open()
    const image = await library.find('cat.png', site.page)
    expect((await faultOf(library.sidecar(image))).code).toBe('outside-roots')
    const open = site.open({ roots: [site.root, site.outside] })
    expect(await open.sidecar(await open.find('cat.png', site.page))).toBe('secret')
  })
})
