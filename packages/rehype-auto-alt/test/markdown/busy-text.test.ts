import { describe, expect, test } from 'vitest'

import { type MarkdownSyntax, parseMarkdown } from '../../src/markdown/parse-markdown.ts'
import { findUses } from '../../src/source/find-uses.ts'

const settings = { emptyAlt: 'auto', components: [], elements: 'all' } as const
const syntaxes: readonly MarkdownSyntax[] = ['markdown', 'mdx']

async function refusal(text: string, syntax: MarkdownSyntax): Promise<string> {
  return await parseMarkdown(text, syntax).then(
    () => 'not refused',
    (error: unknown) => String(error)
  )
}

describe.each(syntaxes)('In %s, a text that is made to keep a parser busy is refused by name', (syntax) => {
  test.each(['](', '_*', '_a*', '(~', '*['])('%s, a hundred thousand characters', async (marks) => {
    const text = `![](a.png)\n\n${marks.repeat(100_000 / marks.length)}`
    expect(await refusal(text, syntax)).toMatch(
      /^3:\d+: thousands of marks here close nothing, and to read it would take too long/u
    )
  })

  test('quotes, twenty thousand', async () => {
    expect(await refusal('> a\n\n'.repeat(20_000), syntax)).toMatch(
      /^\d+:1: thousands of quotes stand up to here/u
    )
  })

  test.each(['> ', '>', '+ ', '1. ', '> - ', '- + '])('%s, a hundred in one line', async (mark) => {
    const text = `![](a.png)\n\n${mark.repeat(100)}a`
    expect(await refusal(text, syntax)).toMatch(/^3:1: a hundred quotes or lists begin in one line/u)
  })
})

test('The audit names the file and goes on', async () => {
  const page = { name: 'a.mdx', file: '/site/a.mdx' }
  const error = await findUses(page, `![](a.png)\n\n${'_*'.repeat(50_000)}`, settings).catch(String)
  expect(error).toContain('thousands of marks here close nothing')
})

test.each([
  ['many links', `${'[a](b) '.repeat(60)}\n\n`.repeat(170)],
  ['a paragraph of a thousand links', '[a](b) '.repeat(1000)],
  ['a paragraph of a thousand bold words', '**a** '.repeat(1000)],
  ['names with underscores in a long paragraph', 'a_b '.repeat(11_000)],
  ['a list of a thousand links', '- [a](b) **c** `d`\n'.repeat(1000)],
  ['a drawn line', `${'- '.repeat(200)}\n\n${'* '.repeat(200)}\n\n${'_ '.repeat(200)}`],
  ['a thousand quotes', '> a\n\nWords.\n\n'.repeat(1000)],
  ['quotes in quotes', `${'> '.repeat(50)}a`]
])('%s: no reason to refuse a page', async (_, text) => {
  expect(await refusal(`${text}\n\n![](a.png)`, 'markdown')).toBe('not refused')
})
