import type { Log } from '../captioner/log.ts'
import { needPrices } from '../captioner/attempt/need-prices.ts'
import { openProvider } from '../captioner/open-provider.ts'
import { openVerifier } from '../captioner/open-verifier.ts'
import { OptionError } from '../errors/option-error.ts'
import type { ResolvedOptions } from '../options/resolve-options.ts'
import type { Environment } from '../providers/provider-settings.ts'
import type { Provider } from '../providers/provider.ts'

/** A provider to be measured, and who looks again at what it says. */
export interface Candidate {
  readonly provider: Provider
  readonly verifier: Provider | undefined
}

/**
 * Opens the providers to be measured. Of a list each one stands for itself. An address and a key are those of one
 * server: they serve several models of one preset, and no others. Throws an `OptionError` where nobody can be asked.
 */
export async function openCandidates(
  options: ResolvedOptions,
  env: Environment,
  log: Log
): Promise<readonly Candidate[]> {
  if (options.frozen) {
    throw new OptionError(
      'frozen',
      'frozen: an evaluation asks providers. Leave it out, or use --dry-run to see what would be asked.'
    )
  }
  const { provider: given } = options
  const entries = [...new Set(listOf(given))]
  const own = entries.length > 1 && !isOneServer(entries) ? severalServers(options, env) : { options, env }
  if (entries.length > 1 && options.model !== undefined)
    throw ofOne('model', "Write 'preset:model' for each.")
  const candidates: Candidate[] = []
  const notes: string[] = []
  for (const entry of entries) {
    const found = await openProvider({ ...own.options, provider: entry }, own.env, log)
    notes.push(...found.notes)
    if (!found.provider) continue
    const { provider } = found
    const verifier = options.verify === false ? undefined : await openVerifier(own.options, own.env, provider)
    candidates.push({ provider, verifier })
  }
  if (candidates.length === 0) {
    const advice = 'Name one: --provider openai:gpt-5-mini.'
    throw new OptionError('provider', `provider: nobody is there to be measured. ${notes.at(-1) ?? advice}`)
  }
  for (const note of notes) log.info(note)
  refuseSameNames(candidates)
  if (Number.isFinite(options.budget.usd)) {
    for (const { provider, verifier } of candidates) {
      needPrices(provider, options.prices)
      if (verifier) needPrices(verifier, options.prices)
    }
  }
  return candidates
}

type Entry = string | Provider | false

function listOf(given: ResolvedOptions['provider']): readonly Entry[] {
  if (given === false || typeof given === 'string') return [given]
  return 'describe' in given ? [given] : given
}

function isOneServer(entries: readonly Entry[]): boolean {
  const presets = entries.map((entry) => (typeof entry === 'string' ? entry.split(':', 1)[0] : entry))
  return typeof presets[0] === 'string' && presets.every((preset) => preset === presets[0])
}

function severalServers(
  options: ResolvedOptions,
  env: Environment
): { readonly options: ResolvedOptions; readonly env: Environment } {
  for (const name of ['baseURL', 'apiKey'] as const) {
    if (options[name] !== undefined) throw ofOne(name, 'Put openaiCompatible({ … }) into the config file.')
  }
  const names = ['AUTO_ALT_MODEL', 'AUTO_ALT_BASE_URL', 'AUTO_ALT_API_KEY']
  return { options, env: Object.fromEntries(Object.entries(env).filter(([name]) => !names.includes(name))) }
}

function ofOne(option: 'model' | 'baseURL' | 'apiKey', instead: string): OptionError {
  return new OptionError(
    option,
    `${option}: belongs to one provider, but several are to be measured. ${instead}`
  )
}

/** Answers are kept, and shown, by this name. */
function refuseSameNames(candidates: readonly Candidate[]): void {
  const names = candidates.map(({ provider }) => provider.id)
  const twice = names.find((name, index) => names.indexOf(name) !== index)
  if (twice === undefined) return
  throw new OptionError('provider', `provider: two of them are called ${twice}. Give each a name of its own.`)
}
