import type { AutoAlt } from '../captioner/create-auto-alt.ts'
import { type Io, exitStatus } from './io.ts'
import type { Flags } from './option-flags.ts'
import { writeSummary } from './summary.ts'

/** Ends a command: flushes, writes the summary, gives the exit status. */
export async function finish(autoAlt: AutoAlt, flags: Flags, io: Io): Promise<number> {
  await autoAlt.flush()
  const { captions, onMissing } = await autoAlt.options()
  const report = await autoAlt.report()
  const name = typeof captions === 'string' ? captions : 'the captions store'
  writeSummary(report, io, { format: flags['format'], captions: name, quietAboutLeft: onMissing === 'ignore' })
  if (report.refused) return exitStatus.couldNotWork
  const isLeft = report.left.some(({ reason }) => reason !== 'dry-run')
  return isLeft && onMissing === 'error' ? exitStatus.left : exitStatus.done
}
