import type { PageContext } from '../../rules/image-use.ts'
import { type OwnNames, ownNames, usesName } from '../../rules/names/own-names.ts'
import type { Answer } from './ask.ts'
import { pageKeyOf } from '../subject/page-keys.ts'
import type { Subject } from '../subject/subject.ts'
import { wordsOfPage } from '../subject/words-of-page.ts'

/** Whether words of the page go along with an image. */
interface ContextSetting {
  readonly context: boolean
}

/**
 * The names that only the page of a use gives, of all that are known to show the image; `undefined` where an answer
 * belongs to a link or to this page anyway.
 *
 * @param others Words of the other pages.
 */
export function namesOfPage(
  { key, language, plainKey, use }: Subject,
  others: readonly PageContext[],
  { context }: ContextSetting
): OwnNames | undefined {
  if (!context || key !== plainKey || use.page.isAny) return undefined
  return ownNames(wordsOfPage(use), others, language)
}

/**
 * The uses that an answer is for. One with a name that only its page gives is for that page alone, with a key of its
 * own; any other is for all.
 */
export function usesOfAnswer(
  group: readonly Subject[],
  answer: Answer,
  others: readonly PageContext[],
  settings: ContextSetting
): readonly Subject[] {
  const [subject] = group
  if (!subject || answer.kind !== 'caption') return group
  const names = namesOfPage(subject, others, settings)
  if (!names || !usesName(answer.text, names, answer.visibleText)) return group
  const key = pageKeyOf(subject)
  const { name } = subject.use.page
  return group.filter(({ use }) => use.page.name === name).map((each) => ({ ...each, key }))
}
