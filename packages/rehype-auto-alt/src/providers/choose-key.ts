import { isVendorAddress, presets, type Preset } from './presets.ts'
import { variable, type Environment } from './provider-settings.ts'

/** A key, and where it was set. */
export interface Key {
  readonly value: string
  readonly source: string
}

/** Where a key may go. */
export interface Destination {
  readonly url: URL
  /** The preset that was named. */
  readonly preset: Preset | undefined
  /** The address comes from code, the environment, the command line or a preset; not from a JSON file. */
  readonly trusted: boolean
}

/** The key for a server. */
export interface ChosenKey {
  readonly key?: Key
  /** Said to the user: a key that is set is not sent, and why. */
  readonly note?: string
  /** Said to the user: the vendor takes no request without a key, and none is set. */
  readonly missing?: string
}

/**
 * Chooses the key that goes to a server. A key that was set for auto-alt goes to trusted addresses;
 * a vendor's key goes to that vendor's host and nowhere else.
 *
 * @param own The option `apiKey` or AUTO_ALT_API_KEY.
 */
export function chooseKey(own: Key | undefined, destination: Destination, env: Environment): ChosenKey {
  const { preset, trusted, url } = destination
  if (own && trusted) return { key: own }
  const vendor = presets.find((known) => isVendorAddress(known, url))
  if (vendor?.keyVariable !== undefined) {
    const value = variable(env, vendor.keyVariable)
    if (value !== undefined) return { key: { value, source: vendor.keyVariable } }
    return {
      missing: `provider: ${vendor.name} needs a key. Set the environment variable ${vendor.keyVariable}, or \`provider: false\` to ask nobody.`
    }
  }
  if (own) {
    return {
      note: `${own.source} is not sent to ${url.host}, because that address stands in a JSON config file. Set AUTO_ALT_BASE_URL, or move the settings to auto-alt.config.js.`
    }
  }
  if (preset?.keyVariable !== undefined && variable(env, preset.keyVariable) !== undefined) {
    return {
      note: `${preset.keyVariable} goes to ${new URL(preset.baseURL).host} only and is not sent to ${url.host}. Set AUTO_ALT_API_KEY if that server needs a key.`
    }
  }
  return {}
}
