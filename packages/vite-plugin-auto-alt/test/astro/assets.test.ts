import { afterAll, beforeAll, expect, test } from 'vitest'
import { type AstroBuild, type AstroSite, astroSite } from '../support/astro-site.ts'
import { alternatives, withFillsUndone } from './sample-site.ts'

const page = (alt: string): string => `---
import { Image, Picture, getImage } from 'astro:assets'
import red from '../assets/red.png'
import blue from '../assets/blue.png'
const background = await getImage({ src: red, width: 10 })
---
<!doctype html>
<html lang="en"><head><title>Assets</title></head><body style={\`background: url(\${background.src})\`}>
<Image src={red} ${alt} class="hero" /> <Picture src={blue} ${alt} formats={['webp']} /> <Image src={import('../assets/red.png')} ${alt} width={20} />
<Image src="/yellow.png" width={60} height={40} ${alt} /> <Image src={red} alt="By hand" /> <Image src={red} alt="" />
</body></html>
`

let site: AstroSite
let plain: AstroBuild
let filled: AstroBuild

beforeAll(async () => {
  site = await astroSite({ 'src/pages/index.astro': page('alt=""') })
  await site.picture('src/assets/red.png', '#f00', 'Red field')
  await site.picture('src/assets/blue.png', '#00f', 'Blue field')
  await site.picture('public/yellow.png', '#ff0', 'Yellow field')
  plain = await site.build(false)
  await site.write('src/pages/index.astro', page(''))
  filled = await site.build('{ provider: false, assets: true }')
}, 240_000)

afterAll(() => site.remove())

test('<Image> and <Picture> without alt have their captions; what a person wrote stays', () => {
  expect(filled.failed, filled.output).toBe(false)
  expect(alternatives(filled.pages.get('index.html'))).toEqual([
    'Red field',
    'Blue field',
    'Red field',
    'Yellow field',
    'By hand',
    ''
  ])
})

test('The page is that of the same site with alt="", but for the alternatives', () => {
  const before = plain.pages.get('index.html') ?? ''
  expect(withFillsUndone(filled.pages.get('index.html') ?? '', before)).toBe(before)
  expect(filled.pages.get('index.html')).not.toMatch(/auto-?alt/iu)
})

test('No original is added to the output', () => {
  expect(filled.assets).toEqual(plain.assets)
  expect(filled.assets.length).toBeGreaterThan(3)
})

test('Without the option, Astro refuses an image without alt as always', { timeout: 120_000 }, async () => {
  const { failed, output } = await site.build()
  expect(failed).toBe(true)
  expect(output).toContain('ImageMissingAlt')
})
