import pMap from 'p-map'

import { type Budget, createAllowance } from '../captioner/attempt/allowance.ts'
import type { Log } from '../captioner/log.ts'
import { createNotice } from '../captioner/asking/notice.ts'
import { createRateControl } from '../captioner/attempt/rate-control.ts'
import { ImageError } from '../errors/image-error.ts'
import { type AskingNow, type CaseParts, answerTo } from './answer-case.ts'
import type { EvalAnswer } from './eval-answer.ts'
import type { EvalCase } from './eval-case.ts'
import { preparedFor } from './eval-request.ts'
import { unanswered } from './judge-session.ts'

/** What asking one provider takes. */
export interface AskParts extends CaseParts {
  /** What this provider may use of the run's budget. */
  readonly budget: Budget
  readonly log: Log
  readonly onProgress?: (done: number) => void
}

/** What one provider says of all images. */
export interface ProviderRun {
  readonly provider: string
  readonly answers: ReadonlyMap<EvalCase, EvalAnswer>
  /** Why asking ended early. */
  readonly halt?: string
  /** It serves no request of this run. */
  readonly isRefused: boolean
  /** From the first request of this run to its last answer; `null` where nothing was asked. */
  readonly wallSeconds: number | null
}

/** Images looked at at a time where nobody is asked. */
const readers = 4

/** Asks one provider about each image that it has not answered about in a former run. */
export async function askProvider(cases: readonly EvalCase[], parts: AskParts): Promise<ProviderRun> {
  const { images, log, onProgress, options, provider, verifier } = parts
  const limit = Math.min(options.concurrency ?? provider.concurrency ?? 8, 64)
  const nameAtStart = provider.id
  let sentAt: number | undefined
  let answeredAt: number | undefined
  const asking: AskingNow = {
    allowance: createAllowance(parts.budget),
    rate: createRateControl(limit, { plans: provider.plans }),
    onSend: () => void (sentAt ??= performance.now()),
    onAnswer: () => void (answeredAt = performance.now())
  }
  const found = new Map<EvalCase, EvalAnswer>()
  const keep = (evalCase: EvalCase, answer: EvalAnswer): void => {
    found.set(evalCase, answer)
    onProgress?.(found.size)
  }
  const look = async (evalCase: EvalCase, answer: () => Promise<EvalAnswer | undefined>): Promise<void> => {
    try {
      const came = await answer()
      if (came) keep(evalCase, came)
    } catch (error) {
      if (!ImageError.isInstance(error)) throw error
      keep(evalCase, unanswered(error.message))
    } finally {
      if (evalCase.subject.image) images.release(evalCase.subject.image)
    }
  }
  const recall = async (evalCase: EvalCase): Promise<EvalAnswer | undefined> =>
    parts.answers.knows(provider.id) ? await answerTo(evalCase, parts) : undefined
  const ask = async (evalCase: EvalCase): Promise<void> =>
    await look(evalCase, async () => {
      // The name that a server has found out for itself leads to what it said before.
      const known = provider.id === nameAtStart ? undefined : await recall(evalCase)
      return known ?? (await answerTo(evalCase, parts, asking))
    })

  await pMap(cases, (evalCase) => look(evalCase, () => recall(evalCase)), { concurrency: readers })
  const open = cases.filter((evalCase) => !found.has(evalCase))
  const notice = createNotice({ dryRun: false, log, options, provider, verifier }, (subject) =>
    preparedFor(subject, parts)
  )
  await notice.before(open.map(({ subject }) => subject))
  const [first, ...others] = open
  if (first) await ask(first)
  await pMap(others, ask, { concurrency: limit + 2 })
  const { halt, refused } = asking.allowance
  return {
    provider: provider.id,
    answers: found,
    ...(halt && { halt: halt.message }),
    isRefused: refused,
    wallSeconds:
      sentAt === undefined || answeredAt === undefined ? null : Math.round((answeredAt - sentAt) / 10) / 100
  }
}
