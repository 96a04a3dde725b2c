import type { CaptionStore } from '../captions/caption-store.ts'
import type { Caption } from '../captions/caption.ts'
import { ImageError } from '../errors/image-error.ts'
import type { ImageLibrary } from '../images/image-library.ts'
import type { PreparedImage } from '../images/prepared-image.ts'
import type { ResolvedOptions } from '../options/resolve-options.ts'
import { estimateTokens } from '../providers/estimate-tokens.ts'
import { PROMPT_VERSION } from '../providers/prompt.ts'
import type { Provider } from '../providers/provider.ts'
import type { ImageUse } from '../rules/image-use.ts'
import { createAllowance } from './allowance.ts'
import { type Answer, askAbout } from './ask.ts'
import { type CaptionAllOptions, type Captioner } from './captioner.ts'
import { imageFilter } from './image-filter.ts'
import type { Log } from './log.ts'
import { filled, lookUp, published } from './look-up.ts'
import { createNotice } from './notice.ts'
import type { Outcome } from './outcome.ts'
import { createRateControl } from './rate-control.ts'
import { createRecorder } from './report.ts'
import { requestFor } from './request.ts'
import { type Subject, identify } from './subject.ts'

/** What a captioner is made of. */
export interface CaptionerParts {
  readonly images: ImageLibrary
  readonly captions: CaptionStore
  /** Whom to ask; absent when nobody is to be asked. */
  readonly provider: Provider | undefined
  /** Why nobody is asked and what to set, for messages. */
  readonly noProvider: string
  readonly options: ResolvedOptions
  readonly log: Log
  /** Say what would be asked instead of asking. */
  readonly dryRun?: boolean
  /** Ask again for stored captions that nobody reviewed: all of them, or those with problems. */
  readonly refresh?: 'generated' | 'flagged'
}

const readersAtOnce = 8

