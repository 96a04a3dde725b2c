import { languageName } from '../../providers/language-name.ts'
import { type AnswerStyle, type CheckedAnswer, checkAnswer } from '../../rules/answer/check-answer.ts'
import { faultInWords } from '../../rules/answer/fault-in-words.ts'
import { type FittedAnswer, settleAnswer } from '../../rules/answer/settle-answer.ts'
import { otherLanguage } from './answer-language.ts'

/** Cleans a model's answer and names what is wrong with it, its language too. */
export async function checkedAnswer(raw: string, style: AnswerStyle): Promise<CheckedAnswer> {
  const checked = checkAnswer(raw, style)
  const isNoText = checked.faults.includes('refusal') || checked.faults.includes('not-a-sentence')
  if (isNoText || (await otherLanguage(checked.text, style)) === undefined) return checked
  return { ...checked, faults: [...checked.faults, 'wrong-language'] }
}

/** What is wrong with an answer, a sentence for each fault, to be told to a model. */
export async function faultsInWords({ faults, text }: CheckedAnswer, style: AnswerStyle): Promise<string[]> {
  return await Promise.all(
    faults.map(async (fault) =>
      fault === 'wrong-language' ? await languageInWords(text, style) : faultInWords(fault, text, style)
    )
  )
}

/** `settleAnswer` for an answer that may be in another language: it is kept for a person to look at. */
export function settledAnswer(checked: CheckedAnswer, style: AnswerStyle): FittedAnswer | undefined {
  const settled = settleAnswer(checked, style)
  if (!settled || !checked.faults.includes('wrong-language')) return settled
  return { ...settled, problems: [...new Set([...settled.problems, 'wrong-language' as const])] }
}

async function languageInWords(text: string, style: AnswerStyle): Promise<string> {
  const found = await otherLanguage(text, style)
  const is =
    found === undefined || found === 'unknown' ? 'not in the right language' : `in ${languageName(found)}`
  return `It is ${is}; write it in ${languageName(style.language)}.`
}
