import type { Report, WouldAsk } from '../captioner/report.ts'
import { pricesOf } from '../providers/prices.ts'
import type { UnreadPage } from './read-pages.ts'
import { sumOfUsd } from './sum-of-usd.ts'

/**
 * The report as JSON. A text file beside an image counts as `fromFile`. Answers whose price is known add `cost`, a
 * dry run adds `estimate` and `wouldAsk`, pages that could not be read add `unread`. Images that are named by where their
 * link leads add `fromLink`, places whose alternative is empty since the words stand beside them `silent`.
 */
export function summaryAsJson(
  { left, summary, usd, wouldAsk }: Report,
  unread: readonly UnreadPage[],
  more: Readonly<Record<string, unknown>> = {}
): string {
  const { asked, embedded, flagged, fromFile, fromLink, generated, images, sidecar, silent, uses } = summary
  const { inputTokens, outputTokens, requests, seconds } = summary
  const report = {
    version: 1,
    ...more,
    summary: {
      images,
      uses,
      fromFile: fromFile + sidecar,
      embedded,
      ...(fromLink > 0 && { fromLink }),
      asked,
      generated,
      flagged,
      ...(silent > 0 && { silent }),
      left: summary.left,
      requests,
      inputTokens,
      outputTokens,
      seconds
    },
    left: left.map(({ file, reason, src }) => ({ file, src, reason })),
    ...(usd !== undefined && { cost: { usd, pricesOf } }),
    ...(wouldAsk.length > 0 && { estimate: estimateOf(wouldAsk), wouldAsk }),
    ...(unread.length > 0 && { unread })
  }
  return `${JSON.stringify(report, null, 2)}\n`
}

function estimateOf(items: readonly WouldAsk[]): Readonly<Record<string, unknown>> {
  const tokens = items.reduce((sum, item) => sum + item.tokens, 0)
  const usd = sumOfUsd(items)
  return { tokens, ...(usd !== undefined && { usd, pricesOf }) }
}
