import { readFileSync } from 'node:fs'

/** How long the main thread of a process was ready to run and got no processor. Known on Linux only, else 0. */
export interface HeldUp {
  /** Milliseconds between two times, as `Date.now()` gives them; to within a few hundredths of a second. */
  between(from: number, to: number): number
  stop(): void
}

interface Sample {
  readonly time: number
  /** Milliseconds in which it was ready or running, summed up. */
  readonly ready: number
  /** Milliseconds of processor time, summed up. */
  readonly ran: number
}

const millisecondsOfTick = 10

/**
 * Watches a process. On a machine that is busy with other things, what a process has not done within some time says
 * nothing about the process, as long as it was not its turn.
 */
export function watchHeldUp(pid: number): HeldUp {
  const samples: Sample[] = [{ time: Date.now(), ready: 0, ran: 0 }]
  const sample = (): void => {
    const thread = mainThread(pid)
    const last = samples.at(-1)
    if (!thread || !last) return
    const time = Date.now()
    const ready = last.ready + (thread.state === 'R' ? time - last.time : 0)
    samples.push({ time, ready, ran: thread.ran })
  }
  sample()
  const timer = setInterval(sample, 4)
  return {
    between(from, to) {
      const [start, end] = [from, to].map(
        (time) => samples.findLast((each) => each.time <= time) ?? samples[0]
      )
      return start && end ? Math.max(0, end.ready - start.ready - (end.ran - start.ran)) : 0
    },
    stop: () => clearInterval(timer)
  }
}

function mainThread(pid: number): { state: string; ran: number } | undefined {
  try {
    // The name of the process, in parentheses, may hold spaces.
    const [, rest = ''] = /\) (.*)\n/u.exec(readFileSync(`/proc/${pid}/task/${pid}/stat`, 'latin1')) ?? []
    const fields = rest.split(' ')
    return { state: fields[0] ?? '', ran: (Number(fields[11]) + Number(fields[12])) * millisecondsOfTick }
  } catch {
    return undefined
  }
}
