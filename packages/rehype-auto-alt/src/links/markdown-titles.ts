import type { Token } from 'markdown-it'

import { htmlTitles } from './html-titles.ts'
import type { PageTitles } from './page-titles.ts'

/** What a Markdown page says it is called in its text, without frontmatter: its first heading of level 1. */
export async function markdownTitles(markdown: string): Promise<PageTitles> {
  const { default: MarkdownIt } = await import('markdown-it')
  const tokens = new MarkdownIt({ html: true }).parse(markdown, {})
  for (const [index, token] of tokens.entries()) {
    if (token.type === 'html_block') {
      const { heading } = await htmlTitles(token.content)
      if (heading !== undefined) return { heading }
    }
    if (token.type === 'heading_open' && token.tag === 'h1') {
      const heading = textOf(tokens[index + 1]?.children ?? [])
      // Braces are attributes (`{#id}`) at the end, and an expression elsewhere.
      const words = heading.replace(/\s*\{[#.:][^{}]*\}\s*$/u, '')
      return /[{}]/u.test(words) ? {} : { heading: words }
    }
  }
  return {}
}

function textOf(tokens: readonly Token[]): string {
  return tokens
    .map(({ content, type }) => {
      if (type === 'text' || type === 'code_inline' || type === 'text_special') return content
      if (type === 'softbreak' || type === 'hardbreak') return ' '
      return ''
    })
    .join('')
}
