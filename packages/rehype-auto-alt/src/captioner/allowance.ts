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
  /** The provider serves this key in no request: asking ended with such an error, and no answer ever came. */
  readonly refused: boolean
  readonly requests: number
  readonly inputTokens: number
  readonly outputTokens: number
}

const triesToReach = 6

/** Keeps account of requests and tokens for one run. */
export function createAllowance(budget: Budget): Allowance {
  let reserved = 0
  let unanswered = 0
  let answers = 0
  let requests = 0
  let inputTokens = 0
  let outputTokens = 0
  let halt: Halt | undefined
  let stoppedBy: ProviderErrorCode | undefined

  /** With those under way, as far as the answers so far tell what one takes. */
  const expectedTokens = (): number => (inputTokens + outputTokens) * (1 + reserved / Math.max(1, answers))
  const usedUp = (what: 'requests' | 'tokens'): Halt => {
    const message = `The budget of ${budget[what]} ${what} is used up. Raise \`budget.${what}\`, or run again to go on.`
    return (halt = { reason: 'budget', message })
  }

  return {
    take() {
      if (halt) return halt
      if (requests + reserved >= budget.requests) return usedUp('requests')
      if (expectedTokens() >= budget.tokens) return usedUp('tokens')
      reserved++
      return undefined
    },
    settle(usage, answered) {
      reserved--
      if (answered) answers++
      requests += usage.requests
      inputTokens += usage.inputTokens ?? 0
      outputTokens += usage.outputTokens ?? 0
    },
    unreachable(message) {
      if (answers > 0 || ++unanswered < triesToReach) return
      halt ??= { reason: 'stopped', message }
    },
    stop(message, code) {
      halt ??= { reason: 'stopped', message }
      stoppedBy ??= code
    },
    get halt() {
      return halt
    },
    get refused() {
      return answers === 0 && (stoppedBy === 'refused-key' || stoppedBy === 'quota')
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
