import type { DescribeRequest, Provider } from '../../providers/provider.ts'
import type { AttemptSettings } from '../attempt/attempt.ts'
import type { Costs, Spending } from '../attempt/costs.ts'
import type { Answer } from './draft.ts'
import { verified, verifyRequestFor } from './verify.ts'

/** The second look at what was described, with the option `verify`. */
export interface SecondLook {
  /** Has a caption without problems looked at again; any other answer comes back as it is. */
  at(answer: Answer, request: DescribeRequest, settings: LookSettings): Promise<Answer>
  /** What a request and the second look after it are likely to take. */
  withLook(spending: Spending, request: DescribeRequest): Spending
}

/** What is shared with the request before. */
type LookSettings = Omit<AttemptSettings, 'provider' | 'costs' | 'isSecondChoice'> & {
  readonly retries: number
}

/** Makes it for one who looks again; without one, nobody does. */
export function createSecondLook(
  verifier: Provider | undefined,
  costsOf: (provider: Provider) => Costs
): SecondLook {
  return {
    async at(answer, request, settings) {
      if (!verifier || answer.kind !== 'caption' || answer.problems.length > 0) return answer
      return await verified(answer, request, { ...settings, provider: verifier, costs: costsOf(verifier) })
    },
    withLook(spending, request) {
      if (!verifier) return spending
      const text = 'x'.repeat(request.maxLength)
      const { tokens, usd } = costsOf(verifier).estimateLook(verifyRequestFor(request, text))
      const sum = spending.usd === undefined || usd === undefined ? undefined : spending.usd + usd
      return { tokens: spending.tokens + tokens, usd: sum }
    }
  }
}
