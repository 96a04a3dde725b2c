import { type AutoAlt, type Options, createAutoAlt } from 'rehype-auto-alt'
import { fillHtml } from 'rehype-auto-alt/html'
import { relative } from 'node:path'
import type { Plugin, ResolvedConfig } from 'vite'

import { endOfBuild } from './end-of-build.ts'
import { onCaptionsChange } from './on-captions-change.ts'

/** Options of `rehype-auto-alt`, and what the dev server does. Vite's own `publicDir` and `base` need not be repeated. */
export interface AutoAltViteOptions extends Options {
  /**
   * What pages get in the dev server: `'stored'` captions and words embedded in images, `'generate'` asks as a build
   * does, `false` leaves pages as they are. Default `'stored'`.
   */
  readonly dev?: 'stored' | 'generate' | false | undefined
}

/**
 * Vite plugin to give images in HTML pages their text alternatives.
 *
 * @param options Options, or the object that `createAutoAlt` made, so that several tools share it.
 */
export function autoAlt(options: AutoAltViteOptions | AutoAlt = {}): Plugin {
  let config: ResolvedConfig
  /** Made for the first page of a build, or after the captions file changed. */
  let current: AutoAlt | undefined

  return {
    name: 'auto-alt',
    configResolved(resolved) {
      config = resolved
    },
    configureServer(server) {
      onCaptionsChange(
        server,
        () => current,
        () => (current = undefined)
      )
    },
    transformIndexHtml: {
      // Before Vite replaces image URLs by those of its output.
      order: 'pre',
      async handler(html, { filename, server }) {
        if (server && 'dev' in options && options.dev === false) return
        current ??= open(options, config)
        const { root } = await current.options()
        const name = relative(root, filename).replaceAll('\\', '/')
        return (await fillHtml(html, { name, file: filename, siteRoot: config.root }, current)).html
      }
    },
    async buildEnd(error) {
      const done = current
      if (!done || config.command !== 'build') return
      current = undefined
      await done.flush()
      if (!error) await endOfBuild(done, config.logger)
    }
  }
}

function open(
  given: AutoAltViteOptions | AutoAlt,
  { base, command, logger, publicDir, root }: ResolvedConfig
): AutoAlt {
  if ('captionAll' in given) return given
  const { dev = 'stored', ...options } = given
  const isStoredOnly = command === 'serve' && dev === 'stored'
  // A relative base or a whole URL is never part of a root-relative path.
  const defaults = /^\/[^/]/u.test(base) ? { base } : {}
  return createAutoAlt(
    { ...defaults, ...options, ...(isStoredOnly && { frozen: true }) },
    {
      cwd: root,
      siteRoots: publicDir === '' ? [] : [publicDir],
      log: {
        info: (message) => logger.info(`[auto-alt] ${message}`),
        warn: (message) => logger.warn(`[auto-alt] ${message}`)
      }
    }
  )
}
