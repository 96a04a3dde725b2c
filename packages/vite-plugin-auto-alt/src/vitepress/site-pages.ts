import { join } from 'node:path'
import type { AutoAlt, Options } from 'rehype-auto-alt'
import { type ImageUse, type Page, spliceAlternatives } from 'rehype-auto-alt/html'
import type { ResolvedConfig } from 'vite'

import type { Originals } from '../built/originals.ts'
import { pageAt } from '../built/within-folder.ts'
import { saidOnce } from '../dev/said-once.ts'
import { logTo, openAutoAlt, withOptions } from '../vite/open-auto-alt.ts'
import type { TransformedModule } from './around-transform.ts'
import { hasBoundAttributes } from './bound-attributes.ts'
import { type FilledPage, fillChanged } from './fill-changed.ts'
import { createImageFiles } from './image-files.ts'
import { pageLanguage } from './page-language.ts'
import { placesInSource } from './place-in-source.ts'
import type { PageContext, VitePressSite } from './vitepress-site.ts'

/** The pages of one site that is built or served. */
export interface SitePages {
  readonly site: VitePressSite
  /** Opens what gives images their alternatives. */
  readonly open: (options: Options | AutoAlt) => AutoAlt
  /** What gives this site's images their alternatives, opened when first asked for. In a dev server it never asks. */
  readonly autoAlt: () => AutoAlt
  /** Lets go of it and of all filled pages: captions have changed. */
  readonly forget: () => void
  /** A page of Markdown that VitePress rendered, as source of a Vue component. */
  readonly fillRendered: (module: TransformedModule) => Promise<string>
  /** A page that VitePress built. */
  readonly fillBuilt: (html: string, file: string, context: PageContext) => Promise<string>
}

/** What Vite and VitePress know about a site. */
export interface SiteFacts {
  readonly config: ResolvedConfig
  readonly site: VitePressSite
  /** Knows what images of the build are made from. */
  readonly originals: Originals
  /** Is handed the images that a page in a dev server lacks an alternative of, with what became of each. */
  readonly want: (images: FilledPage['images']) => void
}

/** Starts an account of a site's pages. */
export function createSitePages(
  given: Options | AutoAlt,
  { config, originals, site, want }: SiteFacts
): SitePages {
  const { base, command, publicDir } = config
  const isServed = command === 'serve'
  const assetsPrefixes = site.assetsBase ? [site.assetsBase] : []
  const allow = (): string[] => [...config.server.fs.allow, site.outDir]
  const files = createImageFiles({
    addresses: { base, assetsPrefixes },
    originals,
    publicDir,
    allow
  })
  const siteRoots = publicDir === '' ? [site.srcDir] : [publicDir, site.srcDir]
  const log = isServed ? saidOnce(logTo(site.logger)) : logTo(site.logger)
  let current: AutoAlt | undefined
  /** By file. The builds for browsers and for the server render the same text. */
  const rendered = new Map<string, { readonly code: string; readonly filled: Promise<string> }>()
  /** Images that stayed without in Markdown, by page: in the built page they stand once more. */
  const left = new Map<string, Set<string>>()

  const open = (options: Options | AutoAlt): AutoAlt =>
    openAutoAlt(options, config, { imports: files, siteRoots, log })
  const autoAlt = (): AutoAlt => (current ??= open(isServed ? withOptions(given, { frozen: true }) : given))
  const imageOf = ({ sources: [src = ''] }: ImageUse, page: Page): string => files.resolve(src, page) ?? src
  const pageOf = async (file: string): Promise<Page> => {
    const { root } = await autoAlt().options()
    return pageAt(file, root, site.srcDir)
  }

  /** What the markup does not tell: the site's language, and where the image stands in the source. */
  async function withSource(
    uses: readonly ImageUse[],
    { code, id, resolve, source }: TransformedModule
  ): Promise<(ImageUse | undefined)[]> {
    const lang = pageLanguage(id, site)
    const open = uses.map((use) => (hasBoundAttributes(code, use.place?.offset ?? 0) ? undefined : use))
    await files.learn(
      open.filter((use) => use !== undefined),
      resolve
    )
    const places = placesInSource(source, open)
    return open.map((use, index) => {
      if (!use) return undefined
      const place = places[index]
      return {
        ...withoutPlace(use),
        ...(lang !== undefined && !use.lang && { lang }),
        ...(place && { place })
      }
    })
  }

  async function fill(module: TransformedModule): Promise<string> {
    const { dev } = await autoAlt().options()
    if (isServed && dev.mode === false) return spliceAlternatives(module.code, [])
    const page = await pageOf(module.id)
    const change = (uses: readonly ImageUse[]): Promise<(ImageUse | undefined)[]> => withSource(uses, module)
    const { html, images } = await fillChanged(module.code, page, autoAlt(), change, { ask: !isServed })
    const without = images.filter(({ outcome }) => outcome.kind === 'left')
    left.set(page.name, new Set(without.map(({ use }) => imageOf(use, page))))
    if (isServed && dev.mode === 'generate') want(images)
    return html
  }

  return {
    site,
    open,
    autoAlt,
    forget() {
      current = undefined
      rendered.clear()
    },
    fillRendered(module) {
      const known = rendered.get(module.id)
      if (known?.code === module.code) return known.filled
      const filled = fill(module)
      rendered.set(module.id, { code: module.code, filled })
      return filled
    },
    async fillBuilt(html, file, { page: path, pageData }) {
      // Named by its source: that is where a person looks for the image, and where its caption was asked for.
      const { name } = await pageOf(join(site.srcDir, pageData?.filePath || path))
      const page = { name, file, siteRoot: site.outDir, sourceRoot: site.srcDir }
      const known = left.get(name)
      const change = async (uses: readonly ImageUse[]): Promise<(ImageUse | undefined)[]> =>
        uses.map((use) => (known?.has(imageOf(use, page)) ? undefined : withoutPlace(use)))
      return (await fillChanged(html, page, autoAlt(), change)).html
    }
  }
}

/** A place in what VitePress made of a page tells nobody anything. */
function withoutPlace(use: ImageUse): ImageUse {
  const { place: _, ...rest } = use
  return rest
}
