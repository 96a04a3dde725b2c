import {
  type OwnPrices,
  type TokenEstimate,
  estimateTokens,
  estimateVerifyTokens,
  membersOf,
  priceOf,
  usdFor
} from '../../providers/cost-model.ts'
import type {
  DescribeRequest,
  Description,
  Provider,
  Verification,
  VerifyRequest
} from '../../providers/provider.ts'

/** Tokens, and US dollars where the price is known. */
export interface Spending {
  readonly tokens: number
  readonly usd: number | undefined
}

/** What requests to a provider cost. */
export interface Costs {
  /** What a request is likely to take, without a repair. */
  estimate(request: DescribeRequest): Spending
  /** What an answer took: as the provider counted, else as estimated. */
  of(description: Description, request: DescribeRequest): Spending
  /** What a second look is likely to take. */
  estimateLook(request: VerifyRequest): Spending
  /** What a second look took. */
  ofLook(verification: Verification, request: VerifyRequest): Spending
}

/** Makes the account of what a provider, or those that stand behind it, cost. */
export function createCosts(provider: Provider, prices: OwnPrices): Costs {
  const spending = (tokens: TokenEstimate, by: Provider): Spending => {
    const price = priceOf(by, prices)
    return { tokens: tokens.input + tokens.output, usd: price && usdFor(tokens, price) }
  }
  const first = membersOf(provider)[0] ?? provider
  const spent = (
    answer: Pick<Description, 'provider' | 'usage'>,
    estimate: (by: Provider) => TokenEstimate
  ): Spending => {
    const by = membersOf(provider).find(({ id }) => id === answer.provider) ?? first
    const { inputTokens, outputTokens } = answer.usage
    if (inputTokens !== undefined && outputTokens !== undefined)
      return spending({ input: inputTokens, output: outputTokens }, by)
    const { input, output } = estimate(by)
    return spending({ input: inputTokens ?? input, output: outputTokens ?? output }, by)
  }
  return {
    estimate: (request) => spending(estimateTokens(provider, request), first),
    of: (description, request) => spent(description, (by) => estimateTokens(by, request)),
    estimateLook: (request) => spending(estimateVerifyTokens(provider, request), first),
    ofLook: (verification, request) => spent(verification, (by) => estimateVerifyTokens(by, request))
  }
}
