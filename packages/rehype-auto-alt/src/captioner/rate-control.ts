import { setTimeout as wait } from 'node:timers/promises'

import { ProviderError } from '../errors/provider-error.ts'

const slowDown: ReadonlySet<string> = new Set(['rate-limit', 'overloaded', 'timeout'])

/** Lets requests through as fast as a server takes them, and no faster. */
export interface RateControl {
  /** Runs a request when there is room for it; one that carries on with an image goes before those that begin. */
  run<Result>(request: () => Promise<Result>, carriesOn: boolean): Promise<Result>
}

/**
 * One gate and one window for all requests to a provider. The window grows by one for each round that went well and
 * halves when the server asks for less; the gate stays shut for as long as the server asked to wait.
 *
 * @param limit Most requests at a time.
 */
export function createRateControl(limit: number): RateControl {
  const waiting: (() => void)[] = []
  let size = Math.min(2, limit)
  let running = 0
  let openAt = 0
  let lastCut = 0

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
    for (let rest = openAt - Date.now(); rest > 0; rest = openAt - Date.now()) await wait(rest)
  }
  const leave = (): void => {
    running--
    admit()
  }
  const noteFailure = (error: unknown, startedAt: number): void => {
    if (!ProviderError.isInstance(error)) return
    if (error.retryAfter !== undefined) openAt = Math.max(openAt, Date.now() + error.retryAfter)
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
