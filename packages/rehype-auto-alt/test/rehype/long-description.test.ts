import type { Root } from 'hast'
import { describe, expect, test } from 'vitest'

import type { Options } from '../../src/index.ts'
import { type TreeNode, childrenOf } from '../../src/rehype/tree-nodes.ts'
import { type CaptionedSite, captionedSite } from '../support/captioned-site.ts'
import { render, renderMdx } from './pipelines.ts'

async function chartSite(): Promise<CaptionedSite> {
  const site = await captionedSite('chart')
  await site.store(site.key('chart'), { alt: 'Sales', description: 'From 10 to 40 & <more>.' })
  return site
}

const idOf = (site: CaptionedSite): string => `auto-alt-${site.key('chart').slice(0, 8)}`
const span = (site: CaptionedSite): string =>
  `<span id="${idOf(site)}" hidden>From 10 to 40 &amp; &lt;more>.</span>`
const details = (site: CaptionedSite): string =>
  `<details id="${idOf(site)}" class="auto-alt-description" lang="en"><summary>Description of the image</summary><p>From 10 to 40 &amp; &lt;more>.</p></details>`

describe('a long description in a tree', () => {
  test.each([
    ['Markdown', 'See ![](chart.png) here.', '<p>See <img src="chart.png" alt="Sales"#>$ here.</p>'],
    [
      'a line of HTML in Markdown',
      'See <a href="chart.png"><img src="chart.png"></a> <img src="chart.png"> here.',
      '<p>See <a href="chart.png"><img alt="Sales"# src="chart.png">$</a> <img alt="Sales"# src="chart.png"> here.</p>'
    ],
    [
      'a block of HTML in Markdown',
      '<picture>\n<img src="chart.png">\n</picture><img src="chart.png">',
      '<picture>\n<img alt="Sales"# src="chart.png">\n</picture>$<img alt="Sales"# src="chart.png">'
    ]
  ])('is a hidden text behind the image: %s', async (_what, text, expected) => {
    const site = await chartSite()
    const { html } = await render(site, text, { longDescription: 'describedby' })
    const attribute = ` aria-describedby="${idOf(site)}"`
    expect(html.replaceAll('&#x3C;', '&lt;').replaceAll('&#x26;', '&amp;').replaceAll('&gt;', '>')).toBe(
      expected.replaceAll('#', attribute).replace('$', span(site))
    )
  })

  test.each([
    [
      'Markdown',
      'See *![](chart.png)* here.\n\nMore',
      '<p>See <em><img src="chart.png" alt="Sales"#></em> here.</p>$\n<p>More</p>'
    ],
    [
      'a line of HTML in Markdown',
      'See <b><img src="chart.png"></b> here.\n\nMore',
      '<p>See <b><img alt="Sales"# src="chart.png"></b> here.</p>$\n<p>More</p>'
    ],
    [
      'a block of HTML in Markdown',
      '<figure>\n<p><img src="chart.png"></p>\n<figcaption>C</figcaption>\n</figure>',
      '<figure>\n<p><img alt="Sales"# src="chart.png"></p>$\n<figcaption>C</figcaption>\n</figure>'
    ]
  ])('opens behind the block that holds the image: %s', async (_what, text, expected) => {
    const site = await chartSite()
    const { html } = await render(site, text, { longDescription: 'details' })
    const attribute = ` aria-details="${idOf(site)}"`
    expect(html.replaceAll('&#x3C;', '&lt;').replaceAll('&#x26;', '&amp;').replaceAll('&gt;', '>')).toBe(
      expected.replaceAll('#', attribute).replace('$', details(site))
    )
  })

  test('is written for the second image where the first has no place for it', async () => {
    const site = await chartSite()
    const drawing = '<div><svg><foreignObject><img src="chart.png"></foreignObject></svg></div>'
    const { html } = await render(site, `${drawing}\n\n![](chart.png)`, { longDescription: 'details' })
    expect(html.match(/aria-details="/gu)).toHaveLength(1)
    expect(html).toContain(`aria-details="${idOf(site)}"></p><details id="${idOf(site)}"`)
  })

  test('stands in MDX beside JSX and Markdown, once, and not for an image in an expression', async () => {
    const site = await chartSite()
    const { tree } = await renderMdx(
      site,
      '<Card>\n  ![](chart.png)\n</Card>\n\n<img src="chart.png" />\n\n{x && <img src="chart.png" />}',
      { longDescription: 'details' }
    )
    const card = childrenOf(tree).find((node) => 'name' in node && node.name === 'Card')
    expect(namesIn(card)).toContain('details')
    expect(namesIn(tree).filter((name) => name === 'details')).toEqual(['details'])
    expect(JSON.stringify(tree).split('aria-details')).toHaveLength(2)
  })

  test.each([
    ['Markdown beside HTML', '<img src="chart.png" aria-describedby="x">'],
    ['HTML', '<p><img src="chart.png" aria-describedby="x"></p>']
  ])('is not written where the author wrote one: %s', async (what, text) => {
    const site = await chartSite()
    const options: Options & { syntax?: 'html' } = { longDescription: 'describedby' }
    const { html } = await render(site, text, what === 'HTML' ? { ...options, syntax: 'html' } : options)
    expect(html).toContain('alt="Sales"')
    expect(html).not.toContain('auto-alt-')
  })
})

function namesIn(node: TreeNode | Root | undefined): string[] {
  if (!node) return []
  const own = node.type === 'element' ? [node.tagName] : []
  return [...own, ...childrenOf(node).flatMap(namesIn)]
}
