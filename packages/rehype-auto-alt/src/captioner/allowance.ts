import type { ProviderErrorCode } from '../errors/provider-error.ts'
import type { Usage } from '../providers/provider.ts'

/** Limits of one run. `Infinity` for none. */
export interface Budget {
  readonly requests: number
  readonly tokens: number
}

/** Why asking ended before every image was asked about. */
export interface Halt {
  readonly reason: 'budget' | 'stopped'
  readonly message: string
}

/** What one run has used, and whether it may go on asking. */
export interface Allowance {
  /** Reserves one request; says why when there is none left. */
  take(): Halt | undefined
  /** Books what a finished request used, and whether it brought an answer. */
  settle(usage: Usage, answered: boolean): void
  /** Notes that nobody answered. A provider that was never reached in six tries ends all asking of this run. */
  unreachable(message: string): void
  /** Ends all asking of this run. */
  stop(message: string, code: ProviderErrorCode): void
  readonly halt: Halt | undefined
  /** Code of the error that ended the asking. */
  readonly stoppedBy: ProviderErrorCode | undefined
  readonly requests: number
  readonly inputTokens: number
  readonly outputTokens: number
}

/** Keeps account of requests and tokens for one run. */
export function createAllowance(budget: Budget): Allowance {
  let reserved = 0
  let unanswered = 0
  let everReached = false
  let requests = 0
  let inputTokens = 0
  let outputTokens = 0
  let halt: Halt | undefined
  let stoppedBy: ProviderErrorCode | undefined
  return {
    take() {
      if (halt) return halt
      if (requests + reserved >= budget.requests) {
        const message = `The budget of ${budget.requests} requests is used up. Raise \`budget.requests\` or run again to go on.`
        return (halt = { reason: 'budget', message })
      }
      if (inputTokens + outputTokens >= budget.tokens) {
        const message = `The budget of ${budget.tokens} tokens is used up. Raise \`budget.tokens\` or run again to go on.`
        return (halt = { reason: 'budget', message })
      }
      reserved++
      return undefined
    },
    settle(usage, answered) {
      reserved--
      everReached ||= answered
      requests += usage.requests
      inputTokens += usage.inputTokens ?? 0
      outputTokens += usage.outputTokens ?? 0
    },
    unreachable(message) {
      if (everReached || ++unanswered < 6) return
      halt ??= { reason: 'stopped', message }
      stoppedBy ??= 'network'
    },
    stop(message, code) {
      halt ??= { reason: 'stopped', message }
      stoppedBy ??= code
    },
    get halt() {
      return halt
    },
    get stoppedBy() {
      return stoppedBy
    },
    get requests() {
      return requests
    },
    get inputTokens() {
      return inputTokens
    },
    get outputTokens() {
      return outputTokens
    }
  }
}
