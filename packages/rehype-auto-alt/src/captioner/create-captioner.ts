import pMap from 'p-map'

import type { ImageUse } from '../rules/image-use.ts'
import { createAllowance } from './attempt/allowance.ts'
import type { Asking } from './asking/asking.ts'
import { atThisPlace } from './look-up/at-this-place.ts'
import type { Captioner, CaptionAllOptions } from './captioner.ts'
import type { CaptionerParts } from './captioner-parts.ts'
import { groupBy } from './group-by.ts'
import { identifyAll } from './subject/identify-all.ts'
import { type ImageFilter, imageFilter } from './subject/image-filter.ts'
import { linkName, linkPlace } from './look-up/link-name.ts'
import { lookUp, sidecar } from './look-up/look-up.ts'
import { namedWithoutImage } from './look-up/named-without-image.ts'
import { createNotice } from './asking/notice.ts'
import { type Outcome, left } from './outcome.ts'
import { isToRefresh } from './look-up/refresh.ts'
import { createPageLanguage } from './subject/page-language.ts'
import { createRecorder } from './report.ts'
import { outcomeInRow, rowsIn } from './look-up/rows.ts'
import { type Subject, leftFor } from './subject/subject.ts'

/** Files looked at at a time. */
const readers = 8

/** Images scaled down beyond those that are being asked about, so that the next request need not wait. */
const preparedAhead = 2

/** Uses that share an image file, a key and whether a name is needed, and so whatever becomes of them. */
type Group = readonly [Subject, ...Subject[]]

