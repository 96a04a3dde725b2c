import { cp, mkdir, readFile, readdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'

import rehypeAutoAlt, { type AutoAlt } from 'rehype-auto-alt'
import rehypeStringify from 'rehype-stringify'
import remarkFrontmatter from 'remark-frontmatter'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import remarkRehype from 'remark-rehype'
import { unified } from 'unified'
import { VFile } from 'vfile'
import { matter } from 'vfile-matter'

/**
 * Builds the site in a folder.
 *
 * @param autoAlt What all pages share; without it, images stay as they are.
 * @returns The pages, with the messages of the plugin.
 */
export async function buildSite(folder: string, outDir: string, autoAlt?: AutoAlt): Promise<VFile[]> {
  const processor = unified()
    .use(remarkParse)
    .use(remarkFrontmatter)
    .use(remarkGfm)
    .use(remarkRehype, { allowDangerousHtml: true })
    .use(autoAlt ? [[rehypeAutoAlt, autoAlt]] : [])
    .use(rehypeStringify, { allowDangerousHtml: true })

  const content = join(folder, 'content')
  const template = await readFile(join(folder, 'template.html'), 'utf8')
  await cp(join(folder, 'public'), outDir, { recursive: true })
  await cp(join(content, 'images'), join(outDir, 'images'), { recursive: true })

  const names = await readdir(content, { recursive: true })
  const pages: VFile[] = []
  for (const name of names.filter((each) => each.endsWith('.md')).sort()) {
    const file = new VFile({
      path: join(content, name),
      cwd: folder,
      value: await readFile(join(content, name), 'utf8')
    })
    matter(file)
    const { lang = 'en', title = '' } = file.data.matter as { lang?: string; title?: string }
    const page = await processor.process(file)
    const html = template
      .replace('{{lang}}', () => lang)
      .replace('{{title}}', () => title)
      .replace('{{content}}', () => String(page))
    const target = join(outDir, name.replace(/\.md$/u, '.html'))
    await mkdir(dirname(target), { recursive: true })
    await writeFile(target, html)
    pages.push(page)
  }
  return pages
}
