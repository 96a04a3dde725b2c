import type { LeftImage, Report, WouldAsk } from '../captioner/report.ts'
import type { Io } from './io.ts'
import { type Paint, paintFor } from './paint.ts'
import { sumOfUsd } from './sum-of-usd.ts'

/** How to put a report into words. */
export interface SummarySettings {
  /** Where the words go: colours only for a terminal. */
  readonly stream: Io['stdout']
  readonly env: Io['env']
  /** Name of the captions store. */
  readonly captions: string
  /** Whether to name each image that stays without. */
  readonly namesLeft: boolean
  /** Whether pictures for other sites get their words. */
  readonly writesSocial: boolean
}

/** How a run went, in words: what a person has to look at, then where each alternative came from, then the costs. */
export function summaryAsText(report: Report, settings: SummarySettings): string {
  const paint = paintFor(settings.stream, settings.env)
  const waiting = report.left.filter(({ reason }) => reason !== 'dry-run' && reason !== 'in-batch')
  const parts = [
    report.wouldAsk.length > 0 ? wouldAskLines(report.wouldAsk, paint) : [],
    waiting.length > 0 && settings.namesLeft ? leftLines(waiting, paint) : [],
    countLines(report, settings.captions, paint),
    socialLines(report, settings)
  ]
  return `${parts
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`
}

function socialLines({ social }: Report, { writesSocial }: SummarySettings): string[] {
  if (social === 0) return []
  const pictures = `${plural(social, 'picture')} for other sites (og:image)`
  if (writesSocial) return [`${pictures} ${social === 1 ? 'takes' : 'take'} the words of a stored caption`]
  return [
    `${pictures} without words but with a stored caption. The option \`social\`, or --social, writes it`
  ]
}

function wouldAskLines(items: readonly WouldAsk[], paint: Paint): string[] {
  const tokens = items.reduce((sum, item) => sum + item.tokens, 0)
  const bytes = items.reduce((sum, item) => sum + item.bytes, 0)
  const usd = sumOfUsd(items)
  const price = usd === undefined ? ', price not known (see `prices`)' : money(usd, 'about ')
  return [
    `Would ask about ${plural(items.length, 'image')}: ${kilobytes(bytes)}, roughly ${tokens} tokens${price}`,
    ...items.map((item) => {
      const size = `${item.size.join('×')}, ${kilobytes(item.bytes)}, about ${item.tokens} tokens${money(item.usd)}`
      return `  ${item.image}  ${paint('dim', size)}`
    })
  ]
}

/** What ended all asking is said once, below the counts: here it would stand at every image. */
function leftLines(left: readonly LeftImage[], paint: Paint): string[] {
  const lines: string[] = []
  let file: string | undefined
  for (const item of left) {
    if (item.file !== file) lines.push(paint('underline', (file = item.file)))
    const place = item.line === undefined ? '' : `${item.line}:${item.column ?? 1}`
    lines.push(
      `  ${place.padEnd(8)}${paint('yellow', item.reason)}  ${isHalted(item) ? item.src : item.message}`
    )
  }
  return lines
}

function isHalted({ reason }: LeftImage): boolean {
  return reason === 'stopped' || reason === 'budget'
}

function countLines(
  { halt, inBatch, summary, usd, wouldAsk }: Report,
  captions: string,
  paint: Paint
): string[] {
  const toLookAt =
    summary.flagged > 0 ? `, ${summary.flagged} of them described and to be looked at in ${captions}` : ''
  const rows: [count: number, what: string][] = [
    [summary.fromFile, `from ${captions}`],
    [summary.sidecar, 'from a text file beside the image'],
    [summary.fromLink, 'named by where their link leads'],
    [summary.embedded, 'embedded in the image'],
    [summary.generated, 'newly described'],
    [wouldAsk.length, 'would be asked for'],
    [inBatch, 'on their way in a batch'],
    [summary.left - wouldAsk.length - inBatch, `left without${toLookAt}`]
  ]
  return [
    paint(
      'bold',
      `${plural(summary.images, 'image')} without an alternative, in ${plural(summary.uses, 'place')}`
    ),
    ...rows.filter(([count]) => count > 0).map(([count, what]) => `${String(count).padStart(6)}  ${what}`),
    ...silentLine(summary.silent, paint),
    ...(halt === undefined ? [] : [paint('yellow', halt)]),
    paint('dim', costs(summary, usd))
  ]
}

function silentLine(places: number, paint: Paint): string[] {
  if (places === 0) return []
  return [paint('dim', `${plural(places, 'place')} got alt="": the text or the image beside says the same.`)]
}

function costs({ inputTokens, outputTokens, requests, seconds }: Report['summary'], usd?: number): string {
  const tokens = inputTokens + outputTokens
  const price = usd === undefined ? ', price not known' : money(usd, 'about ')
  const used = tokens > 0 ? `, ${inputTokens} tokens in and ${outputTokens} out${price}` : ''
  return requests === 0
    ? `No request was sent. ${seconds} s`
    : `${plural(requests, 'request')}${used}, ${seconds} s`
}

/** Nothing for what costs nothing, as on this machine. */
function money(usd: number | undefined, about = ''): string {
  if (usd === undefined || usd === 0) return ''
  return `, ${about}$${usd < 1 ? Number(usd.toPrecision(2)) : usd.toFixed(2)}`
}

function kilobytes(bytes: number): string {
  return `${Math.ceil(bytes / 1000)} kB`
}

function plural(count: number, noun: string): string {
  return `${count} ${count === 1 ? noun : `${noun}s`}`
}
