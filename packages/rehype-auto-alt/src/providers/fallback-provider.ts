import { ProviderError, type ProviderErrorCode } from '../errors/provider-error.ts'
import type { Description, Provider } from './provider.ts'

/** What the next provider may do better. A refusal is a decision and stands; a limit is a reason to wait. */
const nextMayHelp: ReadonlySet<ProviderErrorCode> = new Set<ProviderErrorCode>([
  'network',
  'timeout',
  'overloaded',
  'server',
  'empty',
  'malformed'
])

/**
 * Several providers as one: each is asked when the one before it could not be reached, failed, or gave an answer
 * without a text. When all fail, the error is that of the first, with what the others said.
 *
 * @param providers In order of preference, at least one.
 */
export function fallbackProvider(providers: readonly [Provider, ...Provider[]]): Provider {
  const hosts = [...new Set(providers.flatMap(({ host }) => host ?? []))]
  const limits = providers.flatMap(({ concurrency }) => concurrency ?? [])
  return {
    get id() {
      return providers.map(({ id }) => id).join(', ')
    },
    ...(hosts.length > 0 && { host: hosts.join(', ') }),
    ...(limits.length > 0 && { concurrency: Math.min(...limits) }),
    async describe(request, signal): Promise<Description> {
      const failures: ProviderError[] = []
      for (const provider of providers) {
        try {
          const description = await provider.describe(request, signal)
          const requests = description.usage.requests + requestsOf(failures)
          return { provider: provider.id, ...description, usage: { ...description.usage, requests } }
        } catch (error) {
          if (!ProviderError.isInstance(error)) throw error
          failures.push(error)
          if (!nextMayHelp.has(error.code)) break
        }
        signal.throwIfAborted()
      }
      throw together(failures)
    }
  }
}

function together(failures: readonly ProviderError[]): Error {
  const [first] = failures
  const last = failures.at(-1)
  if (!first || !last) return new TypeError('A list of providers needs at least one')
  const { code, provider, retryAfter, status } = last.code === 'refusal' ? last : first
  return new ProviderError(code, provider, failures.map(({ message }) => message).join(' Then '), {
    requests: requestsOf(failures),
    ...(status !== undefined && { status }),
    ...(retryAfter !== undefined && { retryAfter })
  })
}

function requestsOf(failures: readonly ProviderError[]): number {
  return failures.reduce((sum, { requests }) => sum + requests, 0)
}
