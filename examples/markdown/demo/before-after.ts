import { basename, relative } from 'node:path'
import { styleText } from 'node:util'

import type { AutoAltData } from 'rehype-auto-alt'
import type { VFile } from 'vfile'

const origins = {
  sidecar: 'text file beside the image',
  embedded: 'embedded in the image',
  file: 'alt-text.json',
  model: 'asked just now'
} as const

/** The images of a site that had no alternative: what a listener heard before, and hears now. */
export function beforeAfter(pages: readonly VFile[], folder: string, newlyAsked: ReadonlySet<string>): string {
  const lines: string[] = []
  for (const page of pages) {
    const { images } = (page.data as { autoAlt: AutoAltData }).autoAlt
    if (images.length === 0) continue
    lines.push('', styleText('underline', relative(folder, page.path)))
    for (const { outcome, src } of images) {
      const name = decodeURI(basename(src))
      if (outcome.kind === 'left') {
        lines.push(row(name, styleText('yellow', `(left without: ${outcome.reason})`), ''))
        continue
      }
      const isNew = outcome.origin === 'model' && newlyAsked.has(outcome.key ?? '')
      const isEmbedded = outcome.origin === 'embedded'
      const origin = isNew ? origins.model : isEmbedded ? origins.embedded : origins[outcome.source]
      lines.push(row(name, outcome.alt === '' ? styleText('dim', '(decorative: silent)') : outcome.alt, origin))
    }
  }
  return lines.join('\n')
}

function row(name: string, after: string, origin: string): string {
  const before = styleText('dim', `${name}: no alternative`)
  const from = origin === '' ? '' : styleText('cyan', `  ← ${origin}`)
  return `  before  ${before}\n  after   ${after}${from}\n`
}
