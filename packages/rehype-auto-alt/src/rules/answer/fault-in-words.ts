import { countGraphemes } from '../plain-text.ts'
import type { RuleId } from '../rule-id.ts'
import { styleFaultInWords } from '../style/fault-in-words.ts'
import { styleFaults } from '../style/style-faults.ts'
import type { AnswerStyle } from './check-answer.ts'
import { instructingWords } from './instruction.ts'
import { repeatedWords } from './repeated-words.ts'

/** A fault in words that can be told to a model, with the words of the answer that broke the rule. */
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
    case 'prompt-echo':
      return 'It repeats the request instead of describing the image.'
    case 'instruction':
      return `It tells the reader what to do${named(instructingWords(text, style))}; only describe the image, and put words that are readable in it in quotation marks.`
    case 'repeated-words':
      return `It repeats itself${named(repeatedWords(text, style.language))}; say each thing once.`
    default: {
      const broken = styleFaults(text, style).find(({ ruleId }) => ruleId === fault)
      return broken ? styleFaultInWords(broken) : 'It is not a plain sentence that describes the image.'
    }
  }
}

function named(words: readonly string[]): string {
  const [first] = words
  return first === undefined ? '' : ` (“${first.slice(0, 60)}”)`
}
