import { existsSync } from 'node:fs'
import { join } from 'node:path'

import type { Page } from '../../rules/image-use.ts'
import { pageAddress } from '../../rules/page-address.ts'

/**
 * Of the pages that captions are kept for, those that a page may be: it was named by its source when it was asked
 * about, and is named by its built file now, or the other way round. Two sources, or two built pages, are never one.
 */
export function pagesToCompare(page: Page, kept: readonly string[]): string[] {
  const { name, siteRoot } = page
  return kept.filter((other) => {
    if (isBuilt(other) === (siteRoot !== undefined || isBuilt(name))) return false
    return siteRoot === undefined || !hasOtherPage(page, siteRoot, pageAddress(other))
  })
}

/** What was built for this address is there, and is not this page. */
function hasOtherPage({ file }: Page, siteRoot: string, address: string): boolean {
  const path = address === '/' ? '/index' : address
  const files = [`${path}.html`, `${path}/index.html`].map((name) => join(siteRoot, name))
  return !files.includes(file) && files.some((each) => existsSync(each))
}

function isBuilt(name: string): boolean {
  return /\.x?html?$/iu.test(name)
}
