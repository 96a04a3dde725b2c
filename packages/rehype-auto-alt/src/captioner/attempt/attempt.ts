import { setTimeout as wait } from 'node:timers/promises'

import { ProviderError } from '../../errors/provider-error.ts'
import type { DescribeRequest, Description, Provider } from '../../providers/provider.ts'
import type { Allowance } from './allowance.ts'
import type { Costs } from './costs.ts'
import { checkedDescription, providerFailure } from './foreign-provider.ts'
import type { LeftReason } from '../outcome.ts'
import type { RateControl } from './rate-control.ts'

/** No description, and why. */
export interface NoAnswer {
  readonly kind: 'none'
  readonly reason: LeftReason
  readonly message: string
  /** Id of the provider that said so; absent where none was asked. */
  readonly provider?: string
  /** There was an answer, and it did not pass the check. */
  readonly isUnfit?: boolean
}

/** Who is asked, and how often. */
export interface AttemptSettings {
  readonly provider: Provider
  readonly rate: RateControl
  readonly allowance: Allowance
  readonly costs: Costs
  readonly signal: AbortSignal
  /** Called before each request. */
  readonly onSend: () => void
  /** Somebody else was asked first, so that what this one says ends no run. Default `false`. */
  readonly isSecondChoice?: boolean
}

/** Tries again that one image has left, shared by its first request and its repair. */
export interface Tries {
  left: number
}

/** Asks for a description once, and again for passing reasons as long as there are tries left. */
export async function attempt(
  request: DescribeRequest,
  settings: AttemptSettings,
  tries: Tries
): Promise<{ readonly description: Description } | NoAnswer> {
  const { allowance, costs, provider, signal } = settings
  const describe = async (): Promise<Description> => {
    const description = checkedDescription(await provider.describe(request, signal), provider)
    allowance.settle(description.usage, costs.of(description, request))
    return description
  }
  const answered = await inTurn(describe, settings, tries, request.previous !== undefined)
  return 'answer' in answered ? { description: answered.answer } : answered
}

/**
 * Asks once, and again for passing reasons as long as there are tries left.
 *
 * @param ask Sends one request and books what it used. What a failed one used is booked here.
 * @param isFurther It is a further request about an image that is being asked about.
 */
export async function inTurn<Result>(
  ask: () => Promise<Result>,
  settings: AttemptSettings,
  tries: Tries,
  isFurther: boolean
): Promise<{ readonly answer: Result } | NoAnswer> {
  const { allowance, onSend, provider, rate } = settings
  for (let round = 0; ; round++) {
    try {
      return await rate.run(
        async () => {
          const halt = allowance.take()
          if (halt) return { kind: 'none', ...halt }
          onSend()
          try {
            return { answer: await ask() }
          } catch (error) {
            allowance.settle({ requests: ProviderError.isInstance(error) ? error.requests : 1 })
            throw error
          }
        },
        round > 0 || isFurther
      )
    } catch (error) {
      const failure = providerFailure(error, provider)
      if (failure.stopsRun && !settings.isSecondChoice) allowance.stop(failure.message, failure.code)
      if (failure.code === 'network' && !settings.isSecondChoice) allowance.unreachable(failure.message)
      if (!failure.isRetryable || tries.left === 0 || allowance.halt) {
        return { kind: 'none', reason: failure.code, message: failure.message, provider: failure.provider }
      }
      tries.left--
      // Where the server says how long to wait, the rate control waits for all.
      if (failure.retryAfter === undefined) await wait(Math.random() * Math.min(8000, 400 * 2 ** round))
    }
  }
}