/** Makes the captioner that a whole run shares. */
export function createCaptioner(parts: CaptionerParts): Captioner {
  const { captions, images, options, provider } = parts
  const limit = Math.min(options.concurrency ?? provider?.concurrency ?? 8, 64)
  const rate = createRateControl(limit)
  const allowance = createAllowance(options.budget)
  const recorder = createRecorder()
  const notice = createNotice(parts)
  const inFlight = new Map<string, Promise<Outcome>>()
  const canAsk = provider !== undefined && !options.frozen
  const identifySettings = { ...options, images, captions, isExcluded: imageFilter(options) }
  const lookUpSettings = { ...options, images, captions, canAsk: canAsk && options.kind === 'ask' }

  async function captionAll(
    uses: readonly ImageUse[],
    { onProgress }: CaptionAllOptions = {}
  ): Promise<readonly Outcome[]> {
    const outcomes = new Map<ImageUse, Outcome>()
    const groups = new Map<string, Subject[]>()
    const identified = await mapLimit(inPageOrder(uses), readersAtOnce, (use) => identify(use, identifySettings))
    for (const result of identified) {
      if (!('use' in result)) continue
      const group = groups.get(result.key)
      if (group) group.push(result)
      else groups.set(result.key, [result])
    }
    for (const [index, use] of inPageOrder(uses).entries()) {
      const result = identified[index]
      if (result && !('use' in result)) outcomes.set(use, result)
    }
    const open: Subject[][] = []
    let done = 0
    const finish = (group: readonly Subject[], outcome: Outcome): void => {
      for (const { use } of group) outcomes.set(use, outcome)
      const [first] = group
      if (first?.image) images.release(first.image)
      onProgress?.({ done: ++done, total: groups.size, requests: allowance.requests })
    }
    await mapLimit([...groups.values()], readersAtOnce, async (group) => {
      const outcome = await withoutAsking(group)
      if (outcome) finish(group, outcome)
      else open.push(group)
    })
    // Finished in any order; asked in page order, so that each caption's context is the same on every machine.
    open.sort((one, other) => byPage(one[0]?.use, other[0]?.use))
    await notice.before(open.flatMap(([subject]) => subject ?? []), prepare)
    await mapLimit(open, limit + readersAtOnce, async (group) => finish(group, await byAsking(group)))
    return uses.map((use) => {
      const outcome = outcomes.get(use) ?? forgotten(use)
      recorder.note(use, outcome)
      return outcome
    })
  }

  async function withoutAsking([subject]: readonly Subject[]): Promise<Outcome | undefined> {
    if (!subject) return undefined
    const pending = inFlight.get(subject.key)
    if (pending) return pending
    try {
      if (canAsk && parts.refresh && (await isToRefresh(subject, parts.refresh))) return undefined
      const found = await lookUp(subject, lookUpSettings)
      if (found?.toStore && !options.frozen && !parts.dryRun) {
        await captions.set(found.toStore.key, found.toStore.caption)
      }
      if (found) return found.outcome
    } catch (error) {
      return failed(subject, error)
    }
    if (options.frozen) return left(subject, 'frozen', `No caption is stored for ${subject.name}, and this run is frozen. Run \`auto-alt generate\` and commit the captions file.`)
    if (!provider) return left(subject, 'no-provider', `No caption is stored for ${subject.name}. ${parts.noProvider}`)
    return undefined
  }

  async function isToRefresh(subject: Subject, which: 'generated' | 'flagged'): Promise<boolean> {
    const caption = await captions.get(subject.key)
    if (!caption || caption.origin !== 'model') return false
    const isFlagged = caption.problems.length > 0
    return isFlagged || (which === 'generated' && caption.status === 'generated')
  }

  function byAsking(group: readonly Subject[]): Promise<Outcome> {
    const key = group[0]?.key ?? ''
    const pending = inFlight.get(key)
    if (pending) return pending
    const asking = askForGroup(group).finally(() => inFlight.delete(key))
    inFlight.set(key, asking)
    return asking
  }

  async function askForGroup(group: readonly Subject[]): Promise<Outcome> {
    const [subject] = group
    if (!subject?.image || !provider) return forgotten(subject?.use)
    try {
      const image = await prepare(subject)
      if (parts.dryRun) return wouldAsk(subject, image)
      const { halt } = allowance
      if (halt) return left(subject, halt.reason, halt.message)
      const style = { maxLength: options.maxLength, fullStop: options.fullStop, language: subject.language }
      const { signal } = new AbortController()
      const request = requestFor(subject, image, options)
      const answer = await askAbout(request, { provider, rate, allowance, style, retries: options.retries, signal })
      return await settle(group, answer)
    } catch (error) {
      return failed(subject, error)
    }
  }

  async function prepare(subject: Subject): Promise<PreparedImage> {
    if (!subject.image) throw new ImageError('not-found', subject.name, `${subject.name} cannot be read.`)
    return images.prepare(subject.image)
  }

  function wouldAsk(subject: Subject, image: PreparedImage): Outcome {
    recorder.wouldAsk({
      image: subject.name,
      page: subject.use.page.name,
      size: [image.width, image.height],
      bytes: image.bytes.byteLength,
      tokens: estimateTokens(provider?.id ?? '', image)
    })
    return left(subject, 'dry-run', `${subject.name} would be described by ${provider?.id ?? 'nobody'}.`)
  }

  async function settle(group: readonly Subject[], answer: Answer): Promise<Outcome> {
    const [subject] = group as [Subject]
    if (answer.kind === 'none' && answer.reason !== 'refusal') {
      recorder.asked(subject.key, 'none')
      return left(subject, answer.reason, `${subject.name}: ${answer.message}`)
    }
    const caption = captionFrom(group, answer)
    await captions.set(subject.key, caption)
    const outcome = published(subject, caption, options, [])
    recorder.asked(subject.key, outcome.kind === 'filled' ? 'generated' : 'flagged')
    if (outcome.kind === 'left') return outcome
    return filled(subject, outcome.alt, 'model', 'model', caption.problems)
  }

  function captionFrom(group: readonly Subject[], answer: Answer): Caption {
    const [subject] = group as [Subject]
    const files = [...new Set(group.map(({ name }) => name))].sort()
    const model = provider?.id.replace(/^[^:]*:/u, '') ?? ''
    const record = { origin: 'model', model, prompt: PROMPT_VERSION, page: subject.use.page.name, files } as const
    if (answer.kind === 'caption') {
      return { alt: answer.text, status: 'generated', ...record, problems: answer.problems }
    }
    if (answer.kind === 'decorative') {
      return { alt: '', status: 'generated', ...record, problems: ['decorative-proposal'] }
    }
    // A refusal is kept as such, without its words: asking again would cost again and bring the same.
    return { alt: '', status: 'rejected', ...record, problems: ['refusal'] }
  }

  return {
    captionAll,
    report: () => recorder.report(allowance),
    async flush() {
      await captions.flush()
      await images.save()
    }
  }
}

function left(subject: Subject, reason: Extract<Outcome, { kind: 'left' }>['reason'], message: string): Outcome {
  return { kind: 'left', reason, message, image: subject.name, key: subject.key }
}

/** An image that cannot be read or prepared is left and named; an unreadable store ends the run. */
function failed(subject: Subject, error: unknown): Outcome {
  if (!ImageError.isInstance(error)) throw error
  return left(subject, error.code, error.message)
}

function forgotten(use: ImageUse | undefined): Outcome {
  const image = use?.sources[0] ?? 'image'
  return { kind: 'left', reason: 'failed', image, message: `${image} was not looked at. This is a bug in auto-alt.` }
}

function inPageOrder(uses: readonly ImageUse[]): ImageUse[] {
  return [...uses].sort(byPage)
}

function byPage(one: ImageUse | undefined, other: ImageUse | undefined): number {
  const [first, second] = [one?.page.name ?? '', other?.page.name ?? '']
  if (first !== second) return first < second ? -1 : 1
  return (one?.place?.offset ?? 0) - (other?.place?.offset ?? 0)
}

async function mapLimit<Item, Result>(
  items: readonly Item[],
  limit: number,
  map: (item: Item) => Promise<Result>
): Promise<Result[]> {
  const results: Result[] = []
  let next = 0
  const work = async (): Promise<void> => {
    while (next < items.length) {
      const index = next++
      results[index] = await map(items[index] as Item)
    }
  }
  await Promise.all(Array.from({ length: Math.min(limit, items.length) }, work))
  return results
}
