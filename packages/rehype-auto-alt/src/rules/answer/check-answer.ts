import { countGraphemes } from '../plain-text.ts'
import type { RuleId } from '../rule-id.ts'
import { reworded } from '../style/reword.ts'
import { styleFaults } from '../style/style-faults.ts'
import { cleanAnswer } from './clean-answer.ts'
import { instructingWords } from './instruction.ts'
import { isCutShort, isLeadingWordAlone } from './leading-words.ts'
import { label } from './openings.ts'
import { redundantOpening } from './prefixes.ts'
import { echoedWords } from './prompt-echo.ts'
import { isRefusal } from './refusal.ts'
import { repeatedWords } from './repeated-words.ts'
import { isSentenceLike } from './sentence-like.ts'

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
  /** Whether it names a link or a button: "Buy tickets" is right then. */
  readonly isControl?: boolean
  /** Words in which names may stand, and which say nothing else: frontmatter, names of files. */
  readonly names?: string
}

/** An answer in house style, with the faults that no rewording of ours can mend. */
export interface CheckedAnswer {
  readonly text: string
  readonly faults: readonly RuleId[]
}

const isWhollyQuoted =
  /^(?:"[^"]*"|“[^”]*”|„[^“”]*[“”]|«[^»]*»|‘[^‘]*’|'(?:[^']|(?<=\p{L})'(?=\p{L}))*'|「[^」]*」|`[^`]*`|\*[^*]*\*)$/u

/** Cleans a model's answer, puts neutral words for guesses about people, and names what is still wrong with it. */
export function checkAnswer(raw: string, style: AnswerStyle): CheckedAnswer {
  const text = inHouseStyle(raw, style)
  return { text, faults: faultsOf(text, style) }
}

/** A text as the house writes it, as far as that is sure. Doing it again changes nothing. */
export function inHouseStyle(raw: string, style: AnswerStyle): string {
  const text = cleanAnswer(raw, style)
  const neutral = reworded(text, style.language, style)
  return neutral.changed ? cleanAnswer(neutral.text, style) : text
}

/** The faults of a text that a model wrote. */
export function faultsOf(text: string, style: AnswerStyle): RuleId[] {
  const { language, maxLength } = style
  const faults: RuleId[] = []
  if (isRefusal(text)) faults.push('refusal')
  const isSentence = isSentenceLike(text) && !isLeadingWordAlone(text, language)
  if (!isSentence) faults.push('not-a-sentence')
  if (echoedWords(text).length > 0) faults.push('prompt-echo')
  if (instructingWords(text, style).length > 0) faults.push('instruction')
  if (repeatedWords(text, language).length > 0) faults.push('repeated-words')
  if (/[\r\n\u2028\u2029]/u.test(text)) faults.push('line-break')
  if (isWhollyQuoted.test(text)) faults.push('quoted')
  if (label.test(text) || redundantOpening(text) !== undefined) faults.push('redundant-prefix')
  const endsOpen = /(?:\.{2,}|…|[,;:–—-])$/u.test(text)
  if (endsOpen || (isSentence && isCutShort(text, language))) faults.push('cut-short')
  if (countGraphemes(text) > maxLength) faults.push('too-long')
  return [...faults, ...styleFaults(text, style).map(({ ruleId }) => ruleId)]
}
