import { existsSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { AstroConfig, AstroIntegrationLogger } from 'astro'
import type { Options } from 'rehype-auto-alt'
import { type AutoAlt, createAutoAlt } from 'rehype-auto-alt/captioner'
import type { Page } from 'rehype-auto-alt/html'

import { assetsPrefixesOf, builtAddress } from './built-address.ts'
import type { SiteFolders } from './built-pages.ts'
import type { Originals } from './originals.ts'

/** A site that is built or served, and what gives its images their alternatives. */
export interface Site {
  readonly autoAlt: AutoAlt
  readonly folders: SiteFolders
}

/** What Astro and Vite know about a site. */
export interface SiteFacts {
  readonly config: AstroConfig
  /** Folder of the built pages. */
  readonly dir: URL
  readonly logger: Pick<AstroIntegrationLogger, 'info' | 'warn'>
  readonly originals: Originals
  /** Folders that Vite lets modules come from. */
  readonly allow: () => readonly string[]
}

/** Opens a site: Astro's folders and base where the options say nothing, and originals by what the build knows. */
export function openSite(options: Options, { allow, config, dir, logger, originals }: SiteFacts): Site {
  const folders = {
    root: fileURLToPath(config.root),
    outDir: withoutEnd(fileURLToPath(dir)),
    publicDir: withoutEnd(fileURLToPath(config.publicDir))
  }
  const addresses = { base: config.base, assetsPrefixes: assetsPrefixesOf(config.build.assetsPrefix) }
  /** By address, for those that lead to the same file from every page. */
  const known = new Map<string, string | undefined>()

  function originalOf(src: string, page: Page): string | undefined {
    if (/^\s*data:/iu.test(src)) return originals.find(src)
    const path = relative(folders.outDir, page.file).replaceAll(sep, '/')
    const address = builtAddress(src, path, addresses)
    if (!address) return undefined
    const original = originals.find(address.path)
    if (original !== undefined) return original
    const inPublic = fileWithin(folders.publicDir, address.path)
    if (inPublic !== undefined && existsSync(inPublic)) return inPublic
    return address.isPrefixed ? fileWithin(folders.outDir, address.path) : undefined
  }

  const imports = {
    get allow(): readonly string[] {
      return [...allow(), folders.publicDir]
    },
    resolve(src: string, page: Page): string | undefined {
      if (!src.startsWith('/')) return originalOf(src, page)
      if (!known.has(src)) known.set(src, originalOf(src, page))
      return known.get(src)
    }
  }
  const autoAlt = createAutoAlt(
    { publicDir: folders.publicDir, base: config.base, ...options },
    { cwd: folders.root, log: logger, imports, siteRoots: [folders.outDir] }
  )
  return { autoAlt, folders }
}

/** A decoded path may hold separators of this system that URLs do not know. */
function fileWithin(folder: string, path: string): string | undefined {
  const file = join(folder, path)
  return file.startsWith(`${folder}${sep}`) ? file : undefined
}

function withoutEnd(folder: string): string {
  return folder.replace(/[/\\]+$/u, '')
}
