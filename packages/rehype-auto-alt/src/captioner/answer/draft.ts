import type { Description } from '../../providers/provider.ts'
import type { AnswerStyle, CheckedAnswer } from '../../rules/answer/check-answer.ts'
import type { RuleId } from '../../rules/rule-id.ts'
import type { NoAnswer } from '../attempt/attempt.ts'
import { checkedAnswer, settledAnswer } from './checked-answer.ts'
import { isDoubted } from './doubt.ts'
import { type WithLongDescription, keptDescription, longDescriptionIn } from './long-description.ts'
import { wordsOfPicture } from './words-of-picture.ts'

/** A text that a model gave, fit to be stored. */
export interface DescribedCaption {
  readonly kind: 'caption'
  readonly text: string
  /** Why a person has to look at it first; empty for one that may reach a page. */
  readonly problems: readonly RuleId[]
  readonly provider: string
  /** Of a chart or diagram: what it shows in full. */
  readonly longDescription?: string
  /** Words that are readable in the picture. */
  readonly visibleText?: string
  /** What a second look found, in words for a person. */
  readonly remark?: string
}

/** What came of asking about one image. `provider` is the id of the one that answered. */
export type Answer = DescribedCaption | { readonly kind: 'decorative'; readonly provider: string } | NoAnswer

/** An answer that is checked and may still be repaired. */
export interface Draft extends CheckedAnswer, WithLongDescription {
  readonly provider: string
  readonly style: AnswerStyle
  /** The model is not sure of it. */
  readonly isDoubted: boolean
  /** These are the words of the picture, which nobody can write any shorter. */
  readonly isQuoted: boolean
}

/** What a description is checked with. */
export interface DraftSettings {
  readonly style: AnswerStyle
  /** It names no link and no button. */
  readonly isInformative: boolean
  /** Id of the provider that was asked. */
  readonly provider: string
}

/** Checks what a model answered. Of a picture of words the words are the alternative, not what is said about them. */
export async function draftOf(description: Description, settings: DraftSettings): Promise<Draft> {
  const { provider = settings.provider, text } = description
  const style = withVisibleText(settings.style, description.visibleText)
  const rest = {
    provider,
    style,
    isDoubted: isDoubted(description),
    ...(await longDescriptionIn(description, style))
  }
  const words = wordsOfPicture(description, settings.isInformative)
  if (words !== undefined) {
    const checked = await checkedAnswer(words, style)
    if (checked.faults.every((fault) => fault === 'too-long')) return { ...checked, ...rest, isQuoted: true }
  }
  return { ...(await checkedAnswer(text, style)), ...rest, isQuoted: false }
}

/** Nothing is wrong with it that a repair could mend. */
export function needsNoRepair({ faults, isQuoted }: Draft): boolean {
  return faults.length === 0 || isQuoted
}

/** Of the drafts that can be stored, the first without problems, else the first. */
export function bestOf(drafts: readonly Draft[]): DescribedCaption | undefined {
  const settled = drafts.flatMap((draft) => {
    const caption = captionOf(draft)
    return caption ? [caption] : []
  })
  return settled.find(({ problems }) => problems.length === 0) ?? settled[0]
}

function captionOf(draft: Draft): DescribedCaption | undefined {
  const { isDoubted: isUnsure, isQuoted, provider, style } = draft
  const settled = draft.faults.length === 0 ? { text: draft.text, problems: [] } : settledAnswer(draft, style)
  if (!settled) return undefined
  const problems = new Set<RuleId>(settled.problems)
  // Not all of the words in the picture.
  if (isQuoted && settled.text !== draft.text) problems.add('needs-review')
  if (isUnsure) problems.add('low-confidence')
  const { visibleText } = style
  return {
    kind: 'caption',
    text: settled.text,
    problems: [...problems],
    provider,
    ...(visibleText !== undefined && { visibleText }),
    ...keptDescription(draft)
  }
}

function withVisibleText(style: AnswerStyle, inPicture: unknown): AnswerStyle {
  const all = [style.visibleText, inPicture].filter((text) => typeof text === 'string' && text !== '')
  return all.length === 0 ? style : { ...style, visibleText: all.join('\n') }
}
