import { setTimeout as wait } from 'node:timers/promises'

import { ProviderError } from '../errors/provider-error.ts'
import type { DescribeRequest, Description, Provider } from '../providers/provider.ts'
import { type AnswerStyle, type CheckedAnswer, checkAnswer, faultInWords, settleAnswer } from '../rules/check-answer.ts'
import type { RuleId } from '../rules/rule-id.ts'
import type { Allowance } from './allowance.ts'
import type { LeftReason } from './outcome.ts'
import type { RateControl } from './rate-control.ts'

/** What came of asking about one image. */
export type Answer =
  | { readonly kind: 'caption'; readonly text: string; readonly problems: readonly RuleId[] }
  | { readonly kind: 'decorative' }
  | { readonly kind: 'none'; readonly reason: LeftReason; readonly message: string }

/** Who is asked, how often, and what an answer has to keep to. */
export interface AskSettings {
  readonly provider: Provider
  readonly rate: RateControl
  readonly allowance: Allowance
  readonly style: AnswerStyle
  /** How often one image's request may be sent again for a passing reason. */
  readonly retries: number
  readonly signal: AbortSignal
}

/** Tries that one image has left, shared by its first request and its repair. */
interface Tries {
  left: number
}

/**
 * Asks about one image: one request, again for passing reasons, and at most one repair request for an answer that
 * does not keep to the style. Nothing is asked after an answer that does.
 */
export async function askAbout(request: DescribeRequest, settings: AskSettings): Promise<Answer> {
  const tries: Tries = { left: settings.retries }
  const first = await attempt(request, settings, tries)
  if (!('description' in first)) return first
  const mayBeDecorative = request.purpose.kind === 'informative'
  if (mayBeDecorative && first.description.kind === 'decorative') return { kind: 'decorative' }
  const answer = checkAnswer(first.description.text, settings.style)
  if (answer.faults.length === 0) return { kind: 'caption', text: answer.text, problems: [] }
  if (answer.faults.includes('refusal')) return refused(settings.provider, answer.text)
  const faults = answer.faults.map((fault) => faultInWords(fault, answer.text, settings.style))
  const second = await attempt({ ...request, previous: { text: answer.text, faults } }, settings, tries)
  const answers = [answer]
  if ('description' in second) answers.unshift(checkAnswer(second.description.text, settings.style))
  return bestOf(answers, settings)
}

function bestOf(answers: readonly CheckedAnswer[], settings: AskSettings): Answer {
  const settled = answers.flatMap((answer) => settleAnswer(answer, settings.style) ?? [])
  const best = settled.find(({ problems }) => problems.length === 0) ?? settled[0]
  if (best) return { kind: 'caption', ...best }
  const [latest] = answers
  if (latest?.faults.includes('refusal')) return refused(settings.provider, latest.text)
  const said = latest?.text.slice(0, 80) ?? ''
  const message = `${settings.provider.id} gave no usable description, also after a repair request: “${said}”.`
  return { kind: 'none', reason: 'unusable-answer', message }
}

function refused(provider: Provider, text: string): Answer {
  const message = `${provider.id} declined to describe it: “${text.slice(0, 120)}”.`
  return { kind: 'none', reason: 'refusal', message }
}

type Attempt = { readonly description: Description } | Extract<Answer, { kind: 'none' }>

async function attempt(request: DescribeRequest, settings: AskSettings, tries: Tries): Promise<Attempt> {
  const { allowance, provider, rate, signal } = settings
  for (let round = 0; ; round++) {
    let halted: Attempt | undefined
    try {
      const description = await rate.run(async () => {
        const halt = allowance.take()
        if (halt) {
          halted = { kind: 'none', ...halt }
          throw new Error(halt.message)
        }
        return await describeOnce(provider, request, allowance, signal)
      })
      return { description }
    } catch (error) {
      if (halted) return halted
      const failure = asProviderError(error, provider)
      if (failure.stopsRun) allowance.stop(failure.message, failure.code)
      if (failure.code === 'network') allowance.unreachable(failure.message)
      if (!failure.isRetryable || tries.left === 0) {
        return { kind: 'none', reason: failure.code, message: failure.message }
      }
      tries.left--
      if (failure.retryAfter === undefined) await wait(Math.random() * Math.min(8000, 400 * 2 ** round))
    }
  }
}

async function describeOnce(
  provider: Provider,
  request: DescribeRequest,
  allowance: Allowance,
  signal: AbortSignal
): Promise<Description> {
  try {
    const description = await provider.describe(request, signal)
    allowance.settle(description.usage, true)
    return description
  } catch (error) {
    allowance.settle({ requests: ProviderError.isInstance(error) ? error.requests : 1 }, false)
    throw error
  }
}

/** An error that is none of ours comes from a provider that somebody wrote themselves: final for this image. */
function asProviderError(error: unknown, provider: Provider): ProviderError {
  if (ProviderError.isInstance(error)) return error
  const message = `${provider.id} failed: ${error instanceof Error ? error.message : String(error)}`
  return new ProviderError('bad-request', provider.id, message, { cause: error })
}
