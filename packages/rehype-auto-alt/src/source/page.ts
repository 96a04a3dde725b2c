import { relative } from 'node:path'

import type { Page } from '../rules/image-use.ts'

/** Extensions of the source pages whose syntax is known, with dot. */
export const sourceExtensions: readonly string[] = ['.md', '.markdown', '.mdx', '.html', '.htm']

/** A page, named by its path from the project root. */
export function pageFor(file: string, root: string): Page {
  return { name: relative(root, file).replaceAll('\\', '/'), file }
}
