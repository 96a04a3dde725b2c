import type { Budget } from '../captioner/attempt/allowance.ts'

/** What each of several providers may use: an equal part, so that none is measured at the others' cost. */
export function budgetShare({ requests, tokens, usd }: Budget, providers: number): Budget {
  return {
    requests: Math.floor(requests / providers),
    tokens: Math.floor(tokens / providers),
    usd: usd / providers
  }
}
