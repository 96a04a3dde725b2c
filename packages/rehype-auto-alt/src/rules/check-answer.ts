import { cleanAnswer } from './clean-answer.ts'
import { fitToLimit } from './fit.ts'
import { isCutShort } from './leading-words.ts'
import { countGraphemes } from './plain-text.ts'
import { withoutPrefix } from './prefixes.ts'
import { isRefusal } from './refusal.ts'
import type { RuleId } from './rule-id.ts'

/** What an answer of a model has to keep to. */
export interface AnswerStyle {
  /** Most graphemes. */
  readonly maxLength: number
  /** Language it was asked for in. */
  readonly language: string
  /** Whether a caption ends with a full stop. */
  readonly fullStop: boolean
  /** Words that the page gives beside the image: names in them may be used. */
  readonly given?: string
  /** Words that are readable in the picture: they may be used as they are. */
  readonly visibleText?: string
}

/** An answer in house style, with the faults that no rewording of ours can mend. */
export interface CheckedAnswer {
  readonly text: string
  readonly faults: readonly RuleId[]
}

const isWhollyQuoted =
  /^(?:"[^"]*"|“[^”]*”|„[^“”]*[“”]|«[^»]*»|‘[^‘]*’|'(?:[^']|(?<=\p{L})'(?=\p{L}))*'|「[^」]*」|`[^`]*`|\*[^*]*\*)$/u

/** Cleans a model's answer and names what is still wrong with it. */
export function checkAnswer(raw: string, style: AnswerStyle): CheckedAnswer {
  const text = cleanAnswer(raw, style)
  return { text, faults: faultsOf(text, style) }
}

/** The faults of a text that a model wrote. */
export function faultsOf(text: string, style: AnswerStyle): RuleId[] {
  const faults: RuleId[] = []
  if (isRefusal(text)) faults.push('refusal')
  if (!isSentenceLike(text)) faults.push('not-a-sentence')
  if (/[\r\n\u2028\u2029]/u.test(text)) faults.push('line-break')
  if (isWhollyQuoted.test(text)) faults.push('quoted')
  if (withoutPrefix(text) !== text) faults.push('redundant-prefix')
  const endsOpen = /(?:\.{2,}|…|[,;:–—-])$/u.test(text)
  if (endsOpen || (isSentenceLike(text) && isCutShort(text, style.language))) faults.push('cut-short')
  if (countGraphemes(text) > style.maxLength) faults.push('too-long')
  return faults
}

/** Words, not data: at least two letters in a row, and none of the marks of JSON, code or a schema. */
function isSentenceLike(text: string): boolean {
  if (!/\p{L}{2}|[\u3040-\u9FFF\uAC00-\uD7AF]/u.test(text)) return false
  if (/^[[{<]|"\s*:\s*["{[]|\balt_text\b|<\/?[a-z][^>]*>|data:image\//iu.test(text)) return false
  return !hasRepetition(text)
}

/** The same word four times running: a model that got stuck. */
function hasRepetition(text: string): boolean {
  return /(?<![\p{L}\p{N}])([\p{L}\p{N}]+)(?:[\s,.;]+\1){3}(?![\p{L}\p{N}])/iu.test(text)
}

/** The outcome of fitting an answer: a text to store, with what a person should look at. */
export interface FittedAnswer {
  readonly text: string
  readonly problems: readonly RuleId[]
}

/**
 * Last resort for an answer that is still too long after the repair request: shortens it at a sentence, clause or
 * word. A text that lost more than one whole sentence is marked `needs-review`.
 * `undefined` for what may never be stored: a refusal, no sentence, nothing that fits.
 */
export function settleAnswer(answer: CheckedAnswer, style: AnswerStyle): FittedAnswer | undefined {
  if (answer.faults.includes('refusal') || answer.faults.includes('not-a-sentence')) return undefined
  const fitted = fitToLimit(answer.text, style.maxLength, style.language)
  if (!fitted) return undefined
  const problems = faultsOf(fitted.text, style)
  if (problems.some((problem) => problem !== 'cut-short')) return undefined
  if (fitted.cut !== 'nothing' && fitted.cut !== 'one-sentence') problems.push('needs-review')
  if (problems.includes('cut-short') && !problems.includes('needs-review')) problems.push('needs-review')
  return { text: fitted.text, problems }
}

/** A fault in words that can be told to a model. */
export function faultInWords(fault: RuleId, text: string, style: AnswerStyle): string {
  switch (fault) {
    case 'too-long':
      return `It has ${countGraphemes(text)} characters; at most ${style.maxLength} are allowed.`
    case 'redundant-prefix':
      return 'It begins by saying that there is an image; begin with what is visible.'
    case 'quoted':
      return 'It stands in quotation marks; give the bare sentence.'
    case 'line-break':
      return 'It has several lines; give one line.'
    case 'cut-short':
      return 'It ends in the middle of a thought; finish the sentence.'
    default:
      return 'It is not a plain sentence that describes the image.'
  }
}
