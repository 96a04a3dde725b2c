import type { Caption } from '../captions/caption.ts'
import { ImageError } from '../errors/image-error.ts'
import type { PreparedImage } from '../images/prepared-image.ts'
import { estimateTokens } from '../providers/estimate-tokens.ts'
import type { Provider } from '../providers/provider.ts'
import type { Allowance } from './allowance.ts'
import { type Answer, askAbout } from './ask.ts'
import type { CaptionerParts } from './captioner-parts.ts'
import { lookUp, published } from './look-up.ts'
import { newCaption } from './new-caption.ts'
import { type Outcome, left } from './outcome.ts'
import { publicationOf } from './publish.ts'
import { createRateControl } from './rate-control.ts'
import type { Recorder } from './report.ts'
import { requestFor } from './request.ts'
import type { Subject } from './subject.ts'

/** The part of the captioner that asks. */
export interface Asking {
  /** Scales an image down for a model. Throws an `ImageError`. */
  prepare(this: void, subject: Subject): Promise<PreparedImage>
  /** The outcome for a key that was asked about in this run, or is being asked about. */
  outcomeOf(key: string): Promise<Outcome> | undefined
  /** Asks about one image for all the uses that share its key, at most once in a run. */
  about(group: readonly Subject[], provider: Provider): Promise<Outcome>
  /** Most requests at a time. */
  readonly limit: number
}

/** Makes the asking part of a captioner: rate control and outcomes are shared by all calls. */
export function createAsking(parts: CaptionerParts, allowance: Allowance, recorder: Recorder): Asking {
  const { captions, dryRun, images, options } = parts
  /** For what there is without asking. */
  const settings = { ...options, images, captions, canAsk: false }
  const limit = Math.min(options.concurrency ?? parts.provider?.concurrency ?? 8, 64)
  const rate = createRateControl(limit)
  /**
   * Kept to the end of the run, failures too: a look-up that began before an answer was stored and ends after it must
   * not lead to a second request, nor must each page on which an image stands try a server anew that does not answer.
   */
  const outcomes = new Map<string, Promise<Outcome>>()

  async function prepare({ image, name }: Subject): Promise<PreparedImage> {
    if (!image) throw new ImageError('not-found', name, `${name} cannot be read.`)
    return await images.prepare(image)
  }

  async function ask(group: readonly Subject[], provider: Provider): Promise<Outcome> {
    const [subject] = group as readonly [Subject]
    try {
      const image = await prepare(subject)
      if (dryRun) return wouldAsk(subject, image, provider)
      const answer = await answerFor(subject, image, provider)
      if (answer.kind !== 'none' || answer.reason === 'refusal') return await store(group, answer)
      const { key, name } = subject
      return (await former(subject)) ?? left(name, answer.reason, `${name}: ${answer.message}`, key)
    } catch (error) {
      return leftFor(error, subject)
    }
  }

  async function answerFor(subject: Subject, image: PreparedImage, provider: Provider): Promise<Answer> {
    if (allowance.halt) return { kind: 'none', ...allowance.halt }
    const { fullStop, maxLength, retries } = options
    const style = { maxLength, fullStop, language: subject.language }
    const onSend = (): void => recorder.sent(subject.key)
    // One for each image: a signal that lives as long as the run would gather listeners.
    const { signal } = new AbortController()
    const request = requestFor(subject, image, options)
    return await askAbout(request, { provider, rate, allowance, style, retries, signal, onSend })
  }

  /** Keeps an answer. A caption that is fit for a page gives way only to another that is. */
  async function store(group: readonly Subject[], answer: Answer): Promise<Outcome> {
    const [subject] = group as readonly [Subject]
    const { key } = subject
    const isFit = (caption: Caption): boolean => publicationOf(caption, options).kind === 'fill'
    const caption = newCaption(group, answer)
    const stored = await captions.get(key)
    if (stored && isFit(stored) && !isFit(caption))
      return published(subject, { key, caption: stored }, settings, [])
    if (answer.kind !== 'none') recorder.described(key, isFit(caption))
    await captions.set(key, caption)
    const outcome = published(subject, { key, caption }, settings, [])
    return outcome.kind === 'filled' ? { ...outcome, source: 'model' } : outcome
  }

  /** What was stored before: named beats nameless. */
  async function former(subject: Subject): Promise<Outcome | undefined> {
    const found = await lookUp(subject, settings)
    return found?.outcome.kind === 'filled' ? found.outcome : undefined
  }

  function wouldAsk({ key, name, use }: Subject, image: PreparedImage, provider: Provider): Outcome {
    const { bytes, height, width } = image
    const tokens = estimateTokens(provider.id, image)
    recorder.wouldAsk({
      image: name,
      page: use.page.name,
      size: [width, height],
      bytes: bytes.byteLength,
      tokens
    })
    return left(name, 'dry-run', `${name} would be described by ${provider.id}.`, key)
  }

  return {
    prepare,
    limit,
    outcomeOf: (key) => outcomes.get(key),
    about(group, provider) {
      const key = group[0]?.key ?? ''
      const known = outcomes.get(key)
      if (known) return known
      const outcome = ask(group, provider)
      outcomes.set(key, outcome)
      return outcome
    }
  }
}

/** An image that cannot be read or prepared is left and named; anything else ends the run. */
export function leftFor(error: unknown, { key, name }: Subject): Outcome {
  if (!ImageError.isInstance(error)) throw error
  return left(name, error.code, error.message, key)
}
