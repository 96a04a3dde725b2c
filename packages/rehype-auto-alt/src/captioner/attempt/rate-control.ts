import { setTimeout as wait } from 'node:timers/promises'

import { ProviderError } from '../../errors/provider-error.ts'

const slowDown: ReadonlySet<string> = new Set(['rate-limit', 'overloaded', 'timeout'])

/** Lets requests through as fast as a server takes them, and no faster. */
export interface RateControl {
  /** Runs a request when there is room for it; one that carries on with an image goes before those that begin. */
  run<Result>(request: () => Promise<Result>, carriesOn: boolean): Promise<Result>
}

/** How often requests may begin. */
export interface Pace {
  /** Requests in a span that the vendor's plans allow. Default: unknown. */
  readonly plans?: readonly number[] | undefined
  /** Milliseconds. Default: a minute. */
  readonly span?: number
}

/**
 * One gate and one window for all requests to a provider. The window grows by one for each round that went well and
 * halves when the server asks for less; the gate stays shut for as long as the server asked to wait. Where it refuses
 * without saying so, the number of requests it took in the last minute tells the plan, which is kept to from then on.
 *
 * @param limit Most requests at a time.
 */
export function createRateControl(limit: number, { plans = [], span = 60_000 }: Pace = {}): RateControl {
  const waiting: (() => void)[] = []
  let size = Math.min(2, limit)
  let running = 0
  let openAt = 0
  let lastCut = 0
  /** When the requests of the last span began, oldest first. */
  const begun: number[] = []
  let mostInSpan = Infinity

  /** A little more than a span: the server's clock starts when a request arrives. */
  const kept = 1.02 * span
  const forgetOld = (): void => {
    while (begun[0] !== undefined && begun[0] <= Date.now() - kept) begun.shift()
  }
  /** Milliseconds until the next may begin. */
  const rest = (): number => {
    forgetOld()
    const full = begun.length >= mostInSpan ? begun[begun.length - mostInSpan] : undefined
    return Math.max(openAt, full === undefined ? 0 : full + kept + 1) - Date.now()
  }
  const admit = (): void => {
    while (waiting.length > 0 && running < Math.floor(size)) {
      running++
      waiting.shift()?.()
    }
  }
  const enter = async (carriesOn: boolean): Promise<void> => {
    await new Promise<void>((resolve) => {
      if (carriesOn) waiting.unshift(resolve)
      else waiting.push(resolve)
      admit()
    })
    for (let time = rest(); time > 0; time = rest()) await wait(time)
    if (plans.length > 0) begun.push(Date.now())
  }
  const leave = (): void => {
    running--
    admit()
  }
  const noteFailure = (error: unknown, startedAt: number): void => {
    if (!ProviderError.isInstance(error)) return
    if (error.retryAfter !== undefined) openAt = Math.max(openAt, Date.now() + error.retryAfter)
    else if (error.code === 'rate-limit' && mostInSpan === Infinity && plans.length > 0) {
      forgetOld()
      const fitting = plans.filter((plan) => plan <= begun.length)
      mostInSpan = fitting.length > 0 ? Math.max(...fitting) : Math.min(...plans)
    }
    // Requests that were under way together fail together: they count as one sign, not as several.
    if (slowDown.has(error.code) && startedAt >= lastCut) {
      size = Math.max(1, size / 2)
      lastCut = Date.now()
    }
  }

  return {
    async run(request, carriesOn) {
      await enter(carriesOn)
      const startedAt = Date.now()
      try {
        const result = await request()
        size = Math.min(limit, size + 1 / size)
        return result
      } catch (error) {
        noteFailure(error, startedAt)
        throw error
      } finally {
        // After what this answer leads to: a repair has then taken its place in the queue before the next image.
        setImmediate(leave)
      }
    }
  }
}
