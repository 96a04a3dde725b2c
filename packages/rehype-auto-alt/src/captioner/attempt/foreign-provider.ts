import { inspect } from 'node:util'

import { ProviderError } from '../../errors/provider-error.ts'
import type { Description, Provider, Usage, Verification } from '../../providers/provider.ts'
import { serverText } from '../../providers/scrub-secrets.ts'

/** Longest text of a description that is looked at. UTF-16 code units. */
const longestText = 4000

/**
 * A description as the rest of the captioner relies on it, whatever the provider gave: somebody may have written it
 * themselves, without types. Throws a `ProviderError` for what is none.
 */
export function checkedDescription(value: unknown, provider: Provider): Description {
  const description = (typeof value === 'object' && value !== null ? value : {}) as Partial<Description>
  const { provider: answeredBy, text, ...rest } = description
  if (typeof text !== 'string') {
    const message = `${provider.id} gave no description. Let \`describe\` resolve to an object with \`text\` and \`usage\`.`
    throw new ProviderError('bad-request', provider.id, message)
  }
  return {
    ...rest,
    provider: typeof answeredBy === 'string' ? answeredBy : provider.id,
    text: text.slice(0, longestText),
    usage: usageOf(description.usage)
  }
}

/** The same for what a second look found. Throws a `ProviderError` for what says nothing for certain. */
export function checkedVerification(value: unknown, provider: Provider): Verification {
  const {
    notVisible,
    provider: answeredBy,
    usage
  } = (typeof value === 'object' && value !== null ? value : {}) as Partial<Verification>
  if (!Array.isArray(notVisible) || !notVisible.every((claim) => typeof claim === 'string')) {
    const message = `${provider.id} did not say what it found. Let \`verify\` resolve to an object with \`notVisible\`, a list of texts, and \`usage\`.`
    throw new ProviderError('bad-request', provider.id, message)
  }
  return {
    notVisible: notVisible.map((claim) => claim.trim()).filter((claim) => claim !== ''),
    provider: typeof answeredBy === 'string' ? answeredBy : provider.id,
    usage: usageOf(usage)
  }
}

function usageOf(usage: Partial<Usage> | undefined): Usage {
  const inputTokens = countOf(usage?.inputTokens)
  const outputTokens = countOf(usage?.outputTokens)
  return {
    requests: countOf(usage?.requests) ?? 1,
    ...(inputTokens !== undefined && { inputTokens }),
    ...(outputTokens !== undefined && { outputTokens })
  }
}

function countOf(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0 ? value : undefined
}

/** What a provider threw as a `ProviderError`; anything else comes from somebody's own provider and is final. */
export function providerFailure(error: unknown, provider: Provider): ProviderError {
  if (ProviderError.isInstance(error)) return error
  const words = serverText(wordsOf(error), []).replace(/[.!?…]$/u, '')
  const message = `${provider.id} failed (${words}). Mend that provider, or choose another one.`
  return new ProviderError('bad-request', provider.id, message, { cause: error })
}

function wordsOf(error: unknown): string {
  if (typeof error === 'string' && error !== '') return error
  if (error instanceof Error && error.message !== '') return error.message
  return inspect(error, { depth: 1, breakLength: Infinity })
}
