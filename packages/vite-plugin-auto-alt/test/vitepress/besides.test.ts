import { expect, onTestFinished, test } from 'vitest'

import { vitePressSite } from '../support/vitepress-site.ts'

const config = `import { autoAlt } from 'vite-plugin-auto-alt'
export default {
  head: [
    ['link', { rel: 'canonical', href: 'https://site.example/' }],
    ['meta', { property: 'og:image', content: 'https://site.example/green.png' }]
  ],
  vite: { plugins: [autoAlt({ provider: false, social: true, longDescription: 'describedby' })] }
}
`

test('a built page has the words of its og:image, and a long description that its script has as well', async () => {
  const site = await vitePressSite('vitepress', {
    'docs/index.md': '# Home\n\nSee ![](./red.png) and ![](./red.png)\n'
  })
  onTestFinished(() => site.remove())
  await site.picture('docs/red.png', '#f00', 'Red field')
  await site.picture('docs/public/green.png', '#0f0', 'Green field')
  const captions = JSON.parse(await site.read('alt-text.json')) as {
    captions: Record<string, { alt: string; description?: string }>
  }
  const [key = '', red] = Object.entries(captions.captions).find(([, { alt }]) => alt === 'Red field') ?? []
  if (red) red.description = 'All of it is {{ 1 + 1 }} <b>.'
  await site.write('alt-text.json', JSON.stringify(captions))
  const { failed, output, pages, scripts } = await site.build(config)
  expect(failed, output).toBe(false)

  const html = pages.get('index.html') ?? ''
  expect(html).toContain('<meta property="og:image:alt" content="Green field">')
  const id = `auto-alt-${key.slice(0, 8)}`
  const image = `<img[^>]*aria-describedby="${id}"[^>]*>`
  const span = `<span id="${id}" hidden(?:="")?>All of it is \\{\\{ 1 \\+ 1 \\}\\} &lt;b&gt;\\.</span>`
  expect(html).toMatch(new RegExp(`<p>See ${image}${span} and ${image}</p>`, 'u'))
  const page = [...scripts].find(([path]) => /index\.md\.[^/]*(?<!\.lean)\.js$/u.test(path))?.[1]
  expect(page).toContain(id)
  expect(page).toContain('{{ 1 + 1 }}')
})
