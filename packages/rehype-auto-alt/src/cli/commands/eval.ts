import { relative, resolve } from 'node:path'

import { OptionError } from '../../errors/option-error.ts'
import { openEvaluation } from '../../eval/evaluate.ts'
import { printReport } from '../../eval/report.ts'
import { projectEnvironment } from '../../options/project-environment.ts'
import { resolveOptions } from '../../options/resolve-options.ts'
import { pageFor } from '../../source/page.ts'
import { planAsText, planJson, reportAsText } from '../eval-text.ts'
import { type Io, exitStatus } from '../io.ts'
import { type Flags, optionsFromFlags } from '../options-from-flags.ts'
import { startProgress } from '../progress.ts'
import { sourceUses } from '../source-uses.ts'

/** `auto-alt eval`: measures providers by the images that people described. Changes neither captions nor pages. */
export async function evaluate(paths: readonly string[], flags: Flags, io: Io): Promise<number> {
  const { format, fresh, set: setFile } = flags
  if (typeof setFile === 'string' && paths.length > 0) {
    throw new OptionError('set', '--set names the images; leave the paths out.')
  }
  const display = await startProgress(io)
  try {
    const options = await resolveOptions(optionsFromFlags(flags), { cwd: io.cwd, env: io.env, kind: 'ask' })
    const set = typeof setFile === 'string' ? pageFor(resolve(io.cwd, setFile), options.root) : undefined
    const autoAlt = { note: () => {} }
    const { uses } = set
      ? { uses: [] }
      : await sourceUses(paths, { autoAlt, display, options }, io, () => true)
    const out = resolve(io.cwd, typeof flags['out'] === 'string' ? flags['out'] : 'auto-alt-eval')
    const evaluation = await openEvaluation({
      options,
      env: await projectEnvironment(options.root, io.env),
      log: { info: display.print, warn: display.print },
      uses,
      ...(set && { set }),
      limit: limitOf(flags['limit']),
      out,
      isFresh: fresh === true,
      say: display.say
    })
    if (flags['dryRun'] === true) {
      const plan = await evaluation.plan()
      display.stop()
      io.stdout.write(format === 'json' ? planJson(plan) : planAsText(plan))
      return exitStatus.done
    }
    const { isRefused, report } = await evaluation.run()
    display.stop()
    const file = relative(io.cwd, resolve(out, 'report.html'))
    io.stdout.write(format === 'json' ? printReport(report) : reportAsText(report, file))
    const isUnanswered = report.providers.every(({ answered }) => answered === 0)
    return isRefused || isUnanswered ? exitStatus.couldNotWork : exitStatus.done
  } finally {
    display.stop()
  }
}

function limitOf(given: unknown): number {
  if (given === undefined) return Infinity
  if (typeof given === 'number' && Number.isInteger(given) && given > 0) return given
  throw new OptionError('limit', '--limit takes a whole number of images, 1 or more.')
}
