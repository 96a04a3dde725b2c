import { createHash } from 'node:crypto'

import type { Costs, Spending } from '../captioner/attempt/costs.ts'
import { checkedDescription, checkedVerification } from '../captioner/attempt/foreign-provider.ts'
import { ProviderError } from '../errors/provider-error.ts'
import { withoutBytes } from '../providers/cost-model.ts'
import type { ChatMessage } from '../providers/prompt/chat-message.ts'
import { buildVerifyMessages } from '../providers/prompt/verify-messages.ts'
import { PROMPT_VERSION, buildMessages } from '../providers/prompt.ts'
import type {
  DescribeRequest,
  Description,
  Provider,
  Verification,
  VerifyRequest
} from '../providers/provider.ts'
import type { AnswersFile, RememberedAnswer } from './answers-file.ts'
import type { Session } from './exchange.ts'
import type { SecretKeeper } from './keep-secret.ts'

/** What one image is asked about with. */
export interface RememberSettings {
  readonly answers: AnswersFile
  readonly session: Session
  /** Digest of the image. */
  readonly digest: string
  /** What else decides about answers, and no message says. */
  readonly variant: string
  readonly secret: SecretKeeper
  readonly costs: Costs
  /** `false`: what is not remembered is not asked, and `session.isOpen` says so. */
  readonly mayAsk: boolean
  /** Called with each answer that was not remembered. */
  readonly onAnswer?: () => void
}

/** What is asked, and how its answer is read. */
interface Question<Answer> {
  readonly kind: 'description' | 'look'
  readonly messages: readonly ChatMessage[]
  readonly language: string
  readonly ask: () => Promise<unknown>
  /** Makes sure of what somebody's own provider, or a file, gives. */
  readonly check: (value: unknown) => Answer
  readonly spent: (answer: Answer) => Spending
}

/**
 * A provider for one image, which keeps an account of what is asked about it. What was answered in a former run is not
 * asked again. An answer and a refusal are kept; what failed for another reason is tried anew in the next run.
 */
export function rememberingProvider(provider: Provider, settings: RememberSettings): Provider {
  const { costs, secret } = settings

  function describe(given: DescribeRequest, signal: AbortSignal): Promise<Description> {
    const request = secret.describe(given)
    return answerTo<Description>(provider, settings, {
      kind: 'description',
      messages: buildMessages({ ...request, image: withoutBytes(request.image) }),
      language: request.language,
      ask: () => provider.describe(request, signal),
      check: (value) => checkedDescription(value, provider),
      spent: (description) => costs.of(description, request)
    })
  }

  function verify(given: VerifyRequest, signal: AbortSignal): Promise<Verification> {
    const request = secret.verify(given)
    return answerTo<Verification>(provider, settings, {
      kind: 'look',
      messages: buildVerifyMessages({ ...request, image: withoutBytes(request.image) }),
      language: request.language,
      ask: async () => await provider.verify?.(request, signal),
      check: (value) => checkedVerification(value, provider),
      spent: (verification) => costs.ofLook(verification, request)
    })
  }

  return {
    get id() {
      return provider.id
    },
    describe,
    ...(provider.verify && { verify })
  }
}

async function answerTo<Answer extends Description | Verification>(
  provider: Provider,
  { answers, digest, mayAsk, onAnswer, session, variant }: RememberSettings,
  question: Question<Answer>
): Promise<Answer> {
  const key = {
    prompt: PROMPT_VERSION,
    image: digest,
    language: question.language,
    request: sumOf(question.messages, variant)
  }
  const known = answers.find({ ...key, provider: provider.id })
  if (known) return recall(known, provider, session, question)
  if (!mayAsk) {
    session.isOpen = true
    throw new ProviderError('bad-request', provider.id, 'Not asked.', { requests: 0 })
  }
  const startedAt = performance.now()
  const keep = (
    requests: number,
    came: Pick<RememberedAnswer, 'said' | 'refusal' | 'inputTokens' | 'outputTokens'>
  ): void => {
    const { failed } = session
    session.failed = 0
    const milliseconds = Math.round(performance.now() - startedAt)
    const record = {
      provider: provider.id,
      ...key,
      requests: requests + failed,
      failed,
      milliseconds,
      ...came
    }
    answers.keep(record)
    note(record, session, question, false)
  }
  try {
    const answer = question.check(await question.ask())
    const { usage, ...said } = answer
    const { requests, ...tokens } = usage
    keep(requests, { ...tokens, said })
    return answer
  } catch (error) {
    const requests = ProviderError.isInstance(error) ? error.requests : 1
    if (ProviderError.isInstance(error) && error.code === 'refusal')
      keep(requests, { refusal: error.message })
    else session.failed += requests
    throw error
  } finally {
    onAnswer?.()
  }
}

/** What was paid for once costs nothing now. */
function recall<Answer extends Description | Verification>(
  known: RememberedAnswer,
  provider: Provider,
  session: Session,
  question: Question<Answer>
): Answer {
  note(known, session, question, true)
  if (known.refusal !== undefined)
    throw new ProviderError('refusal', provider.id, known.refusal, { requests: 0 })
  return question.check({ ...known.said, usage: { requests: 0, inputTokens: 0, outputTokens: 0 } })
}

function note<Answer extends Description | Verification>(
  { failed, inputTokens, milliseconds, outputTokens, refusal, requests, said }: RememberedAnswer,
  { exchanges }: Session,
  { check, kind, spent }: Question<Answer>,
  isRemembered: boolean
): void {
  const tokens = {
    ...(inputTokens !== undefined && { inputTokens }),
    ...(outputTokens !== undefined && { outputTokens })
  }
  const answer = refusal === undefined ? check({ ...said, usage: { requests, ...tokens } }) : undefined
  exchanges.push({
    kind,
    milliseconds,
    requests,
    failed,
    ...tokens,
    isRemembered,
    ...(answer !== undefined && { answer, spent: spent(answer) })
  })
}

/** By all that is asked but the picture, which its digest stands for. */
function sumOf(messages: readonly ChatMessage[], variant: string): string {
  return createHash('sha256')
    .update(JSON.stringify([messages, variant]))
    .digest('hex')
    .slice(0, 32)
}
