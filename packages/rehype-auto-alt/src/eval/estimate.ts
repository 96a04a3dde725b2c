import pMap from 'p-map'

import { createCosts } from '../captioner/attempt/costs.ts'
import { createSecondLook } from '../captioner/answer/look-again.ts'
import { ImageError } from '../errors/image-error.ts'
import { type CaseParts, answerTo } from './answer-case.ts'
import type { EvalCase } from './eval-case.ts'
import { evalRequest } from './eval-request.ts'
import { keepSecret } from './keep-secret.ts'

/** What asking one provider is likely to take. Repairs and tries again are not in it. */
export interface Estimate {
  readonly provider: string
  readonly requests: number
  readonly tokens: number
  /** US dollars; `null` where the price is not known. */
  readonly usd: number | null
  /** Images that need not be asked about, since a former run did. */
  readonly remembered: number
}

/** Estimates what asking a provider takes. Nobody is asked. */
export async function estimateFor(cases: readonly EvalCase[], parts: CaseParts): Promise<Estimate> {
  const { answers, images, options, provider, verifier } = parts
  const costs = createCosts(provider, options.prices)
  const secondLook = createSecondLook(verifier, () => createCosts(verifier ?? provider, options.prices))
  const estimates = await pMap(
    cases,
    async (evalCase) => {
      try {
        if (answers.knows(provider.id) && (await answerTo(evalCase, parts))) return 'remembered'
        const request = keepSecret(evalCase.secrets).describe(await evalRequest(evalCase.subject, parts))
        return secondLook.withLook(costs.estimate(request), request)
      } catch (error) {
        if (!ImageError.isInstance(error)) throw error
        return 'unusable'
      } finally {
        if (evalCase.subject.image) images.release(evalCase.subject.image)
      }
    },
    { concurrency: 4 }
  )
  const open = estimates.filter((estimate) => typeof estimate !== 'string')
  const isPriced = open.every(({ usd }) => usd !== undefined)
  return {
    provider: provider.id,
    requests: open.length * (verifier ? 2 : 1),
    tokens: open.reduce((sum, { tokens }) => sum + tokens, 0),
    usd: isPriced ? open.reduce((sum, { usd = 0 }) => sum + usd, 0) : null,
    remembered: estimates.filter((estimate) => estimate === 'remembered').length
  }
}
