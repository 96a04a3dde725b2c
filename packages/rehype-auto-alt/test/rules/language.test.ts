import { describe, expect, test } from 'vitest'

import { areNear } from '../../src/rules/language/near-languages.ts'
import { isInOtherScript } from '../../src/rules/language/other-script.ts'
import { tellingWords } from '../../src/rules/language/telling-words.ts'

describe('the words that tell the language of a caption', () => {
  test.each([
    ['“Wet floor” on a yellow sign', 'on a yellow sign'],
    ['Ein Schild „Wet floor“ im Flur', 'Ein im'],
    ['A don’t-walk sign at O’Hare’s gate', 'A don’t-walk sign at gate'],
    ["A dog's bowl and the cats' tree", "A dog's bowl and the cats' tree"],
    ['Logs of nginx.conf, src/index.ts and npm@11 in 2024', 'Logs of and in'],
    ['The iPhone beside a MacBook', 'The beside a'],
    ['「営業中」の札', 'の札']
  ])('%s', (caption, words) => {
    expect(tellingWords(caption).replaceAll(/[\s,]+/gu, ' ')).toBe(words)
  })

  test('what is read from the picture is none of them, a single common word is', () => {
    const visibleText = 'Mind the gap'
    expect(tellingWords('The words mind the gap on a platform', visibleText)).toBe('The words on a platform')
    expect(tellingWords('A cat on the platform', visibleText)).toBe('A cat on the platform')
  })
})

describe('a script is another one only where that is certain', () => {
  test.each<[caption: string, language: string, isOther: boolean]>([
    ['A brown dog in front of a house', 'ja', true],
    ['A brown dog in front of a house', 'ru', true],
    ['A brown dog in front of a house', 'el', true],
    ['A brown dog in front of a house', 'de', false],
    ['Коричневая собака перед маленьким домом', 'en', true],
    ['Коричневая собака перед маленьким домом', 'uk', false],
    ['Коричневая собака', 'en', false],
    ['家の前にいる茶色い犬とねこ', 'zh', true],
    ['家の前にいる茶色い犬とねこ', 'ko', true],
    ['東京都庁第一本庁舎展望室', 'ja', false],
    ['优の良品商店的招牌挂在门口', 'zh', false],
    ['Brown dog', 'ja', false],
    ['a brown dog 東京都庁第一', 'ja', false],
    ['a brown dog on a street', 'sr', false],
    ['a brown dog on a street', 'sr-Cyrl', true],
    ['a brown dog on a street', 'not a tag', false],
    ['', 'ja', false]
  ])('%s in %s: %s', (caption, language, isOther) => {
    expect(isInOtherScript(caption, language)).toBe(isOther)
  })
})

test('languages that are much alike are near, in both directions, whatever their region', () => {
  for (const [one, other] of [
    ['nb', 'da'],
    ['pt-BR', 'gl'],
    ['cs', 'sk'],
    ['id', 'ms'],
    ['zh-Hant', 'ja'],
    ['en', 'en-GB']
  ] as const) {
    expect(areNear(one, other)).toBe(true)
    expect(areNear(other, one)).toBe(true)
  }
  expect(areNear('en', 'de')).toBe(false)
  expect(areNear('es', 'it')).toBe(false)
})
