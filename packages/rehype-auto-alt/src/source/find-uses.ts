import { extname } from 'node:path'

import type { TreeSettings } from '../rehype/find-in-tree.ts'
import type { ImageUse, Page } from '../rules/image-use.ts'
import { type SourceSyntax, mayHoldImage } from './may-hold-image.ts'
import type { ReadingPage } from './uses-of-markup.ts'

const syntaxes: ReadonlyMap<string, SourceSyntax> = new Map([
  ['.html', 'html'],
  ['.htm', 'html'],
  ['.md', 'markdown'],
  ['.markdown', 'markdown'],
  ['.mdx', 'mdx'],
  ['.astro', 'astro'],
  ['.vue', 'vue'],
  ['.svelte', 'svelte'],
  ['.jsx', 'jsx'],
  ['.js', 'jsx'],
  ['.mjs', 'jsx'],
  ['.cjs', 'jsx'],
  ['.tsx', 'tsx']
])

/** Code that cannot hold JSX, whatever it looks like. */
const withoutMarkup: ReadonlySet<string> = new Set(['.ts', '.mts', '.cts'])

/**
 * Finds the images of a source page by its file name's extension, with the decisions of the rehype plugin. A page
 * without anything that could be an image is not parsed. Another extension counts as Markdown.
 *
 * @throws VFileMessage for a page that does not parse.
 * @throws AutoAltError for an Astro or Svelte component whose compiler is not installed.
 */
export async function findUses(page: Page, text: string, settings: TreeSettings): Promise<ImageUse[]> {
  const syntax = mayHoldUses(page, text, settings.components)
  return syntax === undefined ? [] : await findIn(syntax, { page, text, settings })
}

/** The syntax of a page that can hold an image at all; `undefined` for most pages. */
export function mayHoldUses(
  page: Page,
  text: string,
  components: readonly string[]
): SourceSyntax | undefined {
  const extension = extname(page.file).toLowerCase()
  if (withoutMarkup.has(extension)) return undefined
  const syntax = syntaxes.get(extension) ?? 'markdown'
  return mayHoldImage(text, syntax, components) ? syntax : undefined
}

// To import a module that is loaded takes its time, too, for each page anew.
let html: Promise<typeof import('./find-in-html.ts')> | undefined
let jsx: Promise<typeof import('./jsx/find-in-jsx.ts')> | undefined
let markdown: Promise<typeof import('./find-in-markdown.ts')> | undefined

async function findIn(syntax: SourceSyntax, reading: ReadingPage): Promise<ImageUse[]> {
  switch (syntax) {
    case 'html':
      return await (await (html ??= import('./find-in-html.ts'))).findInHtml(reading)
    case 'jsx':
    case 'tsx':
      return await (await (jsx ??= import('./jsx/find-in-jsx.ts'))).findInJsx(reading, syntax)
    case 'astro':
      return await (await import('./astro/find-in-astro.ts')).findInAstro(reading)
    case 'vue':
      return await (await import('./vue/find-in-vue.ts')).findInVue(reading)
    case 'svelte':
      return await (await import('./svelte/find-in-svelte.ts')).findInSvelte(reading)
    case 'markdown':
    case 'mdx':
      return await (await (markdown ??= import('./find-in-markdown.ts'))).findInMarkdown(reading, syntax)
  }
}
