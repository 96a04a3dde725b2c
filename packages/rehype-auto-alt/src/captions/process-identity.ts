import { readFileSync } from 'node:fs'
import { hostname } from 'node:os'

/** A process as others can recognise it. */
export interface ProcessIdentity {
  readonly pid: number
  readonly host: string
  /** When it started, in the system's own measure, where that can be read: tells it from a later one with its pid. */
  readonly started?: string
}

/** `elsewhere`: it runs or ran on another machine (or in another container), so nobody here can tell. */
export type ProcessState = 'alive' | 'dead' | 'elsewhere'

/** The process that runs this. */
export function thisProcess(): ProcessIdentity {
  const started = statOf(process.pid)?.started
  return { pid: process.pid, host: hostname(), ...(started !== undefined && { started }) }
}

/** Whether a process still runs. */
export function processState(identity: ProcessIdentity): ProcessState {
  if (identity.host !== hostname()) return 'elsewhere'
  try {
    process.kill(identity.pid, 0)
  } catch (error) {
    // EPERM: it runs, under another user.
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return 'dead'
  }
  const stat = statOf(identity.pid)
  if (!stat) return 'alive'
  const isOther = identity.started !== undefined && identity.started !== stat.started
  return isOther || stat.state === 'Z' || stat.state === 'X' ? 'dead' : 'alive'
}

/** True for a value that was read from outside and has the shape of an identity. */
export function isProcessIdentity(value: unknown): value is ProcessIdentity {
  if (typeof value !== 'object' || value === null) return false
  const { pid, host, started } = value as Partial<Record<keyof ProcessIdentity, unknown>>
  const isPid = Number.isSafeInteger(pid) && (pid as number) > 0
  return isPid && typeof host === 'string' && (started === undefined || typeof started === 'string')
}

function statOf(pid: number): { state: string; started: string } | undefined {
  if (process.platform !== 'linux') return undefined
  try {
    // The name of the process, in parentheses, may hold spaces and parentheses itself.
    const [, rest = ''] = /\) ([^)]*)$/u.exec(readFileSync(`/proc/${pid}/stat`, 'latin1')) ?? []
    const fields = rest.split(' ')
    const [state, started] = [fields[0], fields[19]]
    return state !== undefined && started !== undefined ? { state, started } : undefined
  } catch {
    return undefined
  }
}
