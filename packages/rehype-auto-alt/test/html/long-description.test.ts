import { join } from 'node:path'
import { describe, expect, test } from 'vitest'

import { createAutoAlt } from '../../src/captioner/create-auto-alt.ts'
import { fillHtml } from '../../src/html/fill-html.ts'
import type { Options } from '../../src/index.ts'
import { type CaptionedSite, captionedSite } from '../support/captioned-site.ts'

const description = 'Sales rose from 10 in 2023 to 40 in 2025 & "more" <b>.'
const written = 'Sales rose from 10 in 2023 to 40 in 2025 &amp; "more" &lt;b&gt;.'

/** A site with a chart that has a long description, and a cat that has none. */
async function chartSite(): Promise<CaptionedSite> {
  const site = await captionedSite('chart', 'cat')
  await site.store(site.key('chart'), { alt: 'Sales by year', description })
  return site
}

async function fill(site: CaptionedSite, html: string, options: Options): Promise<string> {
  const page = { name: 'content/a.html', file: join(site.root, 'content/a.html') }
  return (await fillHtml(html, page, createAutoAlt({ ...site.options, ...options }))).html
}

describe("longDescription: 'describedby'", () => {
  const options: Options = { longDescription: 'describedby' }
  const spanOf = (site: CaptionedSite): string => `<span id="${idOf(site)}" hidden>${written}</span>`
  const idOf = (site: CaptionedSite): string => `auto-alt-${site.key('chart').slice(0, 8)}`
  const attributesOf = (site: CaptionedSite): string =>
    ` alt="Sales by year" aria-describedby="${idOf(site)}"`

  test.each([
    ['in a paragraph', '<p>See <img$A src="chart.png">$D here.'],
    ['in a link, closed as in XML', '<a href="chart.png"><img$A src="chart.png" />$D</a>'],
    ['that an earlier stage marked', '<p><img$M$A src="chart.png">$D</p>'],
    ['in a picture', '<picture><source srcset="chart.webp"><img$A src="chart.png"></picture>$D text'],
    ['in an island', '<astro-island><div><img$A src="chart.png"></div></astro-island>$D'],
    ['twice on the page', '<li><img$A src="chart.png">$D<li><IMG$A SRC=chart.png>'],
    ['beside others', '<img alt="CAPTION cat" src="cat.png"><img$A src="chart.png">$D']
  ])('an image %s names a hidden text', async (_what, template) => {
    const site = await chartSite()
    const marker = ' data-auto-alt-intent="missing"'
    const before = template.replaceAll('$A', '').replace('$D', '').replace(' alt="CAPTION cat"', '')
    const after = template.replace('$M', '').replaceAll('$A', attributesOf(site)).replace('$D', spanOf(site))
    expect(await fill(site, before.replace('$M', marker), options)).toBe(after)
    expect(await fill(site, after, options)).toBe(after)
  })

  test('another language is another text, under another id', async () => {
    const site = await chartSite()
    await site.store(site.key('chart', ':de'), { alt: 'Umsatz', description: 'Steigt.' })
    const html = await fill(site, '<p><img src=chart.png><p lang=de><img src=chart.png>', options)
    expect(html).toContain(`aria-describedby="${idOf(site)}" `)
    expect(html).toContain(`aria-describedby="${idOf(site)}-2" `)
    expect(html).toContain(`<span id="${idOf(site)}-2" hidden>Steigt.</span>`)
  })

  test('a text that an earlier stage wrote is named once more', async () => {
    const site = await chartSite()
    const html = `<p><img${attributesOf(site)} src="chart.png">${spanOf(site)}</p><img src="chart.png">`
    expect(await fill(site, html, options)).toBe(html.replace('<img src', `<img${attributesOf(site)} src`))
  })

  test('braces are inert for frameworks that read them in pages', async () => {
    const site = await chartSite()
    await site.store(site.key('chart'), { alt: 'A', description: '{{ evil() }}' })
    expect(await fill(site, '<img src=chart.png>', options)).toContain(
      ' hidden>&#123;&#123; evil() }}</span>'
    )
  })

  test.each([
    ['aria-describedby="x"', '<img aria-describedby="x" src="chart.png">'],
    ['longdesc', '<img longdesc="chart.html" src="chart.png">'],
    ['an alternative of its own', '<img alt="Mine" src="chart.png">']
  ])('an image with %s gets none', async (_what, html) => {
    const site = await chartSite()
    expect(await fill(site, html, options)).toBe(html.replace(/<img (?!alt)/u, '<img alt="Sales by year" '))
  })
})

describe("longDescription: 'details'", () => {
  const options: Options = { longDescription: 'details' }

  test.each([
    ['behind its paragraph', '<div><p>See <em><img$A src="chart.png"></em> here.</p>$D<p>More</p></div>'],
    ['behind a paragraph without end tag', '<p>See <img$A src="chart.png">\n$D<p>More'],
    [
      'in its figure, before the caption',
      '<figure><img$A src="chart.png">$D<figcaption>C</figcaption></figure>'
    ],
    [
      'behind a link around blocks',
      '<section><a href=chart.png><div><img$A src="chart.png"></div></a>$D</section>'
    ],
    ['behind a heading', '<h2><picture><img$A src="chart.png"></picture></h2>$D<p>More'],
    ['in its cell', '<table><tr><td><img$A src="chart.png">$D<td>x</table>'],
    ['behind the list that must not hold it', '<ul><img$A src="chart.png"></ul>$D'],
    ['once for two uses', '<p><img$A src="chart.png"></p>$D<p><img$A src="chart.png"></p>'],
    [
      'in the component that a template of Vue holds',
      '<template><div><Badge><p><img$A src="chart.png"></p>$D</Badge></div></template>'
    ]
  ])('stands %s', async (_what, template) => {
    const site = await chartSite()
    const id = `auto-alt-${site.key('chart').slice(0, 8)}`
    const details = `<details id="${id}" class="auto-alt-description" lang="en"><summary>Description of the image</summary><p>${written}</p></details>`
    const before = template.replaceAll('$A', '').replace('$D', '')
    const after = template
      .replaceAll('$A', ` alt="Sales by year" aria-details="${id}"`)
      .replace('$D', details)
    expect(await fill(site, before, options)).toBe(after)
    expect(await fill(site, after, options)).toBe(after)
  })

  test.each([
    ['de', '<summary>Beschreibung des Bildes</summary>'],
    ['pt-BR', '<summary>Descrição da imagem</summary>'],
    ['zh-TW', '<summary>圖片說明</summary>'],
    ['sv', '<summary lang="en">Description of the image</summary>']
  ])('is announced in the language of the page: %s', async (tag, summary) => {
    const site = await chartSite()
    const language = tag === 'zh-TW' ? 'zh-Hant' : (tag.split('-')[0] ?? '')
    await site.store(site.key('chart', `:${language}`), { alt: 'A', description: 'B' })
    const html = await fill(site, `<html lang="${tag}"><body><img src=chart.png>`, options)
    expect(html).toContain(`lang="${language}">${summary}<p>B</p></details>`)
  })
})

test('without the option there is none', async () => {
  const site = await chartSite()
  expect(await fill(site, '<img src="chart.png">', {})).toBe('<img alt="Sales by year" src="chart.png">')
})
