import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { AstroBuild, AstroSite } from '../support/astro-site.ts'
import { alternatives, sampleSite, withFillsUndone } from './sample-site.ts'

const prefixed = `base: '/docs/', build: { assetsPrefix: 'https://cdn.example/a' }`

/** Configurations of Astro that must make no difference, and how the pages are named then. */
const configurations: readonly [title: string, config: string, rename: (path: string) => string][] = [
  ['unified()', '{ markdown: { processor: unified() } }', (path) => path],
  [
    'Sätteri that reads raw HTML',
    '{ markdown: { processor: satteri({ features: { rawHtml: true } }) } }',
    (path) => path
  ],
  ['a base and an assetsPrefix', `{ ${prefixed} }`, (path) => path],
  ['a base without a slash at its end', `{ base: '/docs' }`, (path) => path],
  [
    'unified(), a base, an assetsPrefix for each kind of file, pages as files',
    `{ base: '/docs', build: { format: 'file', assetsPrefix: { webp: 'https://w.example', fallback: 'https://cdn.example' } }, markdown: { processor: unified() } }`,
    (path) => path.replace(/\/index\.html$/u, '.html')
  ]
]

const skip = process.env['AUTO_ALT_FULL'] !== '1'

describe.skipIf(skip)('A site of Astro has the same alternatives (set AUTO_ALT_FULL=1 to run)', () => {
  let site: AstroSite
  let usual: AstroBuild

  beforeAll(async () => {
    site = await sampleSite()
    usual = await site.build()
  }, 240_000)

  afterAll(() => site.remove())

  test.each(configurations)('with %s', { timeout: 240_000 }, async (_, config, rename) => {
    const plain = await site.build(false, config)
    const filled = await site.build('{ provider: false }', config)
    expect(filled.failed, filled.output).toBe(false)
    for (const [path, html] of usual.pages) {
      const page = filled.pages.get(rename(path))
      expect(alternatives(page), path).toEqual(alternatives(html))
    }
    for (const [path, html] of filled.pages) {
      const before = plain.pages.get(path) ?? ''
      expect(withFillsUndone(html, before), path).toBe(before)
      expect(html, path).not.toMatch(/auto-?alt/iu)
    }
    expect(filled.assets).toEqual(plain.assets)
  })
})
