import type { DescribeRequest, Provider } from '../../providers/provider.ts'
import { serverText } from '../../providers/scrub-secrets.ts'
import type { AnswerStyle } from '../../rules/answer/check-answer.ts'
import { type AttemptSettings, type NoAnswer, type Tries, attempt } from '../attempt/attempt.ts'
import { faultsInWords } from '../answer/checked-answer.ts'
import { cannotTell } from '../answer/doubt.ts'
import { type Answer, type Draft, bestOf, draftOf, needsNoRepair } from '../answer/draft.ts'
import { styleFor } from '../request/given-words.ts'

export type { Answer } from '../answer/draft.ts'

/** Who is asked, how often, and what an answer has to keep to. */
export interface AskSettings extends AttemptSettings {
  readonly style: AnswerStyle
  /** How often one image's request may be sent again for a passing reason. */
  readonly retries: number
}

/**
 * Asks about one image, and the next provider of a list when an answer of the one before it does not pass the check.
 * A refusal stands, and so does the first answer that is fit to be read.
 */
export async function askAbout(request: DescribeRequest, settings: AskSettings): Promise<Answer> {
  let first = await askOne(request, settings)
  const isUnfit =
    first.kind === 'caption' ? first.problems.length > 0 : first.kind === 'none' && first.isUnfit === true
  if (!isUnfit) return first
  const messages = first.kind === 'none' ? [first.message] : []
  for (const provider of membersAfter(settings.provider, first.provider)) {
    if (settings.allowance.halt) break
    const next = await askOne(request, { ...settings, provider, isSecondChoice: true })
    if (next.kind === 'decorative' || (next.kind === 'caption' && next.problems.length === 0)) return next
    if (next.kind === 'none') messages.push(next.message)
    else if (first.kind === 'none') first = next
    if (next.kind === 'none' && next.reason === 'refusal') {
      return first.kind === 'none' ? { ...next, message: messages.join(' Then ') } : first
    }
  }
  return first.kind === 'none' ? { ...first, message: messages.join(' Then ') } : first
}

/** Those of a list that come after the one with this id; none where it is no list. */
export function membersAfter({ members = [] }: Provider, id: string | undefined): readonly Provider[] {
  const index = members.findIndex((member) => member.id === id)
  return index < 0 ? [] : members.slice(index + 1)
}

/**
 * Asks about one image: one request, again for passing reasons, and at most one repair request for an answer that
 * does not keep to the style. Nothing is asked after an answer that does, nor after one that says that it cannot tell.
 */
async function askOne(request: DescribeRequest, settings: AskSettings): Promise<Answer> {
  const tries: Tries = { left: settings.retries }
  const isInformative = request.purpose.kind === 'informative'
  const style = styleFor(request, settings.style)
  const drafting = { style, isInformative, provider: settings.provider.id }
  const first = await attempt(request, settings, tries)
  if (!('description' in first)) return first
  const { description } = first
  const { provider = settings.provider.id } = description
  if (cannotTell(description)) return unsure(provider)
  if (isInformative && description.kind === 'decorative') return { kind: 'decorative', provider }
  const draft = await draftOf(description, drafting)
  if (draft.faults.includes('refusal')) return refused(draft)
  const asItIs = needsNoRepair(draft) ? bestOf([draft]) : undefined
  if (asItIs) return asItIs
  const previous = { text: draft.text, faults: await faultsInWords(draft, draft.style) }
  const second = await attempt({ ...request, previous }, settings, tries)
  if (!('description' in second)) {
    return bestOf([draft]) ?? { ...second, provider, isUnfit: second.reason !== 'refusal' }
  }
  const repaired = await draftOf(second.description, drafting)
  return bestOf([repaired, draft]) ?? unusable(repaired)
}

/** The answer of a model that says that it cannot tell. The next one of a list may know better. */
export function unsure(provider: string): NoAnswer {
  const message = `${provider} cannot tell what it shows. Write its alternative by hand, or choose another model.`
  return { kind: 'none', reason: 'unsure', message, provider, isUnfit: true }
}

function unusable(draft: Draft): NoAnswer {
  if (draft.faults.includes('refusal')) return refused(draft)
  const message = `${draft.provider} gave no usable description, also after a repair request${saying(draft)}. Write its alternative by hand, or choose another model.`
  return { kind: 'none', reason: 'unusable-answer', message, provider: draft.provider, isUnfit: true }
}

function refused(draft: Draft): NoAnswer {
  const message = `${draft.provider} declined to describe it${saying(draft)}. Write its alternative by hand.`
  return { kind: 'none', reason: 'refusal', message, provider: draft.provider }
}

function saying({ text }: Draft): string {
  const words = serverText(text, []).slice(0, 80).trim()
  return words === '' ? '' : ` (“${words}”)`
}
