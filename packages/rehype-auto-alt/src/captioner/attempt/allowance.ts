import type { ProviderErrorCode } from '../../errors/provider-error.ts'
import type { Usage } from '../../providers/provider.ts'
import type { Spending } from './costs.ts'

/** Limits of one run. `Infinity` for none. */
export interface Budget {
  readonly requests: number
  readonly tokens: number
  /** US dollars. */
  readonly usd: number
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
  /**
   * Books what a finished request used.
   *
   * @param spent What the answer cost; absent where none came.
   */
  settle(usage: Usage, spent?: Spending): void
  /** Notes that nobody answered. A provider that was never reached in six tries ends all asking of this run. */
  unreachable(message: string): void
  /** Ends all asking of this run. */
  stop(message: string, code: ProviderErrorCode): void
  readonly halt: Halt | undefined
  /** The provider serves no request of this run: asking ended with such an error, and no answer ever came. */
  readonly refused: boolean
  readonly requests: number
  readonly inputTokens: number
  readonly outputTokens: number
  /** US dollars for all answers; absent before the first, and where the price of one is not known. */
  readonly usd: number | undefined
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
  /** What counts against the budget: estimates where the provider did not count. */
  let spent: Spending = { tokens: 0, usd: 0 }
  let halt: Halt | undefined
  let stoppedBy: ProviderErrorCode | undefined

  /** With those under way, as far as the answers so far tell what one takes. */
  const expected = (used: number): number => used * (1 + reserved / Math.max(1, answers))
  const usedUp = (what: keyof Budget): Halt => {
    const amount = what === 'usd' ? `$${budget.usd}` : `${budget[what]} ${what}`
    const message = `The budget of ${amount} is used up. Raise \`budget.${what}\`, or run again to go on.`
    return (halt = { reason: 'budget', message })
  }

  return {
    take() {
      if (halt) return halt
      if (requests + reserved >= budget.requests) return usedUp('requests')
      if (expected(spent.tokens) >= budget.tokens) return usedUp('tokens')
      if (expected(spent.usd ?? 0) >= budget.usd) return usedUp('usd')
      reserved++
      return undefined
    },
    settle(usage, cost) {
      reserved--
      if (cost) {
        answers++
        const usd = spent.usd === undefined || cost.usd === undefined ? undefined : spent.usd + cost.usd
        spent = { tokens: spent.tokens + cost.tokens, usd }
      }
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
      return answers === 0 && stoppedBy !== undefined
    },
    get requests() {
      return requests
    },
    get inputTokens() {
      return inputTokens
    },
    get outputTokens() {
      return outputTokens
    },
    get usd() {
      return answers === 0 ? undefined : spent.usd
    }
  }
}
