import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { AstroBuild, AstroSite } from '../support/astro-site.ts'
import { alternatives, sampleSite, withFillsUndone } from './sample-site.ts'

const red = 'Red `field` &amp; &quot;sun&quot; &lt;b&gt;'

let site: AstroSite
let plain: AstroBuild
let filled: AstroBuild

beforeAll(async () => {
  site = await sampleSite()
  plain = await site.build(false)
  filled = await site.build()
}, 240_000)

afterAll(() => site.remove())

describe('A site of Astro', () => {
  test('builds with and without auto-alt', () => {
    expect([plain.failed, filled.failed], plain.output + filled.output).toEqual([false, false])
    expect(filled.pages.size).toBe(5)
  })

  test('has its captions in Markdown, where an author’s own empty alternative stays', () => {
    expect(alternatives(filled.pages.get('markdown/index.html'))).toEqual([
      red,
      'Yellow field',
      'A red field',
      'Green field',
      red,
      '',
      'Yellow field'
    ])
    expect(alternatives(filled.pages.get('posts/one/index.html'))).toEqual([red, ''])
  })

  test('has its captions in MDX, where JSX keeps its meaning', () => {
    expect(alternatives(filled.pages.get('mdx/index.html'))).toEqual([red, '', 'Yellow field', 'Kept'])
  })

  test('has its captions in components, also on inlined images; a remote image is left and reported', () => {
    expect(alternatives(filled.pages.get('index.html'))).toEqual([
      red,
      'Blue field',
      'A drawn star',
      '',
      'Yellow field',
      '',
      'Blue field',
      null,
      'Yellow field'
    ])
    expect(filled.output).toMatch(/dist\/index\.html:\d+:\d+ https:\/\/images\.example\/remote\.png/u)
  })

  test('differs from the site without auto-alt in alternatives alone, byte for byte', () => {
    expect([...filled.pages.keys()]).toEqual([...plain.pages.keys()])
    for (const [path, html] of filled.pages) {
      const before = plain.pages.get(path) ?? ''
      expect(withFillsUndone(html, before), path).toBe(before)
      expect(html === before, path).toBe(path === 'by-hand.html')
    }
  })

  test('has no marker on any page', () => {
    for (const [path, html] of filled.pages) expect(html, path).not.toMatch(/auto-?alt/iu)
  })

  test('has the very same files besides its pages', () => {
    expect(filled.assets).toEqual(plain.assets)
  })

  test('says in one line how it went', () => {
    const lines = filled.output
      .split('\n')
      .filter((line) => line.includes('[auto-alt]') && !line.includes('WARN'))
    expect(lines).toHaveLength(1)
    expect(lines[0]).toMatch(
      /images without an alternative: \d+ stored; 1 written by people.*; 1 left without, in 1 place$/u
    )
  })
})

test(
  'An edited caption shows in the next build, though the content is cached',
  { timeout: 120_000 },
  async () => {
    await site.picture('src/assets/red.png', '#f00', 'A field at dawn')
    const next = await site.build()
    expect(next.failed, next.output).toBe(false)
    for (const path of ['posts/one/index.html', 'markdown/index.html', 'mdx/index.html']) {
      expect(alternatives(next.pages.get(path))[0], path).toBe('A field at dawn')
    }
  }
)

test('A build fails with a list of what is missing when nothing may be', { timeout: 120_000 }, async () => {
  const { failed, output } = await site.build(`{ provider: false, onMissing: 'error' }`)
  expect(failed).toBe(true)
  expect(output).toMatch(
    /dist\/index\.html:\d+:\d+ https:\/\/images\.example\/remote\.png lies on images\.example/u
  )
})
