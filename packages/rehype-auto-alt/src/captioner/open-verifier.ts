import { OptionError } from '../errors/option-error.ts'
import type { ResolvedOptions } from '../options/resolve-options.ts'
import type { Environment } from '../providers/provider-settings.ts'
import type { Provider } from '../providers/provider.ts'
import { resolveProvider } from '../providers/resolve-provider.ts'

/**
 * Finds out who looks again at what a provider described, with the option `verify`: the provider itself, or another.
 * Throws an `OptionError` for one that cannot.
 *
 * A name with the provider's own preset means another model at the same server; any other gets neither its address nor
 * its key.
 */
export async function openVerifier(
  { verify, ...options }: ResolvedOptions,
  env: Environment,
  provider: Provider
): Promise<Provider | undefined> {
  if (verify === false) return undefined
  if (verify === true) return able(provider)
  const presetOf = (name: string): string => name.split(':', 1)[0] ?? name
  const isSameServer =
    typeof verify === 'string' && provider.members === undefined && presetOf(verify) === presetOf(provider.id)
  const own = isSameServer ? {} : { baseURL: undefined, apiKey: undefined }
  const settings = { ...options, ...own, model: undefined, provider: verify, asks: true }
  const found = await resolveProvider(settings, isSameServer ? env : withoutOwn(env)).catch(aboutVerify)
  if (found.provider) return able(found.provider)
  throw new OptionError('verify', `verify: nobody was found to look again. ${found.notes.join(' ')}`.trim())
}

/** The fault lies with this option, not with `provider`. */
function aboutVerify(error: unknown): never {
  if (!OptionError.isInstance(error)) throw error
  throw new OptionError('verify', error.message.replace(/^[\w.]+: /u, 'verify: '))
}

function able(provider: Provider): Provider {
  if (provider.verify) return provider
  throw new OptionError(
    'verify',
    `verify: ${provider.id} cannot look at an image again. Name a model that can, as verify: 'openai:gpt-5-mini', or leave \`verify\` out.`
  )
}

/** What the environment says of the provider does not belong to another. */
function withoutOwn(env: Environment): Environment {
  const names = ['AUTO_ALT_MODEL', 'AUTO_ALT_BASE_URL', 'AUTO_ALT_API_KEY']
  return Object.fromEntries(Object.entries(env).filter(([name]) => !names.includes(name)))
}
