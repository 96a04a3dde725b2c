import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

import type { Run } from '../cli/run-main.ts'

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url))
const command = here('../../bin/auto-alt.js')

/** What a process loaded and opened, as `probe.ts` saw it. */
export interface Probe {
  /** Resolved URLs of modules, and paths of native addons. */
  readonly modules: readonly string[]
  /** Paths of files that were opened or read. */
  readonly opened: readonly string[]
}

/** How to start a process. */
export interface StartSettings {
  readonly cwd: string
  readonly env?: Readonly<Record<string, string>>
  /** A file for what the process loads and opens. */
  readonly probeFile?: string
}

/** A process and its end. */
export interface Started {
  readonly child: ChildProcess
  /** Status `-1` when it was killed. */
  readonly ended: Promise<Run>
}

/** Starts a script of this folder, or `auto-alt` as it is built, with nothing but these variables. */
export function start(
  script: string,
  args: readonly string[],
  { cwd, env, probeFile }: StartSettings
): Started {
  if (!existsSync(here('../../dist/cli/main.js'))) {
    throw new Error('The built package is missing. Run `pnpm run build` before this test.')
  }
  const file = script === 'auto-alt' ? command : here(script)
  const probe = probeFile === undefined ? [] : ['--import', here('./probe.ts')]
  const base = { PATH: process.env['PATH'] ?? '', HOME: tmpdir(), NODE_NO_WARNINGS: '1' }
  const child = spawn(process.execPath, [...probe, file, ...args], {
    cwd,
    env: { ...base, ...(probeFile !== undefined && { PROBE_FILE: probeFile }), ...env },
    stdio: ['ignore', 'pipe', 'pipe']
  })
  let stdout = ''
  let stderr = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text))
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text))
  const ended = new Promise<Run>((resolve) => {
    child.once('close', (status) => resolve({ status: status ?? -1, stdout, stderr }))
  })
  return { child, ended }
}

/** The same, with what it loaded and opened. */
export async function runProbed(
  script: string,
  args: readonly string[],
  settings: StartSettings & { readonly probeFile: string }
): Promise<Run & { readonly probe: Probe }> {
  await rm(settings.probeFile, { force: true })
  const run = await start(script, args, settings).ended
  const text = await readFile(settings.probeFile, 'utf8').catch(() => {
    throw new Error(`${join(script)} left no account of what it loaded: ${run.stderr}`)
  })
  return { ...run, probe: JSON.parse(text) as Probe }
}
