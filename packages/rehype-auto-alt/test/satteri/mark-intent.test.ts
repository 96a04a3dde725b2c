import rehypeStringify from 'rehype-stringify'
import remarkParse from 'remark-parse'
import remarkRehype from 'remark-rehype'
import { type Features, markdownToHtml, mdxToJs } from 'satteri'
import { unified } from 'unified'
import { describe, expect, test } from 'vitest'
import { rehypeKeepIntent, remarkMarkIntent } from '../../src/markdown/index.ts'
import { intentMarker } from '../../src/rules/verdict/verdict.ts'
import { satteriKeepIntent, satteriMarkIntent } from '../../src/satteri/index.ts'

const page = `![](./a.png) and ![][ref] and ![A cat](b.png)

- ![](<c d.png> "Title")

<img src="raw.png" alt=""> <p><img src="raw2.png" alt></p>

> [![](e.png)](/x)

\`![](code.png)\`

[ref]: ref.png
`

function withSatteri(text: string, features: Features = {}): string {
  const plugins = { mdastPlugins: [satteriMarkIntent()], hastPlugins: [satteriKeepIntent()] }
  return markdownToHtml(text, { features, ...plugins }).html
}

async function withRemark(text: string): Promise<string> {
  const processor = unified()
    .use(remarkParse)
    .use(remarkMarkIntent)
    .use(remarkRehype, { allowDangerousHtml: true })
    .use(rehypeStringify, { allowDangerousHtml: true })
  return String(await processor.process(text))
}

const marked = (html: string): string[] =>
  [...html.matchAll(/<img[^>]*>/gu)].flatMap(([tag]) =>
    tag.includes('data-auto-alt-intent="missing"') ? [/src="([^"]*)"/u.exec(tag)?.[1] ?? tag] : []
  )

const missing = ['./a.png', 'ref.png', 'c%20d.png', 'e.png']

describe('Images that Markdown forced an empty alternative on are marked, and no others', () => {
  test.each([
    ['by Sätteri', withSatteri],
    ['by Sätteri that reads raw HTML', (text: string) => withSatteri(text, { rawHtml: true })],
    ['by remark', withRemark]
  ])('%s', async (_, render) => {
    const html = await render(page)
    expect(marked(html)).toEqual(missing)
    expect(html).not.toContain('dataAutoAlt')
    expect(html).toContain('alt="A cat"')
  })

  test('in MDX, where JSX keeps its meaning', async () => {
    const { code } = mdxToJs('![](a.png) <img src="b.png" alt="" />\n\n<img src="c.png" alt="" />\n', {
      mdastPlugins: [satteriMarkIntent()]
    })
    expect(code.match(/data-auto-alt-intent/gu)).toHaveLength(1)
    expect(code).toMatch(/src: "a\.png",\s*alt: "",\s*"data-auto-alt-intent": "missing"/u)
  })

  test('by the name that plugins after it read', async () => {
    const names: string[] = []
    const reader = {
      name: 'reader',
      element: {
        filter: ['img'],
        visit: ({ properties }: { properties: object }) => void names.push(...Object.keys(properties))
      }
    }
    for (const rawHtml of [false, true]) {
      markdownToHtml('![](a.png "A")', {
        features: { rawHtml },
        mdastPlugins: [satteriMarkIntent()],
        hastPlugins: [satteriKeepIntent(), reader]
      })
    }
    expect(names.toSorted()).toEqual([
      'alt',
      'alt',
      intentMarker,
      intentMarker,
      'src',
      'src',
      'title',
      'title'
    ])
  })

  test('and what another plugin set on the image stays', async () => {
    const lazy = {
      name: 'lazy',
      image(node: object, context: { setProperty(node: object, key: string, value: unknown): void }) {
        context.setProperty(node, 'data', { hProperties: { loading: 'lazy' } })
      }
    }
    const { html } = markdownToHtml('![](a.png)', { mdastPlugins: [lazy, satteriMarkIntent()] })
    expect(html).toContain('loading="lazy"')
    expect(marked(html)).toEqual(['a.png'])
  })

  test('and a tree that names the marker as HTML parsers do gets the name back', () => {
    const image = { type: 'element', properties: { src: 'a.png', dataAutoAltIntent: 'missing' } }
    const named = { type: 'element', properties: { src: 'b.png' } }
    rehypeKeepIntent()({ type: 'root', children: [{ type: 'element', children: [image, named] }] })
    expect(image.properties).toEqual({ src: 'a.png', [intentMarker]: 'missing' })
    expect(named.properties).toEqual({ src: 'b.png' })
  })
})