/** Makes the captioner that a whole run shares. */
export function createCaptioner(parts: CaptionerParts): Captioner {
  const { captions, images, links, options, provider } = parts
  const allowance = createAllowance(options.budget)
  const recorder = createRecorder()
  let asking: Asking | undefined
  const notice = createNotice(parts, async (subject) => (await openAsking()).prepare(subject))
  const canAsk = provider !== undefined && !options.frozen
  const identifySettings = { ...options, images, captions }
  const namingSettings = { ...options, links, pageLanguage: createPageLanguage(options.language) }
  let filter: Promise<ImageFilter> | undefined
  const lookUpSettings = { ...options, images, captions, links, canAsk: canAsk && options.kind === 'ask' }

  /** Most runs find everything stored: what asking takes is loaded by those that do not. */
  async function openAsking(): Promise<Asking> {
    const { createAsking } = await import('./asking/asking.ts')
    return (asking ??= createAsking(parts, allowance, recorder))
  }

  /** What can be known without asking; `undefined` for an image that a provider is to be asked about. */
  async function withoutAsking(
    group: Group,
    { ask = true }: CaptionAllOptions
  ): Promise<Outcome | undefined> {
    const [subject] = group
    const { image, key, name } = subject
    // What is being asked takes its time.
    const asked = ask ? asking?.outcomeOf(group) : undefined
    if (asked) {
      const outcome = (await sidecar(subject, lookUpSettings)) ?? (await asked)
      if (outcome) return outcome
    }
    if (ask && canAsk && image && parts.refresh) {
      const stored = await captions.get(key)
      if (stored && isToRefresh(stored, parts.refresh) && (await linkName(subject, links)) === undefined) {
        return await sidecar(subject, lookUpSettings)
      }
    }
    const found = await lookUp(subject, ask ? lookUpSettings : { ...lookUpSettings, canAsk: false })
    if (found?.toStore && ask && !options.frozen && !parts.dryRun) {
      await captions.set(found.toStore.key, found.toStore.caption)
    }
    if (found) return found.outcome
    if (options.frozen) {
      const advice = 'Run `auto-alt generate` and commit the captions file.'
      return left(name, 'frozen', `No caption is stored for ${name}, and this run is frozen. ${advice}`, key)
    }
    if (provider && ask) return undefined
    if (provider) return left(name, 'frozen', `No caption is stored for ${name}.`, key)
    return left(name, 'no-provider', `No caption is stored for ${name}. ${parts.noProvider}`, key)
  }

  async function outcomesOf(
    subjects: readonly Subject[],
    more: CaptionAllOptions
  ): Promise<Map<ImageUse, Outcome>> {
    const outcomes = new Map<ImageUse, Outcome>()
    const groups = groupBy(subjects, (subject) =>
      // A picture may be decorative where no button depends on it for a name.
      [subject.key, subject.name, subject.use.purpose.kind === 'button', linkPlace(subject)].join(' ')
    )
    let done = 0
    const finish = (group: Group, outcomeOf: (subject: Subject) => Outcome | undefined): void => {
      for (const subject of group) {
        const outcome = outcomeOf(subject)
        if (outcome) outcomes.set(subject.use, outcome)
        if (subject.image) images.release(subject.image)
      }
      more.onProgress?.({ done: (done += 1), total: groups.length, requests: allowance.requests })
    }
    const isOpen = await pMap(
      groups,
      async (group) => {
        const outcome = await withoutAsking(group, more).catch((error: unknown) => leftFor(error, group[0]))
        if (outcome) finish(group, () => outcome)
        return outcome === undefined
      },
      { concurrency: readers }
    )
    const open = groups.filter((_, index) => isOpen[index])
    if (provider && open.length > 0) {
      // Copies of a file share a caption. The order is that of the pages, whichever was looked up first.
      const toAsk = groupBy(open, ([{ key }]) => key)
      const { about, isOnItsWay, limit, meet } = await openAsking()
      meet(subjects)
      const onTheirWay = await Promise.all(toAsk.map(([[subject]]) => isOnItsWay(subject.key)))
      const toSend = toAsk.filter((_, index) => !onTheirWay[index])
      await notice.before(
        toSend.map(([[subject]]) => subject),
        more.later
      )
      const ask = async (copies: readonly Group[]): Promise<void> => {
        const answers = await about(copies.flat(), provider, more.later)
        for (const group of copies) finish(group, (subject) => answers.get(subject))
      }
      await pMap(toAsk, ask, { concurrency: limit + preparedAhead })
    }
    return outcomes
  }

  async function flush(): Promise<void> {
    await captions.flush()
    await images.save()
  }

  return {
    async captionAll(uses, given = {}) {
      const { isSocial = false } = given
      const settings = isSocial ? { ...given, ask: false } : given
      const inOrder = [...uses].sort(byPage)
      const isExcluded = await (filter ??= imageFilter(options))
      const { silent, spoken } = rowsIn(inOrder)
      const identified = await identifyAll(spoken, {
        ...identifySettings,
        isExcluded,
        isStoredOnly: isSocial
      })
      const subjects = identified.filter((result) => 'use' in result)
      const outcomes = await outcomesOf(subjects, settings)
      for (const [index, use] of spoken.entries()) {
        const result = identified[index]
        if (result && !('use' in result))
          outcomes.set(use, await namedWithoutImage(use, result, namingSettings))
      }
      for (const [use, first] of silent) outcomes.set(use, outcomeInRow(use, first && outcomes.get(first)))
      return uses.map((use) => {
        const outcome = atThisPlace(use, outcomes.get(use) ?? notLookedAt(use), options)
        if (isSocial) recorder.noteSocial(outcome)
        else recorder.note(use, outcome)
        return outcome
      })
    },
    report: () => recorder.report(allowance),
    flush,
    async close() {
      await flush()
      await captions.close?.()
    }
  }
}

function notLookedAt({ element, sources }: ImageUse): Outcome {
  const image = sources[0] ?? element
  return left(image, 'failed', `${image} was not looked at. This is a bug in auto-alt; please report it.`)
}

function byPage(one: ImageUse, other: ImageUse): number {
  if (one.page.name !== other.page.name) return one.page.name < other.page.name ? -1 : 1
  return (one.place?.offset ?? 0) - (other.place?.offset ?? 0)
}
