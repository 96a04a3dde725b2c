import { expect, test } from 'vitest'

import { contextLines } from '../../src/providers/page-text.ts'
import { findUses } from '../../src/source/find-uses.ts'

const page = { name: 'page.md', file: '/site/page.md' }

async function contextOf(matter: string, file = page): Promise<unknown> {
  const text = `---\n${matter}\n---\n\nBefore it.\n\n![](photos/alpine-30.jpg)\n\n![A box](box.jpg)\n`
  const [use] = await findUses(file, text, { components: [], emptyAlt: 'auto' })
  const { description, product, title } = use?.context ?? {}
  return { description, product, title }
}

const nothing = { description: undefined, product: undefined, title: undefined }

test.each([
  ['title: Bags\ndescription: All about bags', { title: 'Bags', description: 'All about bags' }],
  ['summary: In short', { description: 'In short' }],
  ['excerpt: >\n  Two\n  lines', { description: 'Two lines' }],
  ['description: ""\nsummary: In short', { description: 'In short' }],
  ['description: [a, b]\nproduct: [1]', {}],
  ['product: Alpine 30\nimage: ./photos/alpine-30.jpg', { product: 'Alpine 30' }],
  ['product: Alpine 30\nimage: ./photos/alpine-40.jpg', {}],
  ['product: Alpine 30', {}],
  [
    'product:\n  name: Alpine 30\n  brand: Acme\n  color: red\n  image: /photos/alpine-30.webp',
    { product: 'Alpine 30; brand: Acme; colour: red' }
  ],
  ['product:\n  name: Alpine 30\nimages:\n  - src: alpine-30.jpg', { product: 'Alpine 30' }]
])('frontmatter %j tells a model', async (matter, words) => {
  expect(await contextOf(matter)).toEqual({ ...nothing, ...words })
  expect(await contextOf(matter, { name: 'page.mdx', file: '/site/page.mdx' })).toEqual({
    ...nothing,
    ...words
  })
})

test('all that frontmatter says is kept as ground for names, and goes along with none of it', async () => {
  const text =
    '---\ntitle: Team\nauthors: [jane-doe]\nphoto: { by: Adriana Villela }\ndraft: false\n---\n\n![](a.png)\n'
  const [use] = await findUses(page, text, { components: [], emptyAlt: 'auto' })
  expect(use?.context.grounds).toBe('Team\njane-doe\nAdriana Villela')
  expect(contextLines(use?.context ?? { headings: [] }).join()).not.toContain('Adriana')
})
