import { existsSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import type { Page } from 'rehype-auto-alt/html'

/** Folders of a site, absolute. */
export interface SiteFolders {
  readonly root: string
  /** What was built. */
  readonly outDir: string
  readonly publicDir: string
}

/** The pages that the build made, in the order of their paths. HTML files that a person put into the public folder are none. */
export async function builtPages({ outDir, publicDir, root }: SiteFolders): Promise<Page[]> {
  const paths = await readdir(outDir, { recursive: true })
  return paths
    .filter((path) => path.endsWith('.html') && !existsSync(join(publicDir, path)))
    .toSorted()
    .map((path) => {
      const file = join(outDir, path)
      return { name: relative(root, file).replaceAll(sep, '/'), file, siteRoot: outDir }
    })
}
