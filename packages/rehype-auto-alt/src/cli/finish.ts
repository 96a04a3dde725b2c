import type { AutoAlt } from '../captioner/create-auto-alt.ts'
import type { Report, WouldAsk } from '../captioner/report.ts'
import { type Io, exitStatus } from './io.ts'
import type { UnreadPage } from './read-pages.ts'
import { summaryAsJson } from './summary-json.ts'
import { summaryAsText } from './summary-text.ts'

/** What a command has to say at its end besides the report. */
export interface Ending {
  readonly format: unknown
  readonly unread?: readonly UnreadPage[]
  /** Further fields of the JSON, before the summary. */
  readonly json?: Readonly<Record<string, unknown>>
  /** An image whose description is on its way in a batch is no image that is left. Default `false`. */
  readonly isInBatchFine?: boolean
  /** Where the summary in words goes. Default: standard output. */
  readonly words?: 'stdout' | 'stderr'
}

/** Ends a command: stores what is new, writes the summary, gives the exit status. */
export async function finish(autoAlt: AutoAlt, io: Io, ending: Ending): Promise<number> {
  await autoAlt.close()
  const { captions, onMissing, social } = await autoAlt.options()
  const report = inOrder(await autoAlt.report())
  const unread = ending.unread ?? []
  if (ending.format === 'json') io.stdout.write(summaryAsJson(report, unread, ending.json))
  else {
    const stream = io[ending.words ?? 'stdout']
    const name = typeof captions === 'string' ? captions : 'the captions store'
    stream.write(
      summaryAsText(report, {
        stream,
        env: io.env,
        captions: name,
        namesLeft: onMissing !== 'ignore',
        writesSocial: social
      })
    )
  }
  if (report.refused || isUnanswered(report)) return exitStatus.couldNotWork
  const isFine = (reason: string): boolean =>
    reason === 'dry-run' || (reason === 'in-batch' && ending.isInBatchFine === true)
  const isLeft = unread.length > 0 || report.left.some(({ reason }) => !isFine(reason))
  return isLeft && onMissing === 'error' ? exitStatus.left : exitStatus.done
}

/** Images are prepared side by side; what a dry run says of them is the same every time. */
function inOrder(report: Report): Report {
  const byPlace = (one: WouldAsk, other: WouldAsk): number =>
    one.page === other.page ? compare(one.image, other.image) : compare(one.page, other.page)
  return { ...report, wouldAsk: report.wouldAsk.toSorted(byPlace) }
}

function compare(one: string, other: string): number {
  return one < other ? -1 : Number(one > other)
}

/** Nobody was there: requests were sent, not one brought a caption, and to some nothing listened. */
function isUnanswered({ left, summary }: Report): boolean {
  const isUnreached = left.some(({ reason }) => reason === 'network' || reason === 'stopped')
  return isUnreached && summary.generated + summary.flagged === 0
}
