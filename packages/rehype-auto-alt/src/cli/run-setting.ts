import type { AutoAltSetting } from '../captioner/create-auto-alt.ts'
import type { RunKind } from '../options/resolve-options.ts'
import type { Io } from './io.ts'
import type { Flags } from './options-from-flags.ts'
import type { ProgressDisplay } from './progress.ts'

/** What a command tells the shared object about where it runs. */
export function runSetting(kind: RunKind, flags: Flags, io: Io, display: ProgressDisplay): AutoAltSetting {
  const refresh = flags['refresh']
  return {
    kind,
    cwd: io.cwd,
    env: io.env,
    log: { info: display.print, warn: display.print },
    ...(flags['dryRun'] === true && { dryRun: true }),
    ...((refresh === 'generated' || refresh === 'flagged') && { refresh })
  }
}
