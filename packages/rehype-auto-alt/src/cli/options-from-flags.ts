import { OptionError } from '../errors/option-error.ts'
import type { Options } from '../options/options.ts'

/** Values of the flags, as commander names them. */
export type Flags = Readonly<Record<string, unknown>>

/** Options whose flag gives the value as it is. */
const alike = [
  'root',
  'publicDir',
  'roots',
  'base',
  'captions',
  'model',
  'apiKey',
  'billTo',
  'stream',
  'frozen',
  'publish',
  'maxLength',
  'fullStop',
  'emptyAlt',
  'decorative',
  'language',
  'context',
  'voice',
  'contextKey',
  'onMissing',
  'include',
  'exclude',
  'components',
  'localOnly',
  'concurrency',
  'retries',
  'provenance',
  'social',
  'prompt'
] as const satisfies readonly (keyof Options)[]

/** Options that the flags of a command ask for; only what was given. */
export function optionsFromFlags(flags: Flags): Options {
  const { baseUrl, budgetRequests, budgetTokens, budgetUsd, config, price, provider } = flags
  const { ocr, ocrConfidence, ocrLanguage, remoteAllow, remotePrivate, rule } = flags
  const given: Record<string, unknown> = {
    ...Object.fromEntries(alike.map((name) => [name, flags[name]])),
    baseURL: baseUrl,
    verify: flags['verifyWith'] ?? flags['verify'],
    batch: group({ api: flags['batchApi'], baseURL: flags['batchBaseUrl'] }),
    provider: Array.isArray(provider) ? providerOf(provider) : undefined,
    budget: group({ requests: budgetRequests, tokens: budgetTokens, usd: budgetUsd }),
    prices: Array.isArray(price) ? pricesOf(price) : undefined,
    ocr: group({ languages: ocrLanguage, confidence: ocrConfidence }) ?? ocr,
    rules: Array.isArray(rule) ? rulesOf(rule) : undefined,
    remote: group({ allow: remoteAllow, private: remotePrivate }),
    longDescription: flags['longDescription'] === 'none' ? false : flags['longDescription'],
    // Commander has `config` true where `--no-config` was not given.
    config: config === false ? false : undefined
  }
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as Options
}

function providerOf(names: readonly unknown[]): unknown {
  if (names.length > 1) return names
  return names[0] === 'none' || names[0] === 'false' ? false : names[0]
}

/** `too-long=off` and the like, by rule. */
function rulesOf(given: readonly unknown[]): unknown {
  return Object.fromEntries(
    given.map((text) => {
      const [, name, level] = /^([^=]+)=(.+)$/su.exec(String(text)) ?? []
      if (name === undefined)
        throw new OptionError('rules', `Expected --rule <rule>=<off|warn|error>, got ${String(text)}.`)
      return [name, level]
    })
  )
}

/** `ollama:gemma3=0/0` and the like, by provider and model; an id may hold `=` and `/`. */
function pricesOf(given: readonly unknown[]): unknown {
  return Object.fromEntries(
    given.map((text) => {
      const [, id, input, output] = /^(.+)=([\d.]+)\/([\d.]+)$/su.exec(String(text)) ?? []
      if (id === undefined)
        throw new OptionError(
          'prices',
          `Expected --price <preset:model>=<input>/<output> in US dollars for a million tokens, got ${String(text)}.`
        )
      return [id, { input: Number(input), output: Number(output) }]
    })
  )
}

function group(values: Readonly<Record<string, unknown>>): unknown {
  const given = Object.entries(values).filter(([, value]) => value !== undefined)
  return given.length > 0 ? Object.fromEntries(given) : undefined
}
