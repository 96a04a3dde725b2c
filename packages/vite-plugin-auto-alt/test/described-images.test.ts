import axe from 'axe-core'
import { chromium } from 'playwright-core'
import { expect, test } from 'vitest'
import { createAutoAlt } from 'rehype-auto-alt'
import { fillHtml } from 'rehype-auto-alt/html'

import { captionedSite } from '../../rehype-auto-alt/test/support/captioned-site.ts'
import { browserPath } from './support/axe.ts'

const description = 'Sales rise from 10 in 2023 to 40 in 2025.'
const html = [
  '<!doctype html><html lang="en"><head><title>Sales</title></head><body><main><h1>Sales</h1>',
  '<p>See <a href="chart.png"><img src="chart.png"></a> here.</p>',
  '<figure><img src="chart.png"><figcaption>By year</figcaption></figure>',
  '</main></body></html>'
].join('\n')

/** What Chromium tells a screen reader, and what axe-core finds. */
interface Heard {
  readonly images: readonly { readonly name: unknown; readonly description: unknown }[]
  readonly summaries: readonly unknown[]
  readonly violations: readonly string[]
}

async function listen(page: string): Promise<Heard> {
  const browser = await chromium.launch({ executablePath: browserPath ?? '', args: ['--no-sandbox'] })
  try {
    const tab = await browser.newPage()
    await tab.route(/^https?:/u, (route) => route.abort())
    await tab.setContent(page, { waitUntil: 'domcontentloaded' })
    const session = await tab.context().newCDPSession(tab)
    const { nodes } = await session.send('Accessibility.getFullAXTree')
    const heard = nodes.filter(({ ignored }) => !ignored)
    const images = heard.filter(({ role }) => role?.value === 'image')
    await tab.addScriptTag({ content: axe.source })
    const violations = await tab.evaluate<string>(
      'axe.run().then((found) => JSON.stringify(found.violations))'
    )
    return {
      images: images.map(({ description: told, name }) => ({ name: name?.value, description: told?.value })),
      summaries: heard
        .filter(({ role }) => role?.value === 'DisclosureTriangle')
        .map(({ name }) => name?.value),
      violations: (JSON.parse(violations) as axe.Result[]).map(({ id }) => id)
    }
  } finally {
    await browser.close()
  }
}

test.skipIf(browserPath === undefined)(
  'a screen reader gets long descriptions as Chromium computes them (needs Chromium)',
  async () => {
    const site = await captionedSite('chart')
    await site.store(site.key('chart'), { alt: 'Bar chart', description })
    const page = { name: 'content/a.html', file: `${site.root}/content/a.html` }
    const fill = async (longDescription: 'describedby' | 'details'): Promise<string> =>
      (await fillHtml(html, page, createAutoAlt({ ...site.options, longDescription }))).html
    const image = { name: 'Bar chart', description }
    expect(await listen(await fill('describedby'))).toEqual({
      images: [image, image],
      summaries: [],
      violations: []
    })
    const opened = await listen(await fill('details'))
    expect(opened.images.map(({ name }) => name)).toEqual(['Bar chart', 'Bar chart'])
    expect(opened.summaries).toEqual(['Description of the image'])
    expect(opened.violations).toEqual([])
  },
  60_000
)
