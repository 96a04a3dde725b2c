import { relative } from 'node:path'

import type { Page } from '../../rules/image-use.ts'
import { pagePath } from '../../rules/page-path.ts'

/** A page's path from the root of its site, with `/`. */
export function sitePath(page: Page): string {
  if (page.siteRoot === undefined) return pagePath(page.name)
  return relative(page.siteRoot, page.file).replaceAll('\\', '/')
}
