import { extname } from 'node:path'

import { findImages } from '../html/find-images.ts'
import { useOfHtmlImage } from '../html/html-use.ts'
import { parseMarkdown } from '../markdown/parse-markdown.ts'
import { type TreeSettings, findInTree } from '../rehype/find-in-tree.ts'
import { factsInText } from '../rehype/page-facts.ts'
import type { ImageUse, Page } from '../rules/image-use.ts'

/**
 * Finds the images of a source page by its file name's extension, with the decisions of the rehype plugin.
 *
 * @throws VFileMessage for MDX that does not parse.
 */
export async function findUses(page: Page, text: string, settings: TreeSettings): Promise<ImageUse[]> {
  const extension = extname(page.file).toLowerCase()
  if (extension === '.html' || extension === '.htm') {
    return (await findImages(text, settings)).map((image) => useOfHtmlImage(image, page))
  }
  if (!mayHoldImage(text, settings.components)) return []
  const tree = await parseMarkdown(text, extension === '.mdx' ? 'mdx' : 'markdown')
  return findInTree(tree, text, page, settings, await factsInText(text)).images.map(({ use }) => use)
}

/** Whether a text can hold an image at all: most pages need no parser. */
function mayHoldImage(text: string, components: readonly string[]): boolean {
  return /!\[|<(?:img|image)(?=[\s/>])/iu.test(text) || components.some((name) => text.includes(`<${name}`))
}
