import { accessSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import axe from 'axe-core'
import { chromium } from 'playwright-core'

/** The browser on this machine; `undefined` where there is none. */
export const browserPath: string | undefined = ['chromium', 'chromium-browser', 'google-chrome']
  .flatMap((name) => (process.env['PATH'] ?? '').split(delimiter).map((folder) => join(folder, name)))
  .find((path) => {
    try {
      accessSync(path)
      return true
    } catch {
      return false
    }
  })

/** The rules that text alternatives of images are about. */
const rules = ['image-alt', 'image-redundant-alt', 'link-name']

/** What axe-core finds on pages, in real Chromium: `rule: the element's start tag`. */
export async function violations(pages: ReadonlyMap<string, string>): Promise<string[]> {
  const browser = await chromium.launch({ executablePath: browserPath ?? '', args: ['--no-sandbox'] })
  try {
    const page = await browser.newPage()
    await page.route(/^https?:/u, (route) => route.abort())
    const found: string[] = []
    for (const [path, html] of pages) {
      await page.setContent(html, { waitUntil: 'domcontentloaded' })
      await page.addScriptTag({ content: axe.source })
      const text = `axe.run({ runOnly: ${JSON.stringify(rules)} }).then((result) => JSON.stringify(result.violations))`
      const results = JSON.parse(await page.evaluate<string>(text)) as axe.Result[]
      for (const { id, nodes } of results) found.push(...nodes.map((node) => `${path} ${id}: ${node.html}`))
    }
    return found
  } finally {
    await browser.close()
  }
}
