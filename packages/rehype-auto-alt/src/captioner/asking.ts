import { ImageError } from '../errors/image-error.ts'
import type { PreparedImage } from '../images/prepared-image.ts'
import { estimateTokens } from '../providers/estimate-tokens.ts'
import type { Provider } from '../providers/provider.ts'
import type { Allowance } from './allowance.ts'
import { askAbout } from './ask.ts'
import type { CaptionerParts } from './captioner-parts.ts'
import { published } from './look-up.ts'
import { newCaption } from './new-caption.ts'
import { type Outcome, left } from './outcome.ts'
import { createRateControl } from './rate-control.ts'
import type { Recorder } from './report.ts'
import { requestFor } from './request.ts'
import type { Subject } from './subject.ts'

/** The part of the captioner that asks. */
export interface Asking {
  /** Scales an image down for a model. Throws an `ImageError`. */
  prepare(subject: Subject): Promise<PreparedImage>
  /** The pending outcome for a key that is being asked about. */
  pending(key: string): Promise<Outcome> | undefined
  /** Asks about one image for all the uses that share its key; two calls for one key share one request. */
  about(group: readonly Subject[], provider: Provider): Promise<Outcome>
  /** Most images to work on at a time. */
  readonly limit: number
}

/** Makes the asking part of a captioner: rate control and requests under way are shared by all calls. */
export function createAsking(parts: CaptionerParts, allowance: Allowance, recorder: Recorder): Asking {
  const { captions, dryRun, images, options } = parts
  const limit = Math.min(options.concurrency ?? parts.provider?.concurrency ?? 8, 64)
  const rate = createRateControl(limit)
  const underWay = new Map<string, Promise<Outcome>>()

  async function prepare({ image, name }: Subject): Promise<PreparedImage> {
    if (!image) throw new ImageError('not-found', name, `${name} cannot be read.`)
    return await images.prepare(image)
  }

  async function ask(group: readonly Subject[], provider: Provider): Promise<Outcome> {
    const [subject] = group as readonly [Subject]
    const { key, language, name } = subject
    try {
      const image = await prepare(subject)
      if (dryRun) return wouldAsk(subject, image, provider)
      if (allowance.halt) return left(name, allowance.halt.reason, allowance.halt.message, key)
      const { fullStop, maxLength, retries } = options
      const answer = await askAbout(requestFor(subject, image, options), {
        provider,
        rate,
        allowance,
        style: { maxLength, fullStop, language },
        retries,
        signal: new AbortController().signal
      })
      if (answer.kind === 'none' && answer.reason !== 'refusal') {
        recorder.asked(key, 'none')
        return left(name, answer.reason, `${name}: ${answer.message}`, key)
      }
      const caption = newCaption(group, answer, provider.id)
      await captions.set(key, caption)
      const outcome = published(subject, caption, options, [])
      recorder.asked(key, outcome.kind === 'filled' ? 'generated' : answer.kind === 'none' ? 'none' : 'flagged')
      return outcome.kind === 'filled' ? { ...outcome, source: 'model' } : outcome
    } catch (error) {
      return leftFor(error, subject)
    }
  }

  function wouldAsk({ key, name, use }: Subject, image: PreparedImage, provider: Provider): Outcome {
    const { bytes, height, width } = image
    const tokens = estimateTokens(provider.id, image)
    recorder.wouldAsk({ image: name, page: use.page.name, size: [width, height], bytes: bytes.byteLength, tokens })
    return left(name, 'dry-run', `${name} would be described by ${provider.id}.`, key)
  }

  return {
    prepare,
    limit,
    pending: (key) => underWay.get(key),
    about(group, provider) {
      const key = group[0]?.key ?? ''
      const pending = underWay.get(key)
      if (pending) return pending
      const asking = ask(group, provider).finally(() => underWay.delete(key))
      underWay.set(key, asking)
      return asking
    }
  }
}

/** An image that cannot be read or prepared is left and named; anything else ends the run. */
export function leftFor(error: unknown, { key, name }: Subject): Outcome {
  if (!ImageError.isInstance(error)) throw error
  return left(name, error.code, error.message, key)
}
