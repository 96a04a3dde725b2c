import { captionOfAnswer, keepingDescription } from '../captioner/asking/new-caption.ts'
import { isDecided, publicationOf } from '../captioner/look-up/publish.ts'
import type { AgainRecord, BatchItem, BatchRecord } from '../captions/batch-record.ts'
import { parseCaptionKey } from '../captions/caption-key.ts'
import type { CaptionStore } from '../captions/caption-store.ts'
import type { Caption } from '../captions/caption.ts'
import type { ResolvedOptions } from '../options/resolve-options.ts'
import type { BatchResult, BatchState } from '../providers/batch/batch-provider.ts'
import { type BatchDesk, takerOf } from './desk.ts'
import { type Judgement, judge } from './judge.ts'
import { keyOfResult } from './key-of-result.ts'
import { namesInAnswer } from './name-sums.ts'
import { requestId } from './request-id.ts'

/** What collecting needs besides the desk. */
export interface CollectSettings {
  readonly desk: BatchDesk
  readonly captions: CaptionStore
  readonly options: Pick<ResolvedOptions, 'decorative' | 'fullStop' | 'publish'>
}

/** What came of one batch. */
export interface Collected {
  readonly batch: string
  readonly status: string
  readonly message?: string
  /** Images with a caption that is fit for a page. */
  readonly generated: number
  /** Images with a caption that a person has to look at first. */
  readonly flagged: number
  /** Images that the model declined to describe. */
  readonly refused: number
  /** Images that a person has written a caption for meanwhile, or that had a better one. */
  readonly kept: number
  /** Images whose answer cannot be used: the next batch asks again. */
  readonly again: number
  /** Images whose turn never came. */
  readonly notDone: number
  readonly inputTokens: number
  readonly outputTokens: number
}

/** What becomes of images, while their results come in. */
type Tally = { -readonly [Name in keyof Collected]: Collected[Name] }

/**
 * Brings the results of a batch into the captions file, if it is over; `undefined` when it is not. Interrupted, it
 * begins anew next time and comes to the same.
 */
export async function collect(
  record: BatchRecord,
  state: BatchState,
  settings: CollectSettings
): Promise<Collected | undefined> {
  const { captions, desk } = settings
  const { address, batch } = record
  if (!state.isOver || batch === undefined || address === undefined) return undefined
  const tally = emptyTally(batch, state)
  const { again: formers } = await desk.file.read()
  const open = new Map([...record.items.keys()].map((key) => [requestId(key), key]))
  const again = new Map<string, AgainRecord>()
  /** Worked on in this batch, so that what was known of earlier answers is of no use any more. */
  const settled = new Set<string>()
  for await (const { id, result } of takerOf(record, desk).results({ id: batch, address }, desk.signal)) {
    const key = open.get(id)
    const item = key === undefined ? undefined : record.items.get(key)
    if (key === undefined || !item || !open.delete(id)) continue
    count(tally, result)
    const judgement = await judgeFor(key, item, result, { record, settings, former: formers.get(key) })
    if (judgement.kind === 'again') again.set(key, judgement.again)
    if (judgement.kind === 'not-done') tally.notDone++
    else settled.add(key)
    if (judgement.kind === 'answer') {
      const name = await store(
        keyOfResult(key, item, result, judgement.answer),
        captionOfAnswer(placesOf(item), judgement.answer),
        settings
      )
      tally[name]++
    }
  }
  tally.again = again.size
  tally.notDone += open.size
  // Captions first: whoever ends between the two collects again.
  await captions.flush()
  await desk.file.change((document) => ({
    batches: document.batches.filter(({ name }) => name !== record.name),
    again: new Map([...[...document.again].filter(([key]) => !settled.has(key)), ...again])
  }))
  return tally
}

interface JudgingOf {
  readonly record: BatchRecord
  readonly settings: CollectSettings
  readonly former: AgainRecord | undefined
}

async function judgeFor(
  key: string,
  item: BatchItem,
  result: BatchResult['result'],
  { former, record, settings }: JudgingOf
): Promise<Judgement> {
  const { language = 'en', link } = parseCaptionKey(key) ?? {}
  const answer = result instanceof Error ? '' : result.text
  const { given } = namesInAnswer(key, item.names, answer)
  const isInformative = link === undefined && item.purpose !== 'button'
  const style = {
    maxLength: record.maxLength,
    fullStop: settings.options.fullStop,
    language,
    ...(given !== undefined && { given }),
    ...(!isInformative && { isControl: true })
  }
  return await judge(result, { style, isInformative, former, provider: record.provider })
}

/** Hours have passed since it was asked: what people wrote meanwhile stays. */
async function store(
  key: string,
  caption: Caption,
  { captions, options }: CollectSettings
): Promise<'generated' | 'flagged' | 'refused' | 'kept'> {
  const isFit = (one: Caption): boolean => publicationOf(one, options).kind === 'fill'
  const stored = await captions.get(key)
  if (stored && (isDecided(stored) || (isFit(stored) && !isFit(caption)))) return 'kept'
  await captions.set(key, keepingDescription(caption, stored))
  if (caption.status === 'rejected') return 'refused'
  return isFit(caption) ? 'generated' : 'flagged'
}

function placesOf({ files, page }: BatchItem): Pick<Caption, 'page' | 'files'> {
  return { files, ...(page !== undefined && { page }) }
}

function emptyTally(batch: string, { message, status }: BatchState): Tally {
  const none = { generated: 0, flagged: 0, refused: 0, kept: 0, again: 0, notDone: 0 }
  return {
    batch,
    status,
    ...(message !== undefined && { message }),
    ...none,
    inputTokens: 0,
    outputTokens: 0
  }
}

function count(tally: Tally, result: BatchResult['result']): void {
  if (result instanceof Error) return
  tally.inputTokens += result.usage.inputTokens ?? 0
  tally.outputTokens += result.usage.outputTokens ?? 0
}
