import type { Root } from 'hast'

import { limitEffort, refuseDeepNesting } from './parsing-effort.ts'

/** Which Markdown: with or without JSX. */
export type MarkdownSyntax = 'markdown' | 'mdx'

type Parser = (source: string) => Promise<Root>

/** Nodes of MDX, which stay in the tree as they are. */
const mdxNodes = [
  'mdxjsEsm',
  'mdxFlowExpression',
  'mdxJsxFlowElement',
  'mdxJsxTextElement',
  'mdxTextExpression'
] as const

const parsers = new Map<MarkdownSyntax, Promise<Parser>>()

/**
 * Parses Markdown (CommonMark and GFM, with frontmatter) into hast with source positions; HTML in it stays `raw`.
 *
 * @throws VFileMessage for MDX that does not parse, and for a text that is made to keep a parser busy.
 */
export async function parseMarkdown(source: string, syntax: MarkdownSyntax): Promise<Root> {
  refuseDeepNesting(source)
  let making = parsers.get(syntax)
  if (!making) parsers.set(syntax, (making = makeParser(syntax)))
  const parse = await making
  return await parse(source)
}

async function makeParser(syntax: MarkdownSyntax): Promise<Parser> {
  const [{ unified }, parse, frontmatter, gfm, rehype] = await Promise.all([
    import('unified'),
    import('remark-parse'),
    import('remark-frontmatter'),
    import('remark-gfm'),
    import('remark-rehype')
  ])
  const base = unified().use(parse.default).use(frontmatter.default, ['yaml', 'toml']).use(gfm.default)
  if (syntax === 'markdown') {
    const markdown = base.use(limitEffort).use(rehype.default, { allowDangerousHtml: true }).freeze()
    return (source) => markdown.run(markdown.parse(source))
  }
  const { default: remarkMdx } = await import('remark-mdx')
  const mdx = base
    .use(remarkMdx)
    .use(limitEffort)
    .use(rehype.default, { passThrough: [...mdxNodes] })
    .freeze()
  return (source) => mdx.run(mdx.parse(source))
}
