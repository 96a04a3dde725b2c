import { expect, test } from 'vitest'
import { parseMarkdown } from '../../src/markdown/parse-markdown.ts'

test('HTML in Markdown stays as it is written, with its place', async () => {
  const tree = await parseMarkdown('a <B>c</B>\n\n<Div>\n', 'markdown')
  expect(tree.children).toMatchObject([
    {
      tagName: 'p',
      children: [
        { value: 'a ' },
        { type: 'raw', value: '<B>' },
        { value: 'c' },
        { type: 'raw', value: '</B>' }
      ]
    },
    { value: '\n' },
    { type: 'raw', value: '<Div>', position: { start: { line: 3, column: 1, offset: 12 } } }
  ])
})

test('frontmatter is no content, and tables are tables', async () => {
  const tree = await parseMarkdown('---\na: 1\n---\n\n| a |\n| - |\n', 'markdown')
  expect(tree.children).toMatchObject([{ tagName: 'table' }])
  expect((await parseMarkdown('+++\na = 1\n+++\n', 'markdown')).children).toEqual([])
})

test('MDX keeps its elements, expressions and imports', async () => {
  const tree = await parseMarkdown("import A from 'a'\n\n<A b={1}>\n  c {d}\n</A>\n\n{e}\n", 'mdx')
  expect(tree.children.map(({ type }) => type).filter((type) => type !== 'text')).toEqual([
    'mdxjsEsm',
    'mdxJsxFlowElement',
    'mdxFlowExpression'
  ])
})

test('MDX that does not parse is an error with its place', async () => {
  await expect(parseMarkdown('a\n\n<b', 'mdx')).rejects.toMatchObject({ place: { line: 3, column: 3 } })
})
