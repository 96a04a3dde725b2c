import { isLoopback } from './base-url.ts'

/** A server that is known by name. */
export interface Preset {
  readonly name: PresetName
  readonly baseURL: string
  /** Environment variable of its key; absent where none is needed. */
  readonly keyVariable?: string
  /** Model to ask when none is set; absent: the first that `/v1/models` lists. */
  readonly model?: string
  /** Further addresses it may answer on, tried when looking for a server. */
  readonly alsoAt?: readonly string[]
}

/** Names that the option `provider` takes. */
export type PresetName =
  | 'openai'
  | 'inference.net'
  | 'huggingface'
  | 'ollama'
  | 'lmstudio'
  | 'llama.cpp'
  | 'vllm'

/**
 * The known servers. Vendors stand in the order in which `provider: 'auto'` looks for their keys,
 * servers on this machine in the order in which it prefers them.
 */
export const presets: readonly Preset[] = [
  {
    name: 'inference.net',
    baseURL: 'https://api.inference.net/v1',
    keyVariable: 'INFERENCE_API_KEY',
    model: 'google/gemma-3-27b-instruct/bf-16'
  },
  {
    name: 'huggingface',
    baseURL: 'https://router.huggingface.co/v1',
    keyVariable: 'HF_TOKEN',
    model: 'google/gemma-3-27b-it'
  },
  {
    name: 'openai',
    baseURL: 'https://api.openai.com/v1',
    keyVariable: 'OPENAI_API_KEY',
    model: 'gpt-4.1-mini'
  },
  { name: 'ollama', baseURL: 'http://127.0.0.1:11434/v1' },
  { name: 'lmstudio', baseURL: 'http://127.0.0.1:1234/v1' },
  { name: 'llama.cpp', baseURL: 'http://127.0.0.1:8080/v1', alsoAt: ['http://127.0.0.1:9931/v1'] },
  { name: 'vllm', baseURL: 'http://127.0.0.1:8000/v1' }
]

/** The preset of this name. */
export function findPreset(name: string): Preset | undefined {
  return presets.find((preset) => preset.name === name)
}

/**
 * Whether an address belongs to the vendor of a preset, so that the vendor's key may go there:
 * the preset's own host or one below it, over https.
 */
export function isVendorAddress(preset: Preset, url: URL): boolean {
  const own = new URL(preset.baseURL)
  if (preset.keyVariable === undefined || url.protocol !== 'https:' || url.port !== own.port) return false
  return url.hostname === own.hostname || url.hostname.endsWith(`.${own.hostname}`)
}

/** Addresses of the presets on this machine, in order of preference. */
export function localAddresses(): readonly { name: PresetName; baseURL: string }[] {
  return presets
    .filter((preset) => isLoopback(new URL(preset.baseURL)))
    .flatMap(({ name, baseURL, alsoAt = [] }) =>
      [baseURL, ...alsoAt].map((address) => ({ name, baseURL: address }))
    )
}

/** Names that the option `provider` takes besides `'auto'`. */
export const presetNames: readonly PresetName[] = presets.map(({ name }) => name)
