import { BatchFile } from '../../captions/batch-file.ts'
import type { Caption } from '../../captions/caption.ts'
import { ImageError } from '../../errors/image-error.ts'
import type { PreparedImage } from '../../images/prepared-image.ts'
import { imageEdges } from '../../providers/cost-model.ts'
import type { DescribeRequest, Provider } from '../../providers/provider.ts'
import { heardBeside } from '../../rules/purpose/heard-beside.ts'
import type { Allowance } from '../attempt/allowance.ts'
import { type Answer, askAbout, membersAfter } from './ask.ts'
import type { CaptionerParts } from '../captioner-parts.ts'
import { type Costs, createCosts } from '../attempt/costs.ts'
import type { Later } from '../later.ts'
import { linkTitle as linkTitleOf } from '../look-up/link-name.ts'
import { lookUp, published } from '../look-up/look-up.ts'
import { keepingDescription, newCaption } from './new-caption.ts'
import { namesOfPage, usesOfAnswer } from './one-page.ts'
import { createSecondLook } from '../answer/look-again.ts'
import { type Outcome, left } from '../outcome.ts'
import { isDecided, publicationOf } from '../look-up/publish.ts'
import { createRateControl } from '../attempt/rate-control.ts'
import { placesOf } from '../subject/recorded-places.ts'
import type { Recorder } from '../report.ts'
import { requestFor } from '../request/request.ts'
import { type Subject, leftFor } from '../subject/subject.ts'
import { withTranslation } from '../request/translation.ts'
import { createVoice, withVoice } from '../request/voice.ts'
import { Turns } from './turns.ts'

/** The part of the captioner that asks. */
export interface Asking {
  /** Scales an image down for a model. Throws an `ImageError`. */
  prepare(this: void, subject: Subject): Promise<PreparedImage>
  /** See `Turns.meet`. */
  meet(this: void, subjects: readonly Subject[]): void
  /** See `Turns.outcomeOf`. */
  outcomeOf(this: void, group: readonly Subject[]): Promise<Outcome | undefined> | undefined
  /**
   * Asks about one image for all the uses that share its key, at most once in a run; once more for the other pages when
   * an answer uses a name that only its page gives.
   */
  about(
    this: void,
    group: readonly Subject[],
    provider: Provider,
    later?: Later
  ): Promise<ReadonlyMap<Subject, Outcome>>
  /** Whether the answer for a key is on its way, in a batch. */
  isOnItsWay(this: void, key: string): Promise<boolean>
  /** Most requests at a time. */
  readonly limit: number
}

