import pMap from 'p-map'

import type { ImageUse } from '../rules/image-use.ts'
import { createAllowance } from './allowance.ts'
import { createAsking, leftFor } from './asking.ts'
import type { Captioner } from './captioner.ts'
import type { CaptionerParts } from './captioner-parts.ts'
import { imageFilter } from './image-filter.ts'
import { lookUp } from './look-up.ts'
import { createNotice } from './notice.ts'
import { type Outcome, left } from './outcome.ts'
import { createRecorder } from './report.ts'
import { type Subject, identify } from './subject.ts'

/** Files looked at at a time. */
const readers = 8

/** Makes the captioner that a whole run shares. */
export function createCaptioner(parts: CaptionerParts): Captioner {
  const { captions, images, options, provider } = parts
  const allowance = createAllowance(options.budget)
  const recorder = createRecorder()
  const asking = createAsking(parts, allowance, recorder)
  const notice = createNotice(parts)
  const canAsk = provider !== undefined && !options.frozen
  const identifySettings = { ...options, images, captions, isExcluded: imageFilter(options) }
  const lookUpSettings = { ...options, images, captions, canAsk: canAsk && options.kind === 'ask' }

  async function withoutAsking(subject: Subject): Promise<Outcome | undefined> {
    const { key, name } = subject
    const pending = asking.pending(key)
    if (pending) return await pending
    if (canAsk && (await isToRefresh(subject))) return undefined
    const found = await lookUp(subject, lookUpSettings)
    if (found?.toStore && !options.frozen && !parts.dryRun) await captions.set(found.toStore.key, found.toStore.caption)
    if (found) return found.outcome
    if (options.frozen) {
      const advice = 'Run `auto-alt generate` and commit the captions file.'
      return left(name, 'frozen', `No caption is stored for ${name}, and this run is frozen. ${advice}`, key)
    }
    return provider ? undefined : left(name, 'no-provider', `No caption is stored for ${name}. ${parts.noProvider}`, key)
  }

  async function isToRefresh({ key }: Subject): Promise<boolean> {
    const caption = parts.refresh && (await captions.get(key))
    if (!caption || caption.origin !== 'model') return false
    return caption.problems.length > 0 || (parts.refresh === 'generated' && caption.status === 'generated')
  }

  return {
    async captionAll(uses, { onProgress } = {}) {
      const outcomes = new Map<ImageUse, Outcome>()
      const groups = new Map<string, Subject[]>()
      const inOrder = [...uses].sort(byPage)
      const identified = await pMap(inOrder, (use) => identify(use, identifySettings), { concurrency: readers })
      for (const [index, use] of inOrder.entries()) {
        const result = identified[index]
        if (!result) continue
        if (!('use' in result)) outcomes.set(use, result)
        else groups.set(result.key, [...(groups.get(result.key) ?? []), result])
      }
      let done = 0
      const finish = (group: readonly Subject[], outcome: Outcome): void => {
        for (const { image, use } of group) {
          outcomes.set(use, outcome)
          if (image) images.release(image)
        }
        onProgress?.({ done: ++done, total: groups.size, requests: allowance.requests })
      }
      const open = new Set<Subject[]>()
      await pMap(
        groups.values(),
        async (group) => {
          const [subject] = group as [Subject]
          const outcome = await withoutAsking(subject).catch((error: unknown) => leftFor(error, subject))
          if (outcome) finish(group, outcome)
          else open.add(group)
        },
        { concurrency: readers }
      )
      // Looked at in any order, asked in page order: each caption's context is the same on every machine.
      const toAsk = [...groups.values()].filter((group) => open.has(group))
      if (provider && toAsk.length > 0) {
        await notice.before(toAsk.flatMap(([subject]) => subject ?? []), asking.prepare)
        const concurrency = asking.limit + readers
        await pMap(toAsk, async (group) => finish(group, await asking.about(group, provider)), { concurrency })
      }
      return uses.map((use) => {
        const outcome = outcomes.get(use) ?? left(use.sources[0] ?? use.element, 'failed', 'It was not looked at. This is a bug in auto-alt.')
        recorder.note(use, outcome)
        return outcome
      })
    },
    report: () => recorder.report(allowance),
    async flush() {
      await captions.flush()
      await images.save()
    }
  }
}

function byPage(one: ImageUse, other: ImageUse): number {
  if (one.page.name !== other.page.name) return one.page.name < other.page.name ? -1 : 1
  return (one.place?.offset ?? 0) - (other.place?.offset ?? 0)
}
