import { cacheFolder } from '../captions/cache-folder.ts'
import type { CaptionStore } from '../captions/caption-store.ts'
import { openCaptionStore } from '../captions/open-caption-store.ts'
import { createImageLibrary } from '../images/image-library.ts'
import type { ImportedImages } from '../images/imported-images.ts'
import type { Options } from '../options/options.ts'
import { projectEnvironment } from '../options/project-environment.ts'
import { type ResolvedOptions, type RunKind, resolveOptions } from '../options/resolve-options.ts'
import type { Provider } from '../providers/provider.ts'
import type { ImageUse } from '../rules/image-use.ts'
import type { CaptionAllOptions, Captioner } from './captioner.ts'
import type { CaptionerParts } from './captioner-parts.ts'
import { createCaptioner } from './create-captioner.ts'
import type { Log } from './log.ts'
import { type NoteSettings, createNotedAlternatives } from './request/noted-alternatives.ts'
import { openLinkTitles } from './open-link-titles.ts'
import { openProvider } from './open-provider.ts'
import type { Outcome } from './outcome.ts'
import type { Report } from './report.ts'

/** What a whole site shares: one captions store, one rate control, one account of what happened. */
export interface AutoAlt {
  /** Options in effect: inline ones, the config file's, defaults. Throws an `OptionError`. */
  options(): Promise<ResolvedOptions>
  /** See `Captioner.captionAll`. */
  captionAll(uses: readonly ImageUse[], options?: CaptionAllOptions): Promise<readonly Outcome[]>
  /**
   * Tells of images that pages show, before captions are asked for: the alternatives that people gave some of them serve
   * as examples of the site's voice. At once, and without any effect where nobody is asked.
   */
  note(uses: readonly ImageUse[], settings?: NoteSettings): void
  /** Brings new captions into the captions file. Call it when a run ends. */
  flush(): Promise<void>
  /** Flushes and lets go of connections, such as that of a shared store, which would keep a process alive. */
  close(): Promise<void>
  /** Flushes by itself once nothing was captioned for a moment. For hosts that do not say when they are done. */
  flushSoon(): void
  /** What happened so far. */
  report(): Promise<Report>
  /** The captions in use. What a person decides about one is brought in with `changeCaption`. */
  captions(): Promise<CaptionStore>
  /** Whether a provider is set and may be asked. */
  canAsk(): Promise<boolean>
  /** Who is asked; absent when nobody is. */
  provider(): Promise<Provider | undefined>
}

/** Where and what for a shared object is made. Adapters and the command line set these; a pipeline need not. */
export interface AutoAltSetting extends Pick<CaptionerParts, 'dryRun' | 'refresh'> {
  /** Default: the process's working folder. */
  readonly cwd?: string
  /** Default: `process.env`. A `.env` file in the root is read for what is not set here. */
  readonly env?: Environment
  /** Default: standard error. */
  readonly log?: Log
  /** `'build'` for plugins, adapters and `fill`; `'ask'` for what exists to ask. Default `'build'`. */
  readonly kind?: RunKind
  /** More folders that answer `/` and may be read, absolute: the folder of a built site. */
  readonly siteRoots?: readonly string[]
  /** Tells from which original the bundler made an image of a built page. Default: nothing is known. */
  readonly imports?: ImportedImages
}

type Environment = Readonly<Record<string, string | undefined>>

interface SetUp {
  readonly options: ResolvedOptions
  readonly captioner: Captioner
  readonly captions: CaptionStore
  readonly canAsk: boolean
  readonly provider: Provider | undefined
}

const toStandardError: Log = {
  info: (message) => void process.stderr.write(`auto-alt: ${message}\n`),
  warn: (message) => void process.stderr.write(`auto-alt: ${message}\n`)
}

/**
 * Makes the object that a site's plugin instances, adapters and commands share. Nothing is read, opened or asked
 * before the first image.
 *
 * @throws OptionError later, from each method, when an option is unknown or of the wrong type.
 */
export function createAutoAlt(options: Options = {}, setting: AutoAltSetting = {}): AutoAlt {
  const { cwd = process.cwd(), env = process.env, kind = 'build', log = toStandardError } = setting
  const noted = createNotedAlternatives()
  let setUp: Promise<SetUp> | undefined
  let timer: NodeJS.Timeout | undefined

  async function open(): Promise<SetUp> {
    const resolved = await resolveOptions(options, { cwd, env, kind })
    const wholeEnv = await projectEnvironment(resolved.root, env)
    const cacheDir = cacheFolder(resolved.root, wholeEnv)
    const { frozen, root } = resolved
    const siteRoots = setting.siteRoots ?? []
    const folders = {
      root,
      publicDirs: [...siteRoots, ...resolved.publicDirs],
      roots: [...resolved.roots, ...siteRoots]
    }
    const images = createImageLibrary({
      ...folders,
      base: resolved.base,
      cacheDir,
      remote: resolved.remote,
      frozen,
      ...(setting.imports && { imports: setting.imports })
    })
    const captions = openCaptionStore(resolved.captions, {
      root,
      cacheDir,
      readOnly: frozen || setting.dryRun === true
    })
    const { notes, provider } = await openProvider(resolved, wholeEnv, log)
    const verifier =
      provider && resolved.verify !== false ? await verifierFor(resolved, wholeEnv, provider) : undefined
    if (provider && Number.isFinite(resolved.budget.usd)) {
      const { needPrices } = await import('./attempt/need-prices.ts')
      needPrices(provider, resolved.prices)
      if (verifier) needPrices(verifier, resolved.prices)
    }
    const captioner = createCaptioner({
      images,
      captions,
      links: openLinkTitles(folders, resolved),
      provider,
      verifier,
      noted,
      noProvider: notes.at(-1) ?? 'Set the option `provider` or AUTO_ALT_PROVIDER to have one made.',
      options: resolved,
      log,
      ...(setting.dryRun !== undefined && { dryRun: setting.dryRun }),
      ...(setting.refresh !== undefined && { refresh: setting.refresh })
    })
    for (const note of notes) log.info(note)
    return { options: resolved, captioner, captions, canAsk: provider !== undefined && !frozen, provider }
  }
  const ready = (): Promise<SetUp> => (setUp ??= open())

  const flush = async (): Promise<void> => {
    clearTimeout(timer)
    if (setUp) await (await setUp).captioner.flush()
  }

  const sayWhy = (error: unknown): void => log.warn(error instanceof Error ? error.message : String(error))

  return {
    options: async () => (await ready()).options,
    captionAll: async (uses, more) => (await ready()).captioner.captionAll(uses, more),
    note: (uses, more) => noted.note(uses, more),
    flush,
    async close() {
      clearTimeout(timer)
      if (setUp) await (await setUp).captioner.close()
    },
    flushSoon() {
      clearTimeout(timer)
      timer = setTimeout(() => void flush().catch(sayWhy), 250)
    },
    report: async () => (await ready()).captioner.report(),
    captions: async () => (await ready()).captions,
    canAsk: async () => (await ready()).canAsk,
    provider: async () => (await ready()).provider
  }
}

/** Most runs look at nothing again. */
async function verifierFor(
  options: ResolvedOptions,
  env: Environment,
  provider: Provider
): Promise<Provider | undefined> {
  const { openVerifier } = await import('./open-verifier.ts')
  return await openVerifier(options, env, provider)
}
