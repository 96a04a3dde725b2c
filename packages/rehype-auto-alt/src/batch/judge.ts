import { unsure } from '../captioner/asking/ask.ts'
import { faultsInWords } from '../captioner/answer/checked-answer.ts'
import { cannotTell } from '../captioner/answer/doubt.ts'
import { type Answer, bestOf, draftOf, needsNoRepair } from '../captioner/answer/draft.ts'
import type { AgainRecord } from '../captions/batch-record.ts'
import { ProviderError } from '../errors/provider-error.ts'
import type { BatchResult } from '../providers/batch/batch-provider.ts'
import type { AnswerStyle } from '../rules/answer/check-answer.ts'

/** What a result has to be judged by. */
export interface Judging {
  readonly style: AnswerStyle
  /** Whether the image may be called decorative: it names no link and no button. */
  readonly isInformative: boolean
  /** What is known of an earlier answer that could not be used. */
  readonly former: AgainRecord | undefined
  /** Id of the provider. */
  readonly provider: string
}

/** An answer to keep, an image to ask about again, or one whose turn never came. */
export type Judgement =
  | { readonly kind: 'answer'; readonly answer: Answer }
  | { readonly kind: 'again'; readonly again: AgainRecord }
  | { readonly kind: 'not-done' }

/** Failures that say nothing about the image. */
const noFault: ReadonlySet<string> = new Set(['timeout', 'quota', 'refused-key', 'rate-limit', 'overloaded'])

/**
 * Judges a result by the rules for single answers: one that breaks them is repaired by the next batch, and what
 * breaks them again is fitted or, if that cannot be, asked for anew.
 */
export async function judge(result: BatchResult['result'], judging: Judging): Promise<Judgement> {
  const { former, isInformative, provider, style } = judging
  const tries = (former?.tries ?? 0) + 1
  if (result instanceof Error) return judgeFailure(result, provider, former, tries)
  if (isInformative && result.kind === 'decorative') return keep({ kind: 'decorative', provider })
  if (cannotTell(result)) return keep(unsure(provider))
  const drafting = { style, isInformative, provider }
  const draft = await draftOf(result, drafting)
  if (draft.faults.includes('refusal')) return keep(refusal(provider))
  const asItIs = needsNoRepair(draft) ? bestOf([draft]) : undefined
  if (asItIs) return keep(asItIs)
  const [reason = ''] = await faultsInWords(draft, draft.style)
  if (former?.text === undefined)
    return { kind: 'again', again: { tries, reason, text: draft.text.slice(0, 4000) } }
  const before = await draftOf({ text: former.text, usage: { requests: 0 } }, drafting)
  const best = bestOf([draft, before])
  return best ? keep(best) : { kind: 'again', again: { tries, reason } }
}

function judgeFailure(
  error: Error,
  provider: string,
  former: AgainRecord | undefined,
  tries: number
): Judgement {
  const code = ProviderError.isInstance(error) ? error.code : 'server'
  if (code === 'refusal') return keep(refusal(provider))
  if (noFault.has(code)) return { kind: 'not-done' }
  const reason = error.message.slice(0, 500)
  return { kind: 'again', again: { ...(former?.text !== undefined && { text: former.text }), tries, reason } }
}

function refusal(provider: string): Answer {
  return { kind: 'none', reason: 'refusal', message: `${provider} declined to describe it.`, provider }
}

function keep(answer: Answer): Judgement {
  return { kind: 'answer', answer }
}
