import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'

import type { Log } from '../captioner/log.ts'
import { createNotedAlternatives } from '../captioner/request/noted-alternatives.ts'
import { createVoice } from '../captioner/request/voice.ts'
import { cacheFolder } from '../captions/cache-folder.ts'
import { openCaptionStore } from '../captions/open-caption-store.ts'
import { writeAtomically } from '../captions/write-atomically.ts'
import { OptionError } from '../errors/option-error.ts'
import { createImageLibrary } from '../images/image-library.ts'
import type { ResolvedOptions } from '../options/resolve-options.ts'
import type { Environment } from '../providers/provider-settings.ts'
import type { ImageUse, Page } from '../rules/image-use.ts'
import type { CaseParts } from './answer-case.ts'
import { openAnswers } from './answers-file.ts'
import { askProvider } from './ask-provider.ts'
import { budgetShare } from './budget-share.ts'
import { type Described, casesOf } from './cases-of-uses.ts'
import { type Estimate, estimateFor } from './estimate.ts'
import type { EvalSample } from './eval-case.ts'
import { htmlReport } from './html/html-report.ts'
import { hasWords, wordsOfModels } from './human-words.ts'
import { openCandidates } from './open-providers.ts'
import { readSet } from './read-set.ts'
import { type EvalReport, printReport, reportOf } from './report.ts'
import { thumbnailsOf } from './thumbnails.ts'

/** How an evaluation is set up. */
export interface EvalSettings {
  readonly options: ResolvedOptions
  readonly env: Environment
  readonly log: Log
  /** What the pages show: images with and without an alternative. */
  readonly uses: readonly ImageUse[]
  /** A set of images instead of those of the pages. */
  readonly set?: Page
  /** Most images. `Infinity` for all. */
  readonly limit: number
  /** Folder of the report and of the answers that are kept. Absolute. */
  readonly out: string
  /** What former runs brought does not count. */
  readonly isFresh: boolean
  /** Says how far it is. */
  readonly say: (text: string) => void
}

/** What a dry run says. */
export interface Plan {
  readonly sample: EvalSample
  readonly estimates: readonly Estimate[]
}

/** An evaluation that is set up and may be planned or run. Nothing was asked yet. */
export interface Evaluation {
  readonly sample: EvalSample
  plan(): Promise<Plan>
  /** Asks, and writes the report. */
  run(): Promise<EvalResult>
}

/** What a run brought. */
export interface EvalResult {
  readonly report: EvalReport
  /** No provider served any request. */
  readonly isRefused: boolean
}

/** Chooses the images and opens the providers. Throws an `OptionError` where there is nothing to ask about. */
export async function openEvaluation(settings: EvalSettings): Promise<Evaluation> {
  const { env, isFresh, limit, log, options, out, say, set, uses } = settings
  const { root } = options
  const cacheDir = cacheFolder(root, env)
  const images = createImageLibrary({
    root,
    publicDirs: options.publicDirs,
    roots: [...options.roots, ...(set ? [dirname(set.file)] : [])],
    base: options.base,
    cacheDir,
    remote: options.remote
  })
  const captions = openCaptionStore(options.captions, { root, cacheDir, readOnly: true })
  const described = set ? await readSet(set, options.language) : describedBy(uses)
  say('Looking at images')
  const choice = { images, options, limit, ofModels: await wordsOfModels(captions) }
  const sample = await casesOf(described, choice)
  warnOf(sample.unusable, log)
  if (sample.cases.length === 0) throw nothingToAsk(sample, set)
  const candidates = await openCandidates(options, env, log)
  const answers = await openAnswers(join(out, 'answers.jsonl'), isFresh)
  const noted = createNotedAlternatives()
  noted.note(uses)
  const voice =
    options.voice && options.context ? createVoice({ captions, images, noted, options }) : undefined
  const shared = { images, options, answers, voice }
  const parts = candidates.map((candidate): CaseParts => ({ ...shared, ...candidate }))

  return {
    sample,
    async plan() {
      const estimates: Estimate[] = []
      for (const one of parts) estimates.push(await estimateFor(sample.cases, one))
      return { sample, estimates }
    },
    async run() {
      await makeFolder(out)
      const budget = budgetShare(options.budget, parts.length)
      const once = sayingOnce(log)
      const runs = []
      for (const one of parts) {
        const onProgress = (done: number): void =>
          say(`${one.provider.id}: ${done} of ${sample.cases.length} images`)
        runs.push(await askProvider(sample.cases, { ...one, budget, log: once, onProgress }))
      }
      say('Writing the report')
      const from = set ? 'set' : 'pages'
      const report = reportOf(sample, runs, { options, from, limit, date: new Date() })
      const thumbnails = await thumbnailsOf(sample.cases, images)
      await writeAtomically(join(out, 'report.json'), printReport(report))
      await writeAtomically(join(out, 'report.html'), htmlReport(report, thumbnails))
      await images.save()
      await captions.close?.()
      return { report, isRefused: runs.every((run) => run.isRefused) }
    }
  }
}

/** Most images that are named one by one. */
const mostNamed = 10

function warnOf(messages: readonly string[], log: Log): void {
  for (const message of messages.slice(0, mostNamed)) log.warn(message)
  const more = messages.length - mostNamed
  if (more > 0) log.warn(`… and ${more} more ${more === 1 ? 'image' : 'images'} that cannot be used.`)
}

/** What is said of the pages holds for each provider. */
function sayingOnce(log: Log): Log {
  const said = new Set<string>()
  return {
    info(message) {
      if (!said.has(message)) log.info(message)
      said.add(message)
    },
    warn: (message) => log.warn(message)
  }
}

function describedBy(uses: readonly ImageUse[]): Described[] {
  return uses.filter(hasWords).map((use) => ({
    use,
    references: [(use.alt ?? '').replace(/\s+/gu, ' ').trim()]
  }))
}

/** Kept out of git, and so out of what other commands read, until somebody wants it in. */
async function makeFolder(folder: string): Promise<void> {
  const isNew = (await mkdir(folder, { recursive: true })) !== undefined
  if (isNew) await writeFile(join(folder, '.gitignore'), '*\n')
}

function nothingToAsk({ alternatives, poor, unusable }: EvalSample, set: Page | undefined): OptionError {
  const found = `${alternatives} ${alternatives === 1 ? 'alternative' : 'alternatives'} found, ${poor} of them not good enough, ${unusable.length} of an image that cannot be used`
  const advice = set ? '' : ' Name pages that have some, or a set of images: --set set.jsonl.'
  return new OptionError(
    set ? 'set' : 'paths',
    `There is no image with a good human alternative: ${found}.${advice}`
  )
}
