import type { Report } from '../captioner/report.ts'
import type { UnreadPage } from './read-pages.ts'

/**
 * The report as JSON. A text file beside an image counts as `fromFile`. A dry run adds `wouldAsk`, pages that could
 * not be read add `unread`.
 */
export function summaryAsJson(
  { left, summary, wouldAsk }: Report,
  unread: readonly UnreadPage[],
  more: Readonly<Record<string, unknown>> = {}
): string {
  const { asked, embedded, flagged, fromFile, generated, images, sidecar, uses } = summary
  const { inputTokens, outputTokens, requests, seconds } = summary
  const report = {
    version: 1,
    ...more,
    summary: {
      images,
      uses,
      fromFile: fromFile + sidecar,
      embedded,
      asked,
      generated,
      flagged,
      left: summary.left,
      requests,
      inputTokens,
      outputTokens,
      seconds
    },
    left: left.map(({ file, reason, src }) => ({ file, src, reason })),
    ...(wouldAsk.length > 0 && { wouldAsk }),
    ...(unread.length > 0 && { unread })
  }
  return `${JSON.stringify(report, null, 2)}\n`
}
