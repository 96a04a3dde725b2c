import type { Answer } from '../captioner/asking/ask.ts'
import { faultsInWords } from '../captioner/answer/checked-answer.ts'
import { cannotTell } from '../captioner/answer/doubt.ts'
import { type Draft, draftOf } from '../captioner/answer/draft.ts'
import { styleFor } from '../captioner/request/given-words.ts'
import type { LeftReason } from '../captioner/outcome.ts'
import type { DescribeRequest, Description } from '../providers/provider.ts'
import type { AnswerStyle } from '../rules/answer/check-answer.ts'
import { cleanAnswer } from '../rules/answer/clean-answer.ts'
import { countGraphemes } from '../rules/plain-text.ts'
import { reworded } from '../rules/style/reword.ts'
import { agreementWith } from './agreement.ts'
import type { Attempt, EvalAnswer, EvalOutcome } from './eval-answer.ts'
import type { EvalCase } from './eval-case.ts'
import { type Exchange, type Session, newSession } from './exchange.ts'
import { rounded } from './spread.ts'

/** What was asked, and by which rules its answer is judged. */
export interface Asked {
  readonly evalCase: EvalCase
  readonly request: DescribeRequest
  readonly style: AnswerStyle
  readonly provider: string
}

/** What came of asking about one image, as it is reported. */
export async function judged(answer: Answer, session: Session, asked: Asked): Promise<EvalAnswer> {
  const style = styleFor(asked.request, asked.style)
  const drafts: Draft[] = []
  const attempts: Attempt[] = []
  let isReworded = false
  for (const { answer: came, milliseconds } of session.exchanges) {
    if (came === undefined || !('text' in came)) continue
    if (hasNoWords(came)) {
      attempts.push({ raw: '', faults: [], inWords: [], milliseconds })
      continue
    }
    const draft = await draftOf(came, { style, isInformative: true, provider: asked.provider })
    const inWords = await faultsInWords(draft, draft.style)
    drafts.push(draft)
    attempts.push({ raw: came.text, faults: draft.faults, inWords, milliseconds })
    if (answer.kind === 'caption' && draft.text === answer.text && !draft.isQuoted)
      isReworded = isNeutralised(came.text, draft.style)
  }
  const text = answer.kind === 'caption' ? answer.text : null
  const message = messageOf(answer)
  return {
    outcome: outcomeOf(answer, session),
    text,
    problems: answer.kind === 'caption' ? answer.problems : [],
    attempts,
    isCut: text !== null && drafts.every((draft) => draft.text !== text),
    isReworded,
    ...(message !== undefined && { message }),
    ...(text !== null && {
      agreement: await agreementWith(asked.evalCase.references, text, style.language),
      length: countGraphemes(text)
    }),
    ...spentIn(session)
  }
}

/** For an image that nobody could be asked about. */
export function unanswered(message: string): EvalAnswer {
  const nothing = { problems: [], attempts: [], isCut: false, isReworded: false }
  return { outcome: 'failed', text: null, ...nothing, message, ...spentIn(newSession()) }
}

/** The model says that there is nothing to say, or that it cannot tell. */
function hasNoWords(description: Description): boolean {
  return cannotTell(description) || (description.kind === 'decorative' && description.text.trim() === '')
}

function isNeutralised(raw: string, style: AnswerStyle): boolean {
  return reworded(cleanAnswer(raw, style), style.language, style).changed
}

function messageOf(answer: Answer): string | undefined {
  if (answer.kind === 'none') return answer.message
  return answer.kind === 'caption' ? answer.remark : undefined
}

function outcomeOf(answer: Answer, { exchanges }: Session): EvalOutcome {
  if (answer.kind === 'caption') return answer.problems.length === 0 ? 'fit' : 'flagged'
  if (answer.kind === 'decorative') return 'decorative'
  const known = reasons.get(answer.reason)
  if (known !== undefined) return known
  const isHalted = answer.reason === 'budget' || answer.reason === 'stopped'
  return isHalted && exchanges.length === 0 ? 'not-asked' : 'failed'
}

const reasons: ReadonlyMap<LeftReason, EvalOutcome> = new Map([
  ['unsure', 'unsure'],
  ['refusal', 'refused'],
  ['unusable-answer', 'unusable']
])

function spentIn({
  exchanges,
  failed
}: Session): Pick<
  EvalAnswer,
  'failed' | 'inputTokens' | 'isEstimated' | 'isRemembered' | 'outputTokens' | 'requests' | 'usd'
> {
  const sum = (valueOf: (exchange: Exchange) => number): number =>
    exchanges.reduce((total, exchange) => total + valueOf(exchange), 0)
  const answered = exchanges.filter(({ spent }) => spent !== undefined)
  const isPriced = answered.every(({ spent }) => spent?.usd !== undefined)
  return {
    requests: sum(({ requests }) => requests) + failed,
    failed: sum((exchange) => exchange.failed) + failed,
    inputTokens: sum(({ inputTokens = 0 }) => inputTokens),
    outputTokens: sum(({ outputTokens = 0 }) => outputTokens),
    isEstimated: answered.some(
      ({ inputTokens, outputTokens }) => inputTokens === undefined || outputTokens === undefined
    ),
    usd: isPriced
      ? rounded(
          sum(({ spent }) => spent?.usd ?? 0),
          8
        )
      : null,
    isRemembered: exchanges.length > 0 && exchanges.every(({ isRemembered }) => isRemembered)
  }
}
