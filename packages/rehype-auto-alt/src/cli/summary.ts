import { styleText } from 'node:util'

import type { LeftImage, Report } from '../captioner/report.ts'
import type { Io } from './io.ts'

/** Writes how a run went, in the format asked for. */
export function writeSummary(report: Report, io: Io, settings: { format: unknown; captions: string; quietAboutLeft: boolean }): void {
  io.stdout.write(settings.format === 'json' ? asJson(report) : asText(report, io, settings))
}

function asJson({ left, summary, wouldAsk }: Report): string {
  const places = left.map(({ file, reason, src }) => ({ file, src, reason }))
  return `${JSON.stringify({ version: 1, summary, left: places, ...(wouldAsk.length > 0 && { wouldAsk }) }, null, 2)}\n`
}

function asText(report: Report, io: Io, settings: { captions: string; quietAboutLeft: boolean }): string {
  const { left, summary, wouldAsk } = report
  const paint = (style: Parameters<typeof styleText>[0], text: string): string =>
    styleText(style, text, { stream: io.stdout, validateStream: true })
  const lines: string[] = []
  const waiting = left.filter(({ reason }) => reason !== 'dry-run')
  if (wouldAsk.length > 0) {
    const tokens = wouldAsk.reduce((sum, item) => sum + item.tokens, 0)
    lines.push(`Would ask about ${plural(wouldAsk.length, 'image')}, roughly ${tokens} tokens:`)
    for (const { bytes, image, size, tokens: each } of wouldAsk) {
      lines.push(`  ${image}  ${paint('dim', `${size.join('×')}, ${Math.ceil(bytes / 1000)} kB, about ${each} tokens`)}`)
    }
    lines.push('')
  }
  if (waiting.length > 0 && !settings.quietAboutLeft) lines.push(...leftLines(waiting, paint), '')
  lines.push(paint('bold', `${plural(summary.images, 'image')} without an alternative, in ${plural(summary.uses, 'place')}`))
  const row = (count: number, what: string): void => {
    if (count > 0) lines.push(`${String(count).padStart(6)}  ${what}`)
  }
  row(summary.fromFile, `from ${settings.captions}`)
  row(summary.sidecar, 'from a text file beside the image')
  row(summary.embedded, 'embedded in the image')
  row(summary.generated, 'newly described')
  row(wouldAsk.length, 'would be asked for')
  const flagged = summary.flagged > 0 ? `, ${summary.flagged} of them described and to be looked at in ${settings.captions}` : ''
  row(summary.left - wouldAsk.length, `left without${flagged}`)
  if (report.halt) lines.push(paint('yellow', report.halt))
  lines.push(paint('dim', costs(report)))
  return `${lines.join('\n')}\n`
}

function leftLines(left: readonly LeftImage[], paint: (style: 'yellow' | 'dim' | 'underline', text: string) => string): string[] {
  const lines: string[] = []
  let file: string | undefined
  for (const item of left) {
    if (item.file !== file) lines.push(paint('underline', (file = item.file)))
    const place = item.line === undefined ? '' : `${item.line}:${item.column ?? 1}`
    lines.push(`  ${place.padEnd(8)}${paint('yellow', item.reason)}  ${item.message}`)
  }
  return lines
}

function costs({ summary }: Report): string {
  const { inputTokens, outputTokens, requests, seconds } = summary
  const tokens = inputTokens + outputTokens
  const used = tokens > 0 ? `, ${inputTokens} tokens in and ${outputTokens} out` : ''
  return requests === 0 ? `No request was sent. ${seconds} s` : `${plural(requests, 'request')}${used}, ${seconds} s`
}

function plural(count: number, noun: string): string {
  return `${count} ${count === 1 ? noun : `${noun}s`}`
}
