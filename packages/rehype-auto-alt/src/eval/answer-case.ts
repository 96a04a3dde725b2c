import { type Allowance, type Budget, createAllowance } from '../captioner/attempt/allowance.ts'
import { askAbout } from '../captioner/asking/ask.ts'
import { createCosts } from '../captioner/attempt/costs.ts'
import { createSecondLook } from '../captioner/answer/look-again.ts'
import { type RateControl, createRateControl } from '../captioner/attempt/rate-control.ts'
import type { Provider } from '../providers/provider.ts'
import type { AnswersFile } from './answers-file.ts'
import type { EvalAnswer } from './eval-answer.ts'
import type { EvalCase } from './eval-case.ts'
import { type RequestParts, evalRequest } from './eval-request.ts'
import { newSession } from './exchange.ts'
import { judged } from './judge-session.ts'
import { keepSecret } from './keep-secret.ts'
import { rememberingProvider } from './remembering-provider.ts'

/** Whom to ask, and what is known from former runs. */
export interface CaseParts extends RequestParts {
  /** Who looks again, with the option `verify`. */
  readonly verifier: Provider | undefined
  readonly answers: AnswersFile
}

/** What all requests to a provider share. */
export interface AskingNow {
  readonly rate: RateControl
  readonly allowance: Allowance
  /** Called before each request. */
  readonly onSend: () => void
  /** Called with each answer that was not remembered. */
  readonly onAnswer: () => void
}

/**
 * What a provider says of one image, asked as `generate` does: the same request, check, repair and second look. Throws
 * an `ImageError`.
 *
 * @param asking Absent: nothing but what is remembered counts, and where that is not enough it is `undefined`.
 */
export async function answerTo(
  evalCase: EvalCase,
  parts: CaseParts,
  asking?: AskingNow
): Promise<EvalAnswer | undefined> {
  const { answers, options, provider, verifier } = parts
  const { secrets, subject } = evalCase
  const request = await evalRequest(subject, parts)
  const session = newSession()
  const settings = {
    answers,
    session,
    digest: subject.digest,
    // Words that are read in the picture are told to the model by the provider itself.
    variant: JSON.stringify(options.ocr),
    mayAsk: asking !== undefined,
    secret: keepSecret(secrets),
    onAnswer: () => asking?.onAnswer()
  }
  const remembering = (asked: Provider): Provider =>
    rememberingProvider(asked, { ...settings, costs: createCosts(asked, options.prices) })
  const shared = {
    rate: asking?.rate ?? createRateControl(1),
    allowance: asking?.allowance ?? createAllowance(noLimit),
    retries: options.retries,
    signal: new AbortController().signal,
    onSend: () => asking?.onSend()
  }
  const { fullStop, maxLength } = options
  const style = { fullStop, maxLength, language: subject.language }
  const costs = createCosts(provider, options.prices)
  const first = await askAbout(request, { ...shared, provider: remembering(provider), costs, style })
  const secondLook = createSecondLook(verifier && remembering(verifier), () =>
    createCosts(verifier ?? provider, options.prices)
  )
  const answer = await secondLook.at(first, request, shared)
  if (session.isOpen) return undefined
  return await judged(answer, session, { evalCase, request, style, provider: provider.id })
}

const noLimit: Budget = { requests: Infinity, tokens: Infinity, usd: Infinity }
