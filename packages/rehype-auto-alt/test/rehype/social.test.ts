import { expect, test } from 'vitest'

import { type CaptionedSite, captionedSite } from '../support/captioned-site.ts'
import { changed, render } from './pipelines.ts'

async function site(): Promise<CaptionedSite> {
  const made = await captionedSite()
  for (const name of ['cat', 'dog']) {
    await made.add(name, 'public')
    await made.store(made.key(name), { alt: `CAPTION ${name}` })
  }
  return made
}

const page = [
  '<!doctype html><html lang="en"><head>',
  '  <link rel="canonical" href="https://site.example/a/">',
  '  <meta property="og:image" content="https://site.example/cat.png">',
  '  <meta property="og:image:alt" content="Mine"><meta name="twitter:image" content="/dog.png">',
  '  <script type="application/ld+json">[{"@type":"ImageObject","url":"/cat.png"},{"@type":"ImageObject","url":"/dog.png"}]</script>',
  '</head><body></body></html>'
].join('\n')

test('a whole document in a pipeline hands its pictures over with their stored words', async () => {
  const { file, html, without } = await render(await site(), page, {
    path: 'content/a.html',
    syntax: 'html',
    social: true
  })
  expect(html).toBe(
    changed(without, {
      '<meta name="twitter:image" content="/dog.png">':
        '<meta name="twitter:image" content="/dog.png"><meta name="twitter:image:alt" content="CAPTION dog">',
      '"url":"/cat.png"': '"url":"/cat.png","caption":"CAPTION cat"',
      '"url":"/dog.png"': '"url":"/dog.png","caption":"CAPTION dog"'
    })
  )
  expect(file.messages).toEqual([])
})

test('without the option, one message says what could be written', async () => {
  const { file, html, without } = await render(await site(), page, { path: 'content/a.html', syntax: 'html' })
  expect(html).toBe(without)
  expect(file.messages.map((message) => [message.ruleId, message.fatal, message.line])).toEqual([
    ['missing-social-alt', undefined, 4]
  ])
  expect(file.messages[0]?.reason).toBe(
    'A caption is stored for /dog.png, which has no twitter:image:alt and 2 more; `social: true` writes it'
  )
})

test('pictures that stand in each other have each its own words', async () => {
  const data =
    '{"@type":"ImageObject","thumbnail":{"@type":"ImageObject","url":"/dog.png"},"url":"/cat.png","isPartOf":{"@type":"ImageObject","caption":"","url":"/dog.png"}}'
  const document = `<!doctype html><html lang="en"><head><script type="application/ld+json">${data}</script></head><body></body></html>`
  const { html } = await render(await site(), document, {
    path: 'content/a.html',
    syntax: 'html',
    social: true
  })
  expect(JSON.parse(/<script[^>]*>(.*)<\/script>/u.exec(html)?.[1] ?? '')).toEqual({
    '@type': 'ImageObject',
    thumbnail: { '@type': 'ImageObject', url: '/dog.png', caption: 'CAPTION dog' },
    url: '/cat.png',
    caption: 'CAPTION cat',
    isPartOf: { '@type': 'ImageObject', caption: 'CAPTION dog', url: '/dog.png' }
  })
})
