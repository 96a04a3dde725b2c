import { expect } from 'vitest'

import { type AnswerStyle, checkAnswer, faultsOf } from '../../src/rules/answer/check-answer.ts'
import { type FittedAnswer, settleAnswer } from '../../src/rules/answer/settle-answer.ts'
import { countGraphemes } from '../../src/rules/plain-text.ts'
import { neutralReplacements } from '../../src/rules/style/reword.ts'

/** What would be stored of a raw answer. Fails where that is not what every stored text has to be. */
export function soundAnswer(raw: string, style: AnswerStyle): FittedAnswer | undefined {
  const settled = settleAnswer(checkAnswer(raw, style), style)
  if (!settled) return undefined
  const { problems, text } = settled
  expect(countGraphemes(text)).toBeLessThanOrEqual(style.maxLength)
  expect(text).toBe(text.normalize('NFC').trim())
  expect(text).not.toMatch(
    /[\p{Cc}\p{Zl}\p{Zp}\p{Co}\p{Cs}\u00AD\u061C\u200B\u200E\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/u
  )
  const known = wordsOfRaw(raw)
  expect(wordsOf(text).filter((word) => !known.has(word) && !neutralReplacements.has(word))).toEqual([])
  expect(faultsOf(text, style)).toEqual(problems.filter((problem) => problem !== 'needs-review'))
  const again = settleAnswer(checkAnswer(text, style), style)
  expect(again?.text).toBe(text)
  return settled
}

const segmenter = new Intl.Segmenter('en', { granularity: 'word' })

/** Words as a reader parts them, and at stops, colons and apostrophes too. */
function wordsOf(text: string): string[] {
  return [...segmenter.segment(text.replace(/[\uFE0F\u20E3]/gu, ''))]
    .flatMap(({ segment }) => segment.toLowerCase().split(/[^\p{L}\p{M}\p{N}]+/u))
    .filter((word) => word !== '')
}

/** As it stands; without what nobody sees; and with the marks of Markdown and HTML in it read. */
function wordsOfRaw(raw: string): ReadonlySet<string> {
  const seen = raw
    .normalize('NFC')
    .replace(/[\p{Cc}\u2800\u3164\uFFA0]/gu, ' ')
    .replace(/<\/?\w+>|<\|\w+\|>/gu, ' ')
    .replace(/(?:&amp;)+(?:amp;)*/gu, '&')
    .replace(/&quot;/gu, '"')
    .replace(/&#39;/gu, "'")
    .replace(/[\p{Cf}\p{Co}\p{Cn}\p{Cs}\u034F\u115F\u1160]/gu, '')
  const variants = [
    raw,
    seen,
    seen.replace(/[\uFE0F\u20E3]/gu, ''),
    seen.replace(/\uFE0F+/gu, '\uFE0F').replace(/\u20E3\uFE0F/gu, '\u20E3'),
    seen.replace(/[*_`]/gu, ''),
    // A label ends at its colon, also where no space follows.
    seen.replace(/[*_`[\]()!:]/gu, ' '),
    seen.replace(/[*_`[\]()!:.]/gu, ' ')
  ]
  return new Set(variants.flatMap((variant) => wordsOf(variant.normalize('NFC'))))
}
