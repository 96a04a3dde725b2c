import { basename, relative } from 'node:path'
import { styleText } from 'node:util'

import type { AutoAltData } from 'rehype-auto-alt'
import type { VFile } from 'vfile'

import { wrap } from './wrap.ts'

type Outcome = AutoAltData['images'][number]['outcome']
type Style = Parameters<typeof styleText>[0]

const origins = {
  sidecar: 'text file beside image',
  link: 'title of linked page',
  embedded: 'embedded in image',
  file: 'alt-text.json',
  model: 'asked just now',
  page: 'said beside image'
} as const

const widths = { image: 24, before: 8, after: 44 }

/**
 * A table of the images of a site that had no alternative: what a listener heard before, what now, and where it came
 * from. 100 columns wide.
 *
 * @param newlyAsked Keys of the captions that were made in this run.
 */
export function beforeAfter(
  pages: readonly VFile[],
  folder: string,
  newlyAsked: ReadonlySet<string>
): string {
  const lines = [
    styleText(
      'dim',
      `${'  Image'.padEnd(widths.image)}${'Before'.padEnd(widths.before)}${'After'.padEnd(widths.after)}From`
    ),
    styleText('dim', '─'.repeat(100))
  ]
  for (const page of pages) {
    const { images } = (page.data as { autoAlt: AutoAltData }).autoAlt
    if (images.length === 0) continue
    lines.push(styleText('underline', relative(folder, page.path)))
    for (const { outcome, src } of images)
      lines.push(...rowsOf(decodeURI(basename(src)), outcome, newlyAsked))
  }
  return lines.join('\n')
}

function rowsOf(image: string, outcome: Outcome, newlyAsked: ReadonlySet<string>): string[] {
  const { from, style, text } = shown(outcome, newlyAsked)
  return wrap(text, widths.after - 2).map((line, index) => {
    const isFirst = index === 0
    const [left, before] = isFirst ? [`  ${image}`, 'none'] : ['', '']
    const after = line.padEnd(widths.after)
    return (
      left.padEnd(widths.image) +
      styleText('dim', before.padEnd(widths.before)) +
      (style ? styleText(style, after) : after) +
      (isFirst ? styleText('cyan', from) : '')
    ).trimEnd()
  })
}

function shown(
  outcome: Outcome,
  newlyAsked: ReadonlySet<string>
): { text: string; from: string; style?: Style } {
  if (outcome.kind === 'left')
    return { text: `none: ${outcome.reason}`, from: 'needs a person', style: 'yellow' }
  const isNew = outcome.origin === 'model' && newlyAsked.has(outcome.key ?? '')
  const from = isNew
    ? origins.model
    : outcome.origin === 'embedded'
      ? origins.embedded
      : origins[outcome.source]
  return outcome.alt === ''
    ? { text: 'decorative, passed over in silence', from, style: 'dim' }
    : { text: outcome.alt, from }
}
