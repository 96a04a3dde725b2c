import { ProviderError, type ProviderErrorCode } from '../errors/provider-error.ts'
import type { Description, Provider, Verification, VerifyRequest } from './provider.ts'

/** What the next provider may do better. A refusal is a decision and stands; a limit is a reason to wait. */
const nextMayHelp: ReadonlySet<ProviderErrorCode> = new Set<ProviderErrorCode>([
  'network',
  'timeout',
  'overloaded',
  'server',
  'empty',
  'malformed',
  'truncated',
  'image-ignored',
  'not-described'
])

/** How often in a row nobody has to answer before a provider is passed over for the rest of the run. */
const missesToPassOver = 3

/**
 * Several providers as one: each is asked when the one before it could not be reached, failed, or gave an answer
 * without a text. Whoever judges an answer further goes on with those behind it in `members`. When all fail, the error
 * is that of the first, with what the others said.
 *
 * @param providers In order of preference, at least one.
 */
export function fallbackProvider(providers: readonly [Provider, ...Provider[]]): Provider {
  /** How often in a row each could not be reached. */
  const misses = new Map<Provider, number>()
  const hosts = [...new Set(providers.flatMap(({ host }) => host ?? []))]
  const limits = providers.flatMap(({ concurrency }) => concurrency ?? [])
  const batch = providers.find((provider) => provider.batch)?.batch
  const plans = providers.flatMap((provider) => provider.plans ?? [])
  const checkers = providers.filter((provider) => provider.verify !== undefined)
  const isGone = (provider: Provider): boolean => (misses.get(provider) ?? 0) >= missesToPassOver

  return {
    get id() {
      return providers.map(({ id }) => id).join(', ')
    },
    ...(hosts.length > 0 && { host: hosts.join(', ') }),
    ...(batch && { batch }),
    ...(limits.length > 0 && { concurrency: Math.min(...limits) }),
    ...(plans.length > 0 && { plans }),
    members: providers,
    describe: (request, signal) => first(providers, (provider) => provider.describe(request, signal), signal),
    ...(checkers.length > 0 && {
      verify: (request: VerifyRequest, signal: AbortSignal) =>
        first(checkers, (provider) => verifyWith(provider, request, signal), signal)
    })
  }

  /** The answer of the first that gives one. */
  async function first<Answer extends Description | Verification>(
    able: readonly Provider[],
    ask: (provider: Provider) => Promise<Answer>,
    signal: AbortSignal
  ): Promise<Answer> {
    const failures: ProviderError[] = []
    const present = able.filter((provider) => !isGone(provider))
    for (const provider of present.length > 0 ? present : able) {
      try {
        const answer = await ask(provider)
        misses.delete(provider)
        const requests = answer.usage.requests + requestsOf(failures)
        return { provider: provider.id, ...answer, usage: { ...answer.usage, requests } }
      } catch (error) {
        if (!ProviderError.isInstance(error)) throw error
        if (error.code === 'image-ignored') misses.set(provider, missesToPassOver)
        else if (error.code === 'network' || error.code === 'timeout')
          misses.set(provider, (misses.get(provider) ?? 0) + 1)
        else misses.delete(provider)
        failures.push(error)
        if (!nextMayHelp.has(error.code)) break
      }
      signal.throwIfAborted()
    }
    throw together(failures)
  }
}

async function verifyWith(
  provider: Provider,
  request: VerifyRequest,
  signal: AbortSignal
): Promise<Verification> {
  if (!provider.verify) throw new TypeError(`${provider.id} cannot look again`)
  return await provider.verify(request, signal)
}

function together(failures: readonly ProviderError[]): Error {
  // What ends the asking of one, or is beyond one, is no reason to ask the others no more.
  const first =
    failures.find(({ code, stopsRun }) => !stopsRun && code !== 'not-described') ??
    failures.find(({ stopsRun }) => !stopsRun) ??
    failures[0]
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
