import { type AutoAlt, type Options, createAutoAlt } from 'rehype-auto-alt'
import { fillHtml } from 'rehype-auto-alt/html'
import { relative } from 'node:path'
import type { Plugin, ResolvedConfig } from 'vite'

import { buildSummary } from './build-summary.ts'

/** Options of `rehype-auto-alt`; `root`, `publicDir` and `base` default to Vite's own. */
export type AutoAltViteOptions = Options

/**
 * Vite plugin to give images in HTML pages their text alternatives.
 *
 * @param options Options, or the object that `createAutoAlt` made, so that several tools share it.
 */
export function autoAlt(options: AutoAltViteOptions | AutoAlt = {}): Plugin {
  let config: ResolvedConfig
  let shared: AutoAlt | undefined

  const open = (): AutoAlt => {
    if (shared) return shared
    if ('captionAll' in options) return (shared = options)
    const { base, logger, publicDir, root } = config
    const log = { info: (message: string) => logger.info(`[auto-alt] ${message}`), warn: (message: string) => logger.warn(`[auto-alt] ${message}`) }
    // A relative or absolute-URL base says nothing about root-relative paths in the source.
    const defaults: Options = { ...(publicDir && { publicDir: [publicDir, root] }), ...(/^\/[^/]/u.test(base) && { base }) }
    return (shared = createAutoAlt({ ...defaults, ...options }, { cwd: root, log }))
  }

  return {
    name: 'auto-alt',
    configResolved(resolved) {
      config = resolved
    },
    transformIndexHtml: {
      order: 'pre',
      async handler(html, { filename, server }) {
        const autoAlt = open()
        const { root, onMissing } = await autoAlt.options()
        const page = { name: relative(root, filename).replaceAll('\\', '/'), file: filename }
        const filled = await fillHtml(html, page, autoAlt)
        if (onMissing === 'error' && !server) failOnLeft(filled.images.flatMap(({ outcome, use }) => {
          if (outcome.kind === 'filled' || outcome.reason === 'excluded') return []
          const place = use.place ? `:${use.place.line}:${use.place.column}` : ''
          return [`${page.name}${place} ${outcome.message}`]
        }))
        return filled.html
      }
    },
    async closeBundle() {
      if (!shared || config.command !== 'build') return
      await shared.flush()
      buildSummary(await shared.report(), config.logger)
    }
  }
}

function failOnLeft(left: readonly string[]): void {
  if (left.length === 0) return
  throw new Error(`Images without a text alternative:\n${left.map((line) => `  ${line}`).join('\n')}`)
}
