import { mkdir, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { ImportedImages } from '../../src/images/imported-images.ts'
import { faultOf, makeSite } from './site.ts'

/** A bundler that made one address from one original. */
function made(src: string, original: string, ...allow: readonly string[]): ImportedImages {
  return { allow, resolve: (asked) => (asked === src ? original : undefined) }
}

describe('An image that the bundler imported is read from its original', () => {
  test.each(['/_astro/cat.D4f.webp', 'https://cdn.example/_astro/cat.D4f.webp', '../_astro/cat.D4f.webp'])(
    'when the page shows %s',
    async (src) => {
      const site = await makeSite()
      const file = await site.write('src/assets/cat.png', 'original')
      const library = site.open({ imports: made(src, file) })
      const image = await library.find(src, site.page)
      expect([image.name, image.file]).toEqual(['src/assets/cat.png', file])
      expect(library.addressOf(src, site.page)).toMatchObject({
        kind: 'local',
        names: ['src/assets/cat.png']
      })
    }
  )

  test('outside the roots, within the folders that the bundler serves, with its sidecar', async () => {
    const site = await makeSite()
    const file = join(site.outside, 'theme.png')
    await writeFile(file, 'theme')
    await writeFile(`${file}.alt.txt`, 'A theme')
    const library = site.open({ imports: made('/_astro/theme.x.png', file, site.outside) })
    const image = await library.find('/_astro/theme.x.png', site.page)
    expect(Buffer.from(await image.bytes()).toString()).toBe('theme')
    expect(await library.sidecar(image)).toBe('A theme')
  })
})

describe('An image that the bundler imported is left alone', () => {
  test('outside the folders that the bundler serves, also behind a link', async () => {
    const site = await makeSite()
    const file = join(site.outside, 'secret.png')
    await writeFile(file, 'secret')
    await symlink(file, join(site.root, 'content/linked.png'))
    for (const original of [file, join(site.root, 'content/linked.png')]) {
      const library = site.open({ imports: made('/a.png', original, join(site.root, 'src')) })
      expect((await faultOf(library.find('/a.png', site.page))).code).toBe('outside-roots')
    }
  })

  test('while a path that a page writes does not reach the folders that the bundler serves', async () => {
    const site = await makeSite()
    await mkdir(join(site.outside, 'pictures'))
    await writeFile(join(site.outside, 'pictures/a.png'), 'x')
    const library = site.open({
      imports: made('/_astro/a.png', join(site.outside, 'pictures/a.png'), site.outside)
    })
    expect((await library.find('/_astro/a.png', site.page)).file).toBe(join(site.outside, 'pictures/a.png'))
    expect((await faultOf(library.find('../../outside/pictures/a.png', site.page))).code).toBe(
      'outside-roots'
    )
  })
})
