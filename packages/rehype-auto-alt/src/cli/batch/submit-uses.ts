import { createQueue } from '../../batch/queue.ts'
import type { BatchDesk } from '../../batch/desk.ts'
import { resume } from '../../batch/resume.ts'
import type { Sent } from '../../batch/send.ts'
import { removeOldSpools } from '../../batch/spool.ts'
import { OptionError } from '../../errors/option-error.ts'
import type { ImageUse } from '../../rules/image-use.ts'
import type { CommandRun } from '../run-command.ts'
import { sentWords } from './batch-words.ts'

/** Submits the images of these uses that have no caption and are in no batch. */
export async function submitUses(
  uses: readonly ImageUse[],
  desk: BatchDesk,
  { autoAlt, display, options }: CommandRun
): Promise<readonly Sent[]> {
  refuseVerify(options.verify)
  await removeOldSpools(desk.folder)
  await resume(desk)
  const { fullStop, maxLength } = options
  const onSent = (sent: Sent): void => display.print(sentWords(sent))
  const queue = createQueue({ desk, maxLength, fullStop, onSent })
  await autoAlt.captionAll(uses, { onProgress: display.onProgress, later: queue })
  await queue.finish()
  return queue.sent
}

/** The answers come without their pictures, so that nobody could look again. */
function refuseVerify(verify: CommandRun['options']['verify']): void {
  if (verify === false) return
  throw new OptionError(
    'verify',
    'verify: the captions of a batch cannot be looked at again. Run `auto-alt generate` without --batch, or give --no-verify.'
  )
}
