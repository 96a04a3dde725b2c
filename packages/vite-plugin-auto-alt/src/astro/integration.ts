import type { AstroConfig, AstroIntegration } from 'astro'
import { rehypeKeepIntent, remarkMarkIntent } from 'rehype-auto-alt/markdown'

import { astroAssetsPlugin } from './astro-assets-plugin.ts'
import { hasProcessor, markMarkdown } from './mark-markdown.ts'
import { type AutoAltAstroOptions, splitOptions } from './options.ts'
import { originalsPlugin } from './originals-plugin.ts'
import { type Originals, createOriginals } from './originals.ts'

/**
 * Astro integration to give images their text alternatives: in Markdown and MDX, content collections, components of
 * Astro and of frameworks, whichever way an image came into the page.
 *
 * Markdown marks the images whose alternative it forced to be empty; when all pages are built, the alternatives are
 * written into them and the marks go.
 */
export function autoAlt(options: AutoAltAstroOptions = {}): AstroIntegration {
  const { core, own } = splitOptions(options)
  let config: AstroConfig
  let originals: Originals
  let allow: readonly string[] = []
  // In `astro dev` nothing is filled, so nothing is marked: no mark would be taken off again.
  let marks = true

  return {
    name: 'auto-alt',
    hooks: {
      'astro:config:setup'({ command, config, updateConfig }) {
        marks = command !== 'dev'
        originals = createOriginals()
        const plugins = [originalsPlugin(originals, ({ server }) => (allow = server.fs.allow))]
        if (own.assets) plugins.push(astroAssetsPlugin())
        updateConfig({ vite: { plugins } })
        if (!marks || hasProcessor(config)) return
        updateConfig({ markdown: { remarkPlugins: [remarkMarkIntent], rehypePlugins: [rehypeKeepIntent] } })
      },
      // Not earlier: integrations that come later may still replace the Markdown processor.
      'astro:config:done'({ config: resolved, logger }) {
        config = resolved
        const trouble = marks && hasProcessor(config) ? markMarkdown(config) : undefined
        if (trouble !== undefined) logger.warn(trouble)
      },
      // Before adapters and other integrations copy, index or compress the pages in `astro:build:done`.
      async 'astro:build:generated'({ dir, logger }) {
        // What a build needs at its end only is loaded then: Astro loads its configuration for every command.
        const [{ fillBuild }, { openSite }] = await Promise.all([
          import('./fill-build.ts'),
          import('./site.ts')
        ])
        const site = openSite(core, { config, dir, logger, originals, allow: () => allow })
        await fillBuild(site, logger)
      }
    }
  }
}
