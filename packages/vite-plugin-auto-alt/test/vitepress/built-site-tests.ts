import { chromium } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { alternatives, withFillsUndone } from '../astro/sample-site.ts'
import { browserPath, violations } from '../support/axe.ts'
import { serveFolder } from '../support/static-server.ts'
import type { VitePressBuild, VitePressSite, VitePressVersion } from '../support/vitepress-site.ts'
import { configFile, red, sampleSite } from './sample-site.ts'
import { pageScripts, withoutAlternatives, withoutHashes } from './without-hashes.ts'

const redInHtml = red.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replace('<b>', '&lt;b&gt;')

/** HTML as it stands in strings of a script. */
const unquoted = (script = ''): string => script.replaceAll(/\\(?<character>["\\])/gu, '$<character>')

/** What must hold for a built site, whichever version of VitePress builds it. */
export function builtSiteTests(version: VitePressVersion): void {
  let site: VitePressSite
  let plain: VitePressBuild
  let filled: VitePressBuild

  beforeAll(async () => {
    site = await sampleSite(version)
    plain = await site.build(configFile(false))
    filled = await site.build(configFile())
  }, 240_000)

  afterAll(() => site.remove())

  test('builds with and without auto-alt', () => {
    expect([plain.failed, filled.failed], plain.output + filled.output).toEqual([false, false])
    expect([...filled.pages.keys()]).toEqual([
      '404.html',
      'de/index.html',
      'guide/second.html',
      'index.html',
      'third.html'
    ])
  })

  test('has its captions on its pages, where an author’s own empty alternative stays', () => {
    expect(alternatives(filled.pages.get('index.html'))).toEqual([
      redInHtml,
      redInHtml,
      '',
      'Blue field',
      'Green field',
      'Yellow field',
      null,
      'To the second page',
      'Yellow field',
      // Markdown that a data loader rendered: nobody can tell whose empty alternatives these are.
      '',
      'Words',
      '',
      '',
      'Bound 1',
      'Orange field',
      'Purple field'
    ])
    expect(alternatives(filled.pages.get('guide/second.html'))).toEqual([
      'Yellow field',
      'Words',
      'Cyan field',
      ''
    ])
    expect(alternatives(filled.pages.get('third.html'))).toEqual(['Blue field', null])
    expect(alternatives(filled.pages.get('de/index.html'))).toEqual([
      'Rotes Feld',
      // What the page is called that the link leads to.
      'Second'
    ])
  })

  test('has them in the scripts that its client loads when a reader goes on', () => {
    const scripts = pageScripts(filled)
    expect(scripts.get('assets/third.md.HASH.js')).toContain('alt: "Blue field"')
    expect(scripts.get('assets/third.md.HASH.lean.js')).toContain('alt: "Blue field"')
    expect(unquoted(scripts.get('assets/guide_second.md.HASH.js'))).toContain(' alt="Cyan field"')
    const home = unquoted(scripts.get('assets/index.md.HASH.js'))
    for (const alt of [redInHtml, 'To the second page', 'Yellow field', '']) {
      expect(home).toContain(` alt="${alt}"`)
    }
  })

  test('differs from the site without auto-alt in alternatives alone, and in hashes of scripts that hold them', () => {
    for (const [path, html] of filled.pages) {
      const before = withoutHashes(plain.pages.get(path) ?? '')
      expect(withFillsUndone(withoutHashes(html), before), path).toBe(before)
    }
    const before = pageScripts(plain)
    expect(filled.assets.map(withoutHashes)).toEqual(plain.assets.map(withoutHashes))
    for (const [path, script] of pageScripts(filled)) {
      expect(withoutAlternatives(script), path).toBe(withoutAlternatives(before.get(path) ?? ''))
    }
    for (const [path, script] of filled.scripts) {
      if (!path.includes('.md.') && plain.scripts.has(path))
        expect(script, path).toBe(plain.scripts.get(path))
    }
  })

  test('has no mark in any file', () => {
    // The bundler names each module by its path, in a comment, and that may hold the name of this project.
    for (const [path, text] of [...filled.pages, ...filled.scripts])
      expect(text.replace(/^\/\/.*$/gmu, ''), path).not.toMatch(/auto-?alt/iu)
  })

  test('says once how it went, with the place of each image that is left, and nothing twice', () => {
    const said = filled.output.split('\n').filter((line) => line.includes('[auto-alt]'))
    expect(said).toEqual([
      '[auto-alt] 12 images without an alternative: 9 stored; 1 named by the page that their link leads to; 2 left without, in 3 places',
      '[auto-alt] Images without a text alternative:'
    ])
    const places = [...filled.output.matchAll(/^ {2}(?<place>docs\/\S+) (?<what>\S+)/gmu)]
    expect(places.map(({ groups }) => groups?.['place'] ?? '').sort()).toEqual([
      'docs/drafts/third.md:3:27',
      'docs/guide/second.md:7:1',
      'docs/index.md:19:1'
    ])
    expect(plain.output).not.toContain('[auto-alt]')
  })

  test.skipIf(browserPath === undefined)(
    'has no image or link without a name in Chromium but those without a caption, and many without auto-alt (needs chromium on PATH)',
    { timeout: 120_000 },
    async () => {
      const before = await violations(plain.pages)
      expect(before.filter((line) => line.includes('image-alt'))).toHaveLength(6)
      expect(before.filter((line) => line.includes('link-name'))).toHaveLength(2)
      expect(await violations(filled.pages)).toEqual([
        expect.stringMatching(/^index\.html image-alt: <img src="https:\/\/images\.example/u),
        expect.stringMatching(/^third\.html image-alt: <img src="\/assets\/none/u)
      ])
    }
  )

  test.skipIf(browserPath === undefined)(
    'has its captions in Chromium after going on to another page, and keeps those of components when its client takes over (needs chromium on PATH)',
    { timeout: 120_000 },
    async () => {
      const server = await serveFolder(`${site.root}/docs/.vitepress/dist`)
      const browser = await chromium.launch({ executablePath: browserPath ?? '', args: ['--no-sandbox'] })
      try {
        const page = await browser.newPage()
        await page.route(/^https:/u, (route) => route.abort())
        const complaints: string[] = []
        page.on('console', (message) => {
          if (/hydrat/iu.test(message.text())) complaints.push(message.text())
        })
        await page.goto(server.url)
        await page.waitForFunction('document.querySelector("#app").__vue_app__ !== undefined')
        expect(await page.getAttribute('img.shown', 'alt')).toBe('Orange field')
        await page.evaluate('window.stays = true')
        await page.click('.vp-doc a:text-is("Second")')
        await page.waitForFunction('document.title.startsWith("Second")')
        expect(
          await page.locator('.vp-doc img').evaluateAll((all) => all.map((img) => img.getAttribute('alt')))
        ).toEqual(['Yellow field', 'Words', 'Cyan field', ''])
        expect(await page.evaluate('window.stays')).toBe(true)
        expect(complaints).toEqual([])
      } finally {
        await browser.close()
        await server.close()
      }
    }
  )

  // The last one, as it builds anew.
  test('shows a caption that was edited after the first build', { timeout: 120_000 }, async () => {
    await site.caption('docs/pics/blue.png', 'A field at dawn')
    const next = await site.build(configFile())
    expect(next.failed, next.output).toBe(false)
    expect(alternatives(next.pages.get('third.html'))).toEqual(['A field at dawn', null])
    expect(pageScripts(next).get('assets/third.md.HASH.js')).toContain('A field at dawn')
  })
}
