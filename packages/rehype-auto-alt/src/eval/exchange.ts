import type { Spending } from '../captioner/attempt/costs.ts'
import type { Description, Verification } from '../providers/provider.ts'

/** One answer of a provider about one image. */
export interface Exchange {
  /** What came; absent where the model declined. */
  readonly answer?: Description | Verification
  readonly kind: 'description' | 'look'
  /** From the request to its answer, without those that failed before it. */
  readonly milliseconds: number
  /** HTTP requests, with those that failed before it. */
  readonly requests: number
  /** Of these, those that failed. */
  readonly failed: number
  readonly inputTokens?: number
  readonly outputTokens?: number
  /** With estimates where the provider did not count. */
  readonly spent?: Spending
  /** It was answered in a former run. */
  readonly isRemembered: boolean
}

/** What went on about one image. */
export interface Session {
  readonly exchanges: Exchange[]
  /** HTTP requests that failed since the last answer. */
  failed: number
  /** Something was to be asked that is not remembered. */
  isOpen: boolean
}

/** Starts one. */
export function newSession(): Session {
  return { exchanges: [], failed: 0, isOpen: false }
}
