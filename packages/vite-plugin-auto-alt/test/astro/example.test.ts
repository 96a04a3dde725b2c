import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { AstroBuild, AstroSite } from '../support/astro-site.ts'
import { browserPath, violations } from '../support/axe.ts'
import { exampleConfig, exampleSite } from '../support/example-site.ts'
import { withFillsUndone } from './sample-site.ts'

let site: AstroSite
let plain: AstroBuild
let filled: AstroBuild

beforeAll(async () => {
  site = await exampleSite()
  const config = await exampleConfig()
  filled = await site.buildAs(config)
  // Astro refuses <Image> without alt: without auto-alt, the same site has an empty one there.
  const index = filledIn(await site.read('src/pages/index.astro'), 'sizes="44rem"', ' alt=""')
  await site.write('src/pages/index.astro', index)
  plain = await site.buildAs(config.replace(/, autoAlt\([^)]*\)/u, '').replace(/^import \{ autoAlt.*$/mu, ''))
}, 240_000)

afterAll(() => site.remove())

function filledIn(text: string, start: string, what: string): string {
  expect(text).toContain(start)
  return text.replace(start, `${start}${what}`)
}

describe('The example', () => {
  test('builds, and names the one image that it may not fetch', () => {
    expect([plain.failed, filled.failed], plain.output + filled.output).toEqual([false, false])
    expect(filled.output).toMatch(/8 images without an alternative: 7 stored; 1 left without, in 1 place/u)
    expect(filled.output).toMatch(/dist\/index\.html:\d+:\d+ https:\/\/picsum\.photos/u)
    expect(plain.output).not.toContain('[auto-alt]')
  })

  test('differs from the site without auto-alt in alternatives alone, and in no file besides its pages', () => {
    expect(filled.assets).toEqual(plain.assets)
    for (const [path, html] of filled.pages) {
      const before = plain.pages.get(path) ?? ''
      expect(withFillsUndone(html, before), path).toBe(before)
      expect(html, path).not.toMatch(/auto-?alt/iu)
    }
  })

  test.skipIf(browserPath === undefined)(
    'has no image and no link without a name in Chromium but the remote image, and 14 without auto-alt (needs chromium on PATH)',
    { timeout: 120_000 },
    async () => {
      expect(await violations(filled.pages)).toEqual([
        expect.stringMatching(/^index\.html image-alt: <img src="https:\/\/picsum/u)
      ])
      const before = await violations(plain.pages)
      expect(before.filter((line) => line.includes('image-alt'))).toHaveLength(8)
      expect(before.filter((line) => line.includes('link-name'))).toHaveLength(6)
    }
  )
})
