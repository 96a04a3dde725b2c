import { describe, expect, test } from 'vitest'

import { agreementWith } from '../../src/eval/agreement.ts'
import { budgetShare } from '../../src/eval/budget-share.ts'
import { keepSecret } from '../../src/eval/keep-secret.ts'
import { spreadOf } from '../../src/eval/spread.ts'

describe('agreement', () => {
  test('is that of the published example: 3 of 4 words, in order', async () => {
    const { rouge1, rougeL } = await agreementWith(
      ['police killed the gunman'],
      'Police kill the gunman.',
      'en'
    )
    expect(rouge1).toBeCloseTo(0.75)
    expect(rougeL).toBeCloseTo(0.75)
    const turned = await agreementWith(['police killed the gunman'], 'the gunman kill police', 'en')
    expect(turned.rouge1).toBeCloseTo(0.75)
    expect(turned.rougeL).toBeCloseTo(0.5)
  })

  test('counts words in languages that put no spaces between them', async () => {
    expect((await agreementWith(['白い背景の赤いバッグ'], '赤いバッグ', 'ja')).rougeL).toBeGreaterThan(0.5)
    expect(await agreementWith(['红色的包'], '一只蓝色的海鸥', 'zh')).toMatchObject({
      rougeL: expect.any(Number)
    })
  })

  test('is nothing where there are no words', async () => {
    expect(await agreementWith(['A bag'], '…', 'en')).toEqual({ rouge1: 0, rougeL: 0 })
  })
})

describe('the spread of values', () => {
  test('is found by rank', () => {
    expect(spreadOf([3, 1, 2, 4, 5, 6, 7, 8, 9, 10])).toEqual({
      n: 10,
      mean: 5.5,
      median: 5.5,
      p10: 1,
      p90: 9
    })
    expect(spreadOf([7])).toEqual({ n: 1, mean: 7, median: 7, p10: 7, p90: 7 })
    expect(spreadOf([])).toBeNull()
  })
})

describe('a request without what people said', () => {
  const image = { mediaType: 'image/png', bytes: new Uint8Array(), width: 1, height: 1 } as const
  const purpose = { kind: 'informative' } as const
  const request = { image, purpose, language: 'en', maxLength: 120 }

  test('has it nowhere, in whatever letter case and with whatever marks', () => {
    const keeper = keepSecret(['Red bag, white ground', 'red'])
    expect(
      keeper.describe({
        ...request,
        fileName: 'red-bag white_ground',
        beside: 'RED',
        voice: ['Red bag – white ground', 'A gull'],
        context: {
          headings: ['Bags', 'Red bag: white ground!'],
          title: 'Shredded paper',
          before: 'See: “red bag, WHITE ground”, now.',
          after: 'Red bag, white ground'
        }
      })
    ).toEqual({
      ...request,
      voice: ['A gull'],
      context: { headings: ['Bags'], title: 'Shredded paper', before: 'See: “ ”, now.' }
    })
  })

  test('is as it was where nobody said it', () => {
    const said = { ...request, context: { headings: ['One'], title: 'Two  words' }, voice: ['A gull'] }
    expect(keepSecret(['Red bag']).describe(said)).toEqual(said)
    expect(keepSecret(['…']).describe(said)).toEqual(said)
  })

  test('in languages that put no spaces between words', () => {
    const keeper = keepSecret(['赤いバッグ'])
    expect(keeper.describe({ ...request, beside: 'これは赤いバッグです' }).beside).toBe('これは です')
  })
})

test('several providers share a budget equally', () => {
  expect(budgetShare({ requests: 9, tokens: Infinity, usd: 3 }, 2)).toEqual({
    requests: 4,
    tokens: Infinity,
    usd: 1.5
  })
})
