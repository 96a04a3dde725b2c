import { describe, expect, it } from 'vitest'

import { type AnswerStyle, checkAnswer } from '../../src/rules/answer/check-answer.ts'
import { faultInWords } from '../../src/rules/answer/fault-in-words.ts'
import { type FittedAnswer, settleAnswer } from '../../src/rules/answer/settle-answer.ts'

const style: AnswerStyle = { maxLength: 120, language: 'en', fullStop: false }
const settled = (raw: string, asked = style): FittedAnswer | undefined =>
  settleAnswer(checkAnswer(raw, asked), asked)

describe('an answer that still has faults after its repair', () => {
  it('is stored for a person to decide where the fault is one of style', () => {
    expect(settled('Two dogs on a beach in Portugal')).toEqual({
      text: 'Two dogs on a beach in Portugal',
      problems: ['unfounded-name']
    })
  })

  it('has none where the page gives the name', () => {
    const asked = { ...style, given: 'Our holidays in Portugal' }
    expect(settled('Two dogs on a beach in Portugal', asked)).toEqual({
      text: 'Two dogs on a beach in Portugal',
      problems: []
    })
  })

  it('loses its last sentence without anybody having to look at it', () => {
    const first = 'Five people in hard hats stand around a table with building plans'
    expect(
      settled(`${first}. Behind them rises an unfinished concrete tower with two yellow cranes.`)
    ).toEqual({
      text: first,
      problems: []
    })
  })

  it.each([
    [
      'two sentences',
      `Five people stand around a table. ${'A crane rises behind a concrete tower. '.repeat(1)}${'Two trucks wait at the gate of the site with sand and gravel. '}`
    ],
    [
      'a clause',
      'Five people in hard hats and orange vests stand around a table with building plans, in front of an unfinished tower of concrete and steel'
    ],
    [
      'words',
      'Five people in hard hats and orange vests stand around a table with building plans in front of an unfinished tower of concrete and steel'
    ]
  ])('is for a person to look at where %s had to go', (_, raw) => {
    const { maxLength } = style
    const asked = { ...style, maxLength: raw.startsWith('Five people stand') ? 60 : maxLength }
    expect(settled(raw, asked)?.problems).toEqual(['needs-review'])
  })

  it('loses what is more than two sentences', () => {
    expect(settled('A red car stands in a yard. A dog sleeps beside it. The sky is grey.')).toEqual({
      text: 'A red car stands in a yard. A dog sleeps beside it',
      problems: []
    })
    expect(settled('A red car stands in a yard. A dog sleeps on it. The sky is grey. Snow falls.')).toEqual({
      text: 'A red car stands in a yard. A dog sleeps on it',
      problems: ['needs-review']
    })
  })

  it('does not end on the beginning of a thought', () => {
    const raw =
      'Two people in long coats walk along a cobblestone street; behind them, a market stall sells fabrics and ceramics and spices under a striped awning'
    expect(settled(raw)?.text).toBe('Two people in long coats walk along a cobblestone street')
  })

  it('ends with its full stop within the limit, also when it was cut', () => {
    const raw =
      'Five people in hard hats and orange vests stand around a table with building plans in front of an unfinished tower of concrete'
    const found = settled(raw, { ...style, fullStop: true })
    expect(found?.text).toMatch(/\p{L}\.$/u)
    expect(raw.startsWith(found?.text.slice(0, -1) ?? '?')).toBe(true)
  })
})

describe('a fault in words for the model', () => {
  it.each([
    ['instruction', 'Please note the colour', /tells the reader what to do \(“Please n/u],
    ['repeated-words', 'A dog dog on a beach', /repeats itself \(“dog”\)/u],
    ['prompt-echo', 'Write the text alternative of this picture', /repeats the request/u],
    ['unfounded-name', 'Two dogs on a beach in Portugal', /Portugal/u]
  ] as const)('%s', (fault, raw, words) => {
    expect(faultInWords(fault, checkAnswer(raw, style).text, style)).toMatch(words)
  })
})
