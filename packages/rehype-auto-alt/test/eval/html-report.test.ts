import { pathToFileURL } from 'node:url'
import axe from 'axe-core'
import { type Page, chromium } from 'playwright-core'
import { describe, expect, onTestFinished, test } from 'vitest'

import type { EvalAnswer } from '../../src/eval/eval-answer.ts'
import { htmlReport } from '../../src/eval/html/html-report.ts'
import type { EvalReport } from '../../src/eval/report.ts'
import { thumbnailsOf } from '../../src/eval/thumbnails.ts'
import type { PreparedImage } from '../../src/images/prepared-image.ts'
import { browserPath } from './browser.ts'
import { describedSite, faultyWords, saidOf } from './described-site.ts'

const hostile = `"><script>alert(1)</script><img src=x onerror=alert(1)>'</p>\u202Etxet`

describe('what pages and models say', () => {
  const answer: EvalAnswer = {
    outcome: 'flagged',
    text: hostile,
    problems: ['markup'],
    attempts: [{ raw: hostile, faults: ['markup'], inWords: [hostile], milliseconds: 1 }],
    isCut: true,
    isReworded: false,
    message: hostile,
    requests: 1,
    failed: 0,
    inputTokens: 1,
    outputTokens: 1,
    isEstimated: true,
    usd: null,
    isRemembered: false
  }
  const report: EvalReport = {
    version: 1,
    date: '2026-01-01',
    settings: {
      prompt: 1,
      maxLength: 120,
      fullStop: false,
      context: true,
      voice: true,
      verify: false,
      limit: null
    },
    sample: { from: 'set', alternatives: 1, poor: 0, images: 1, taken: 1, unusable: 0, length: null },
    providers: [],
    isComparable: true,
    images: [
      {
        image: hostile,
        page: hostile,
        line: 1,
        digest: '',
        language: hostile,
        references: [hostile],
        answers: [{ provider: hostile, ...answer }]
      }
    ]
  }

  test('is text in the report, whatever it is', () => {
    const html = htmlReport(report, [])
    expect(html).not.toMatch(/<script|<img|onerror=alert\(1\)>|\u202E/u)
    expect(html.match(/&lt;script&gt;/gu)?.length).toBeGreaterThan(8)
  })
})

test('pictures are left out once there is no room for them', async () => {
  const image = { digest: '', name: 'a.png', bytes: async () => new Uint8Array() }
  const page = { name: 'page.md', file: '/page.md' }
  const use = { page, element: 'img', sources: [], verdict: 'missing', alt: null } as const
  const rest = {
    purpose: { kind: 'informative' },
    context: { headings: [] },
    tiny: false,
    off: false
  } as const
  const names = { name: 'a.png', digest: '', language: 'en', key: '', plainKey: '' }
  const evalCase = { subject: { ...names, image, use: { ...use, ...rest } }, references: [], secrets: [] }
  const prepare = async (): Promise<PreparedImage> => ({
    mediaType: 'image/png',
    bytes: new Uint8Array(40),
    width: 9,
    height: 8
  })
  const made = await thumbnailsOf(
    Array.from({ length: 9 }, () => evalCase),
    { prepare, release: () => {} },
    100
  )
  expect(made.map((thumbnail) => thumbnail?.width)).toEqual([9, 9, undefined, undefined])
})

describe.skipIf(browserPath === undefined)('the report in Chromium', () => {
  async function open(
    width: number,
    colorScheme: 'light' | 'dark'
  ): Promise<{ page: Page; faults: string[] }> {
    const site = await describedSite()
    await site.run()
    const browser = await chromium.launch({ executablePath: browserPath ?? '', args: ['--no-sandbox'] })
    onTestFinished(() => browser.close())
    const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme })
    const faults: string[] = []
    page.on('console', (message) => faults.push(message.text()))
    page.on('pageerror', (error) => faults.push(error.message))
    page.on('request', (request) => {
      if (!/^(?:file|data):/u.test(request.url())) faults.push(request.url())
    })
    await page.goto(pathToFileURL(`${site.root}/auto-alt-eval/report.html`).href)
    return { page, faults }
  }

  test.each([
    [1280, 'light'],
    [400, 'dark']
  ] as const)('is accessible and shows everything at %i pixels, %s', async (width, colorScheme) => {
    const { faults, page } = await open(width, colorScheme)
    for (const summary of await page.locator('summary').all()) await summary.click()
    expect(await page.locator('article').count()).toBe(3)
    const [first] = await page.locator('article').all()
    await expect(first?.innerText()).resolves.toMatch(
      new RegExp(
        `Human\\s+${saidOf.red}\\s+vllm:clean\\s+Bag of red leather .*vllm:faulty\\s+${faultyWords}`,
        'su'
      )
    )
    await expect(first?.innerText()).resolves.toContain('It is in German (de); write it in English (en).')
    const isSeen = 'Array.from(document.images).every((image) => image.naturalWidth > 0)'
    expect(await page.evaluate<boolean>(isSeen)).toBe(true)
    expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBe(width)
    // The page's own policy forbids scripts: axe runs in a world of its own.
    await page.evaluate(axe.source)
    const results = await page.evaluate<string>(
      'axe.run().then((result) => JSON.stringify(result.violations))'
    )
    const violations = JSON.parse(results) as axe.Result[]
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([])
    expect(faults).toEqual([])
  })

  test('leaves out what is in order when it is asked to, by keyboard', async () => {
    const { page } = await open(1280, 'light')
    await page.locator('#show-all').focus()
    await page.keyboard.press('ArrowDown')
    expect(await page.locator('#only-flawed').isChecked()).toBe(true)
    // Each image has an answer that broke a rule.
    expect(await page.locator('article:visible').count()).toBe(3)
    await page.evaluate("document.querySelector('article').classList.remove('flawed')")
    expect(await page.locator('article:visible').count()).toBe(2)
  })
})
