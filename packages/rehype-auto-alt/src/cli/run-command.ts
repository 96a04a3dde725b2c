import { type AutoAlt, createAutoAlt } from '../captioner/create-auto-alt.ts'
import type { ResolvedOptions, RunKind } from '../options/resolve-options.ts'
import type { Io } from './io.ts'
import { type Flags, optionsFromFlags } from './options-from-flags.ts'
import { type ProgressDisplay, startProgress } from './progress.ts'

/** What a command works with. */
export interface CommandRun {
  readonly autoAlt: AutoAlt
  readonly options: ResolvedOptions
  readonly display: ProgressDisplay
}

/** How a command runs. */
export interface RunSettings {
  readonly kind: RunKind
  readonly flags: Flags
  readonly io: Io
  /** Folders that answer `/` and may be read, absolute. Default: none. */
  readonly siteRoots?: readonly string[]
}

/**
 * Runs a command with the object that its images share. However it ends, the display stops, what was answered is
 * stored, and no connection keeps the process alive.
 */
export async function runCommand(
  { flags, io, kind, siteRoots = [] }: RunSettings,
  work: (run: CommandRun) => Promise<number>
): Promise<number> {
  const display = await startProgress(io)
  const { dryRun, refresh } = flags
  const autoAlt = createAutoAlt(optionsFromFlags(flags), {
    kind,
    cwd: io.cwd,
    env: io.env,
    log: { info: display.print, warn: display.print },
    siteRoots,
    ...(dryRun === true && { dryRun }),
    ...((refresh === 'generated' || refresh === 'flagged') && { refresh })
  })
  try {
    return await work({ autoAlt, display, options: await autoAlt.options() })
  } catch (error) {
    // What went wrong first is what the user hears of.
    await autoAlt.close().catch(() => undefined)
    throw error
  } finally {
    display.stop()
  }
}
