import type { Root } from 'hast'
import type { Processor } from 'unified'

/** A Markdown page as the rehype plugin would meet it. */
export interface MarkdownPage {
  readonly tree: Root
  /** What the frontmatter says; empty when there is none or it does not parse. */
  readonly frontmatter: Readonly<Record<string, unknown>>
}

/** Which Markdown: with or without JSX. */
export type MarkdownSyntax = 'markdown' | 'mdx'

const mdxNodes = [
  'mdxjsEsm',
  'mdxFlowExpression',
  'mdxJsxFlowElement',
  'mdxJsxTextElement',
  'mdxTextExpression'
] as const

const processors = new Map<MarkdownSyntax, Promise<Processor>>()

/**
 * Parses Markdown (CommonMark and GFM, with frontmatter) into hast with source positions; HTML in it stays `raw`.
 *
 * @throws VFileMessage for MDX that does not parse.
 */
export async function parseMarkdown(source: string, syntax: MarkdownSyntax): Promise<MarkdownPage> {
  let making = processors.get(syntax)
  if (!making) processors.set(syntax, (making = makeProcessor(syntax)))
  const processor = await making
  const mdast = processor.parse(source) as unknown as { children: readonly { type: string; value?: string }[] }
  const yaml = mdast.children.find((node) => node.type === 'yaml')
  const tree = (await processor.run(mdast as never)) as unknown as Root
  return { tree, frontmatter: yaml?.value === undefined ? {} : await readFrontmatter(yaml.value) }
}

async function makeProcessor(syntax: MarkdownSyntax): Promise<Processor> {
  const [{ unified }, parse, frontmatter, gfm, rehype] = await Promise.all([
    import('unified'),
    import('remark-parse'),
    import('remark-frontmatter'),
    import('remark-gfm'),
    import('remark-rehype')
  ])
  const processor = unified().use(parse.default).use(frontmatter.default, ['yaml', 'toml']).use(gfm.default)
  if (syntax === 'mdx') processor.use((await import('remark-mdx')).default)
  const settings = syntax === 'mdx' ? { passThrough: [...mdxNodes] } : { allowDangerousHtml: true }
  return processor.use(rehype.default, settings) as unknown as Processor
}

async function readFrontmatter(yaml: string): Promise<Record<string, unknown>> {
  const { parse } = await import('yaml')
  try {
    const value: unknown = parse(yaml)
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
  } catch {
    return {}
  }
}
