import { afterAll, beforeAll, expect, test } from 'vitest'

import { type AstroBuild, type AstroSite, astroSite } from '../support/astro-site.ts'

const index = `---
import { getImage } from 'astro:assets'
import red from '../assets/red.png'
const small = await getImage({ src: red, width: 30, format: 'webp' })
---
<!doctype html>
<html lang="en"><head><title>A</title>
  <link rel="canonical" href={Astro.url} />
  <meta property="og:image" content={new URL(small.src, Astro.site)} />
  <meta name="twitter:image" content={new URL('/docs/yellow.png', Astro.site)} />
  <script is:inline type="application/ld+json" set:html={JSON.stringify({ '@type': 'ImageObject', url: new URL(red.src, Astro.site) })} />
</head><body>
<p><img src={red.src}></p>
</body></html>
`
const config = "{ site: 'https://site.example', base: '/docs' }"

let site: AstroSite
let plain: AstroBuild
let filled: AstroBuild

beforeAll(async () => {
  site = await astroSite({ 'src/pages/index.astro': index })
  await site.picture('src/assets/red.png', '#f00', 'Red field')
  await site.picture('public/yellow.png', '#ff0', 'Yellow field')
  plain = await site.build(false, config)
  filled = await site.build('{ provider: false, social: true }', config)
}, 120_000)

afterAll(() => site.remove())

test('pictures of a built page find their captions by their originals, whole addresses and all', () => {
  const before = plain.pages.get('index.html') ?? ''
  const after = filled.pages.get('index.html') ?? ''
  expect(plain.failed || filled.failed, plain.output + filled.output).toBe(false)
  expect(after).toContain('<meta property="og:image:alt" content="Red field">')
  expect(after).toContain('<meta name="twitter:image:alt" content="Yellow field">')
  expect(after).toMatch(
    /"url":"https:\/\/site\.example\/docs\/_astro\/red\.[^"]+\.png","caption":"Red field"\}/u
  )
  const undone = after
    .replace(/\s*<meta property="og:image:alt"[^>]*>/u, '')
    .replace(/\s*<meta name="twitter:image:alt"[^>]*>/u, '')
    .replace(',"caption":"Red field"', '')
    .replace(' alt="Red field"', '')
  expect(undone).toBe(before)
  expect(filled.output).toContain('3 pictures for other sites (og:image) take the words of a stored caption')
})
