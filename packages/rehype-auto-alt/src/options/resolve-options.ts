import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'

import type { RuleLevels } from '../rules/findings/audit-rules.ts'
import { reduceLanguage } from '../rules/language.ts'
import type { CaptionsOption } from './captions-option.ts'
import { loadConfig } from './config-file.ts'
import type { DevOption, Options } from './options.ts'
import { projectRoot } from './project-root.ts'
import { checkOptions } from './schema.ts'

/**
 * What a run is for. A `build` (plugins, adapters, `fill`) is frozen in CI and never asks because a key happens to
 * lie around; `ask` (`generate`, `caption`) exists to ask.
 */
export type RunKind = 'build' | 'ask'

/** Where a run takes place. */
export interface Surroundings {
  /** Working folder. */
  readonly cwd: string
  readonly env: Readonly<Record<string, string | undefined>>
  readonly kind: RunKind
}

/** Options with every default filled in and every path absolute. */
export interface ResolvedOptions {
  readonly root: string
  readonly publicDirs: readonly string[]
  readonly roots: readonly string[]
  readonly base: string
  readonly captions: CaptionsOption
  readonly provider: NonNullable<Options['provider']>
  readonly model: string | undefined
  readonly baseURL: string | undefined
  /** False when `baseURL` stands in a JSON config file, which is data: such an address gets no key. */
  readonly baseURLTrusted: boolean
  readonly apiKey: string | undefined
  readonly billTo: string | undefined
  readonly stream: boolean
  readonly frozen: boolean
  readonly publish: 'clean' | 'approved' | 'all'
  readonly maxLength: number
  readonly fullStop: boolean
  readonly emptyAlt: 'auto' | 'decorative' | 'missing'
  readonly decorative: 'propose' | 'accept'
  readonly language: string
  readonly languageIsDefault: boolean
  readonly context: boolean
  readonly voice: boolean
  readonly verify: NonNullable<Options['verify']>
  readonly contextKey: 'image' | 'page'
  readonly onMissing: 'warn' | 'error' | 'ignore'
  readonly include: readonly string[]
  readonly exclude: readonly string[]
  readonly components: readonly string[]
  readonly remote: { readonly allow: readonly string[]; readonly private: readonly string[] }
  /** How words in pictures are read; `false` for not at all. */
  readonly ocr: false | { readonly languages: readonly string[]; readonly confidence: number }
  readonly localOnly: boolean
  readonly budget: { readonly requests: number; readonly tokens: number; readonly usd: number }
  readonly prices: NonNullable<Options['prices']>
  readonly batch: NonNullable<Options['batch']>
  /** The same as `baseURLTrusted`, for `batch.baseURL`. */
  readonly batchTrusted: boolean
  readonly concurrency: number | undefined
  readonly retries: number
  readonly provenance: boolean
  readonly social: boolean
  readonly longDescription: 'describedby' | 'details' | false
  readonly prompt: Options['prompt']
  readonly dev: {
    /** What pages get in a dev server; `false` for nothing. */
    readonly mode: 'stored' | 'generate' | false
    /** Other machines may write through the toolbar. */
    readonly lan: boolean
  }
  readonly ssr: boolean
  readonly rules: RuleLevels
  readonly kind: RunKind
}

/**
 * Joins inline options with the config file and the environment.
 *
 * @throws OptionError for anything unknown or of the wrong type.
 */
export async function resolveOptions(inline: Options, surroundings: Surroundings): Promise<ResolvedOptions> {
  const given = checkOptions(inline, 'the options given')
  const folder =
    given.root === undefined ? projectRoot(surroundings.cwd) : resolve(surroundings.cwd, given.root)
  const file = given.config === false ? undefined : await loadConfig(folder)
  const options: Options = { ...file?.options, ...withoutUndefined(given) }
  // An inline `root` is the folder itself; one in the config file counts from the file.
  const root = given.root === undefined ? resolve(folder, options.root ?? '.') : folder
  const publicDirs = publicFolders(root, options.publicDir)
  const isCI = !['', '0', 'false', undefined].includes(surroundings.env['CI']?.toLowerCase())
  return Object.freeze({
    root,
    publicDirs,
    roots: options.roots?.map((path) => resolve(root, path)) ?? [root, ...publicDirs],
    base:
      options.base === undefined || options.base.endsWith('/') ? (options.base ?? '/') : `${options.base}/`,
    captions: options.captions ?? 'alt-text.json',
    provider: options.provider ?? 'auto',
    model: options.model,
    baseURL: options.baseURL,
    baseURLTrusted: given.baseURL !== undefined || file?.options.baseURL === undefined || file.isCode,
    apiKey: options.apiKey,
    billTo: options.billTo,
    stream: options.stream ?? false,
    frozen: options.frozen ?? (surroundings.kind === 'build' && isCI),
    publish: options.publish ?? 'clean',
    maxLength: options.maxLength ?? 120,
    fullStop: options.fullStop ?? false,
    emptyAlt: options.emptyAlt ?? 'auto',
    decorative: options.decorative ?? 'propose',
    language: reduceLanguage(options.language ?? 'en') ?? 'en',
    languageIsDefault: options.language === undefined,
    context: options.context ?? true,
    voice: options.voice ?? true,
    verify: options.verify ?? false,
    contextKey: options.contextKey ?? 'image',
    onMissing: options.onMissing ?? 'warn',
    include: options.include ?? [],
    exclude: options.exclude ?? [],
    components: options.components ?? [],
    remote: { allow: options.remote?.allow ?? [], private: options.remote?.private ?? [] },
    ocr: characterReading(options),
    localOnly: options.localOnly ?? false,
    budget: {
      requests: options.budget?.requests ?? Infinity,
      tokens: options.budget?.tokens ?? Infinity,
      usd: options.budget?.usd ?? Infinity
    },
    prices: { ...file?.options.prices, ...given.prices },
    batch: options.batch ?? {},
    batchTrusted: given.batch !== undefined || file?.options.batch === undefined || file.isCode,
    concurrency: options.concurrency,
    retries: options.retries ?? 3,
    provenance: options.provenance ?? false,
    social: options.social ?? false,
    longDescription: options.longDescription ?? false,
    prompt: options.prompt,
    dev: devServer(options.dev),
    ssr: options.ssr ?? false,
    rules: { ...file?.options.rules, ...given.rules },
    kind: surroundings.kind
  })
}

function publicFolders(root: string, option: Options['publicDir']): string[] {
  if (option === undefined) {
    return ['public', 'static'].map((name) => join(root, name)).filter((path) => existsSync(path))
  }
  return (typeof option === 'string' ? [option] : option).map((path) => resolve(root, path))
}

function devServer(option: DevOption = 'stored'): ResolvedOptions['dev'] {
  if (typeof option !== 'object') return { mode: option, lan: false }
  return { mode: option.mode ?? 'stored', lan: option.lan ?? false }
}

function characterReading({ language = 'en', ocr = false }: Options): ResolvedOptions['ocr'] {
  if (ocr === false) return false
  const { confidence = 0.7, languages = [language] } = ocr === true ? {} : ocr
  return { languages, confidence }
}

function withoutUndefined(options: Options): Options {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined))
}