/** Makes the asking part of a captioner: rate control and outcomes are shared by all calls. */
export function createAsking(parts: CaptionerParts, allowance: Allowance, recorder: Recorder): Asking {
  const { captions, dryRun, images, options } = parts
  const inFlight = new BatchFile(options.captions, options.root)
  /** For what there is without asking. */
  const settings = { ...options, images, captions, links: parts.links, canAsk: false }
  const limit = Math.min(options.concurrency ?? parts.provider?.concurrency ?? 8, 64)
  const rate = createRateControl(limit, { plans: parts.provider?.plans })
  const turns = new Turns()

  /** By the id that the provider has now: one that looks its model up learns it with the first request. */
  const costsOf = (provider: Provider): Costs => createCosts(provider, options.prices)
  const secondLook = createSecondLook(parts.verifier, costsOf)
  const voice = options.voice && options.context ? createVoice(parts) : undefined

  async function prepare({ image, name }: Subject): Promise<PreparedImage> {
    if (!image) throw new ImageError('not-found', name, `${name} cannot be read.`)
    return await images.prepare(image, parts.provider && imageEdges(parts.provider))
  }

  async function ask(
    group: readonly Subject[],
    provider: Provider,
    later: Later | undefined
  ): Promise<Outcome> {
    const [subject] = group as readonly [Subject]
    try {
      if (await inFlight.has(subject.key)) return await onItsWay(subject)
      const image = await prepare(subject)
      const linkTitle = (await linkTitleOf(subject, parts.links))?.title
      const isForAlone = group.some(({ use }) => heardBeside(use) === undefined)
      const plain = requestFor(subject, image, { ...options, linkTitle, isForAlone })
      const request = await withTranslation(await withVoice(plain, subject, voice), subject, parts)
      if (dryRun) return wouldAsk(subject, request, provider)
      const answer = later
        ? await putOff(group, request, provider, later)
        : await answerFor(subject, request, provider)
      if (answer === 'later') return await onItsWay(subject)
      if (answer.kind !== 'none' || answer.reason === 'unsure') {
        return await store(usesOfAnswer(group, answer, turns.otherPages(subject), options), answer)
      }
      if (answer.reason === 'refusal') {
        const outcome = await store(group, answer)
        const isLast = membersAfter(provider, answer.provider).length === 0
        if (outcome.kind === 'filled' || isLast) return outcome
        return {
          ...outcome,
          message: `${outcome.message} A refusal stands: the others in the list were not asked.`
        }
      }
      const { key, name } = subject
      return (await former(subject)) ?? left(name, answer.reason, `${name}: ${answer.message}`, key)
    } catch (error) {
      return leftFor(error, subject)
    }
  }

  async function putOff(
    group: readonly Subject[],
    request: DescribeRequest,
    provider: Provider,
    later: Later
  ): Promise<Answer | 'later'> {
    const [subject] = group as readonly [Subject]
    const askNow = (asked: DescribeRequest): Promise<Answer> => answerFor(subject, asked, provider)
    // Never settled: what is on its way counts against the budget as what is being asked does.
    const reserve = (): Answer | undefined => {
      const halt = allowance.take()
      return halt && { kind: 'none', ...halt }
    }
    const names = namesOfPage(subject, turns.otherPages(subject), options)
    const item = { key: subject.key, ...placesOf(group), request, ...(names && { names }) }
    return await later.take(item, { askNow, reserve })
  }

  /** In a batch that is not collected yet. */
  async function onItsWay(subject: Subject): Promise<Outcome> {
    const { key, name } = subject
    const message = `The description of ${name} is on its way in a batch. Run \`auto-alt batch collect\` when it is there.`
    return (await former(subject)) ?? left(name, 'in-batch', message, key)
  }

  async function answerFor(subject: Subject, request: DescribeRequest, provider: Provider): Promise<Answer> {
    if (allowance.halt) return { kind: 'none', ...allowance.halt }
    const { fullStop, maxLength, retries } = options
    const style = { maxLength, fullStop, language: subject.language }
    const onSend = (): void => recorder.sent(subject.key)
    // One for each image: a signal that lives as long as the run would gather listeners.
    const { signal } = new AbortController()
    const costs = costsOf(provider)
    const shared = { rate, allowance, retries, signal, onSend }
    const answer = await askAbout(request, { ...shared, provider, costs, style })
    return await secondLook.at(answer, request, shared)
  }

  /**
   * Keeps an answer. A caption that is fit for a page gives way only to another that is, and what a person decided
   * meanwhile to none.
   */
  async function store(group: readonly Subject[], answer: Answer): Promise<Outcome> {
    const [subject] = group as readonly [Subject]
    const { key } = subject
    const isFit = (caption: Caption): boolean => publicationOf(caption, options).kind === 'fill'
    const stored = await captions.get(key)
    const caption = keepingDescription(newCaption(group, answer), stored)
    if (stored && (isDecided(stored) || (isFit(stored) && !isFit(caption))))
      return published(subject, { key, caption: stored }, settings, [])
    if (answer.kind !== 'none') recorder.described(key, isFit(caption))
    await captions.set(key, caption)
    const outcome = published(subject, { key, caption }, settings, [])
    const remark = answer.kind === 'caption' ? answer.remark : undefined
    if (outcome.kind === 'left')
      return remark === undefined ? outcome : { ...outcome, message: `${outcome.message} ${remark}` }
    if (remark !== undefined) parts.log.warn(`${subject.name}: ${remark}`)
    return { ...outcome, source: 'model' }
  }

  /** What was stored before: named beats nameless. */
  async function former(subject: Subject): Promise<Outcome | undefined> {
    const found = await lookUp(subject, settings)
    return found?.outcome.kind === 'filled' ? found.outcome : undefined
  }

  function wouldAsk(subject: Subject, request: DescribeRequest, provider: Provider): Outcome {
    const { key, name, use } = subject
    const { bytes, height, width } = request.image
    const { tokens, usd } = secondLook.withLook(costsOf(provider).estimate(request), request)
    recorder.wouldAsk({
      image: name,
      page: use.page.name,
      size: [width, height],
      bytes: bytes.byteLength,
      tokens,
      ...(usd !== undefined && { usd })
    })
    return left(name, 'dry-run', `${name} would be described by ${provider.id}.`, key)
  }

  return {
    prepare,
    limit,
    isOnItsWay: (key) => inFlight.has(key),
    meet: (subjects) => turns.meet(subjects),
    outcomeOf: (group) => turns.outcomeOf(group),
    about: (group, provider, later) => turns.about(group, (open) => ask(open, provider, later))
  }
}
