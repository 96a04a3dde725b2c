import type { Root } from 'hast'
import { rehype } from 'rehype'
import rehypeRaw from 'rehype-raw'
import rehypeStringify from 'rehype-stringify'
import remarkFrontmatter from 'remark-frontmatter'
import remarkGfm from 'remark-gfm'
import remarkMdx from 'remark-mdx'
import remarkParse from 'remark-parse'
import remarkRehype from 'remark-rehype'
import { type PluggableList, unified } from 'unified'
import { VFile } from 'vfile'
import rehypeAutoAlt, { type Options } from '../../src/index.ts'
import type { CaptionedSite } from '../support/captioned-site.ts'
import type { Site } from '../support/site.ts'

/** A page of a site, as a pipeline reads it. */
export function pageFile(site: Site, value: string | Uint8Array, path = 'content/page.md'): VFile {
  return new VFile({ path, cwd: site.root, value })
}

export type Syntax = 'markdown' | 'markdown with rehype-raw' | 'html'

/** Runs a page through a usual pipeline with these plugins in it, and gives the file with its HTML. */
export async function process(file: VFile, syntax: Syntax, plugins: PluggableList): Promise<VFile> {
  if (syntax === 'html') return await rehype().use(plugins).process(file)
  const markdown = unified().use(remarkParse).use(remarkFrontmatter).use(remarkGfm)
  const isRaw = syntax === 'markdown'
  return await markdown
    .use(remarkRehype, { allowDangerousHtml: true })
    .use(isRaw ? [] : [rehypeRaw])
    .use(plugins)
    .use(rehypeStringify, { allowDangerousHtml: isRaw })
    .process(file)
}

/** What a page becomes with the plugin, and what it would be without. */
export interface Rendered {
  readonly file: VFile
  readonly html: string
  readonly without: string
}

export async function render(
  site: CaptionedSite,
  text: string,
  { path, syntax = 'markdown', ...options }: Options & { path?: string; syntax?: Syntax } = {}
): Promise<Rendered> {
  const file = await process(pageFile(site, text, path), syntax, [
    [rehypeAutoAlt, { ...site.options, ...options }]
  ])
  const without = await process(pageFile(site, text, path), syntax, [])
  return { file, html: String(file), without: String(without) }
}

/** `without`, after replacing each text that must stand in it exactly once. */
export function changed(without: string, changes: Readonly<Record<string, string>>): string {
  let text = without
  for (const [from, to] of Object.entries(changes)) {
    if (text.split(from).length !== 2) throw new Error(`expected exactly one ${from} in:\n${text}`)
    text = text.replace(from, () => to)
  }
  return text
}

/** Runs MDX as far as the tree that a compiler would get. */
export async function renderMdx(
  site: CaptionedSite,
  text: string,
  options: Options = {}
): Promise<{ tree: Root; file: VFile }> {
  const passThrough = [
    'mdxjsEsm',
    'mdxFlowExpression',
    'mdxJsxFlowElement',
    'mdxJsxTextElement',
    'mdxTextExpression'
  ] as const
  const file = pageFile(site, text, 'content/page.mdx')
  const processor = unified()
    .use(remarkParse)
    .use(remarkFrontmatter)
    .use(remarkMdx)
    .use(remarkRehype, { passThrough: [...passThrough] })
    .use(rehypeAutoAlt, { ...site.options, ...options })
  const tree = await processor.run(processor.parse(file), file)
  return { tree, file }
}

/** Where messages point, with what they are about: `3:5-3:14 missing-alt`. */
export function places(file: VFile): string[] {
  return file.messages.map(({ place, ruleId }) => {
    const at = (point: { line: number; column: number }): string => `${point.line}:${point.column}`
    const where =
      place === undefined ? 'nowhere' : 'start' in place ? `${at(place.start)}-${at(place.end)}` : at(place)
    return `${where} ${ruleId ?? 'info'}`
  })
}
