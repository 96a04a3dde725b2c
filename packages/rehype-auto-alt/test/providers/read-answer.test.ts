import { describe, expect, test } from 'vitest'

import { readAnswer } from '../../src/providers/read-answer.ts'

const cat = 'A cat on a sofa'
const json = '{"alt_text":"A cat on a sofa"}'

describe('the text is found', () => {
  test.each<[string, string]>([
    ['JSON', json],
    ['JSON with white space', `\n\n  ${json}\t\n`],
    ['JSON with a byte order mark', `\uFEFF${json}`],
    ['JSON in a fence', '```json\n' + json + '\n```'],
    ['JSON in a fence without a language', '```\n' + json + '\n```'],
    ['JSON in a fence on one line', '```json ' + json + '```'],
    ['JSON in a fence with prose around', 'Here you go:\n```json\n' + json + '\n```\nEnjoy!'],
    ['the last of two fences', '```json\n{"alt_text":"A draft"}\n```\nBetter:\n```json\n' + json + '\n```'],
    ['a fence that is not closed', '```json\n' + json],
    ['prose before', `Sure! ${json}`],
    ['prose after with braces', `${json} Tell me if you need {more}.`],
    ['prose before with an open brace', `I use { and " freely. ${json}`],
    ['the last of two objects', `{"alt_text":"A draft"} no, better: ${json}`],
    ['an object inside an object', `{"result":${json}}`],
    ['two levels deep', `{"response":{"result":${json}}}`],
    ['not an inner caption', '{"alt_text":"A cat on a sofa","meta":{"caption":"other"}}'],
    ['JSON inside a JSON string', JSON.stringify(json)],
    ['JSON twice inside a string', JSON.stringify(JSON.stringify(json))],
    ['a list of one', `[${json}]`],
    ['a bare JSON string', '"A cat on a sofa"'],
    ['the key alt', '{"alt":"A cat on a sofa"}'],
    ['the key altText', '{"altText":"A cat on a sofa"}'],
    ['the key alt-text', '{"alt-text":"A cat on a sofa"}'],
    ['the key caption', '{"caption":"A cat on a sofa"}'],
    ['the key description', '{"description":"A cat on a sofa"}'],
    ['alt_text before description', '{"description":"x","alt_text":"A cat on a sofa"}'],
    ['a number where text belongs, then a caption', '{"alt_text":7,"caption":"A cat on a sofa"}'],
    ['white space around the text', '{"alt_text":"  A cat on a sofa \\n"}'],
    ['a comma too many', '{"alt_text":"A cat on a sofa",}'],
    ['a line break between words of prose', `Well,\r\n${json}`],
    ['single quotes', "{'alt_text': 'A cat on a sofa', 'kind': 'photo'}"],
    ['JSON that breaks off after the text', '{"alt_text":"A cat on a sofa","kind":"pho'],
    ['a think block', `<think>Is it {"alt_text":"A dog"}?</think>${json}`],
    ['a think block that was opened elsewhere', `Is it a dog? </think>\n${json}`],
    ['thinking in capitals', `<THINKING>hm</THINKING>${json}`],
    ['thinking in brackets', `[THINK]A dog?[/THINK]${json}`],
    ['channels', `<|channel|>analysis<|message|>A dog?<|end|><|channel|>final<|message|>${json}`],
    ['plain text', 'A cat on a sofa'],
    ['plain text with a label', 'Alt text: A cat on a sofa'],
    ['plain text with a bold label', '**Alt text:** A cat on a sofa'],
    ['plain text with a label below prose', 'Here it is.\nalt_text: A cat on a sofa'],
    ['plain text in a fence', '```\nA cat on a sofa\n```'],
    ['plain text after thinking', '<think>hm</think>A cat on a sofa']
  ])('%s', (_, content) => {
    expect(readAnswer(content)?.text).toBe(cat)
  })

  test('with quotes, braces and escapes in it', () => {
    const text = 'Sign with the words "{Keep} \\ out" in red'
    expect(readAnswer(`Here: ${JSON.stringify({ alt_text: text })} ok`)?.text).toBe(text)
  })

  test('with an apostrophe in single quotes', () => {
    expect(readAnswer("{'alt_text': 'A dog's toy, chewed', 'kind': 'photo'}")?.text).toBe(
      "A dog's toy, chewed"
    )
  })

  test('with a line break inside the string', () => {
    expect(readAnswer('{"alt_text":"A cat\non a sofa"}')?.text).toBe(cat)
  })
})

describe('nothing usable', () => {
  test.each<[string, unknown]>([
    ['nothing', undefined],
    ['null', null],
    ['a number', 7],
    ['empty', ''],
    ['blank', ' \n\t'],
    ['an empty object', '{}'],
    ['an empty list', '[]'],
    ['JSON null', 'null'],
    ['an empty text', '{"alt_text":""}'],
    ['a blank text', '{"alt_text":"  ","kind":"photo"}'],
    ['null for text', '{"alt_text":null}'],
    ['JSON cut in the text', '{"alt_text":"A cat on a so'],
    ['JSON cut in the key', '{"alt_te'],
    ['a cut fence', '```json\n{"alt_text":"A cat on'],
    ['single quotes cut in the text', "{'alt_text': 'A cat on a so"],
    ['only thinking', '<think>A cat, I suppose</think>'],
    ['thinking that never ends', '<think>A cat, I suppose, {"alt_text":"A dog"}'],
    ['a web page', '<!doctype html><title>Sign in</title>'],
    ['punctuation', '…'],
    ['two texts to choose from', '[{"alt_text":"A"},{"alt_text":"B"}]'],
    ['other keys', '{"error":"no image"}']
  ])('%s', (_, content) => {
    expect(readAnswer(content)).toBeUndefined()
  })
})

describe('the rest of the answer', () => {
  test('is read', () => {
    const answer = { alt_text: cat, kind: 'Photo', visible_text: ' SALE\n50 % ', confidence: 0.5 }
    expect(readAnswer(JSON.stringify(answer))).toEqual({
      text: cat,
      kind: 'photo',
      visibleText: 'SALE 50 %',
      confidence: 0.5
    })
  })

  test.each<[string, object]>([
    ['{"alt_text":"","kind":"unknown","confidence":0}', { text: '', kind: 'unknown', confidence: 0 }],
    ['{"alt_text":" ","kind":"unknown"}', { text: '', kind: 'unknown' }],
    ['{"alt_text":"","confidence":0.1}', { text: '', kind: 'unknown', confidence: 0.1 }],
    ['{"alt_text":"","kind":"photo","confidence":"5 %"}', { text: '', kind: 'unknown', confidence: 0.05 }],
    ['{"alt_text":"A shape","kind":"unknown"}', { text: 'A shape', kind: 'unknown' }]
  ])('may say that the model cannot tell: %s', (content, answer) => {
    expect(readAnswer(content)).toEqual(answer)
  })

  test('is none without a text from a model that is sure', () => {
    expect(readAnswer('{"alt_text":"","kind":"photo","confidence":0.9}')).toBeUndefined()
  })

  test.each([
    ['a text', 'North 40 %,\nSouth 60 %', 'North 40 %, South 60 %'],
    ['nothing', '', undefined],
    ['a word for nothing', 'None.', undefined],
    ['no text', 3, undefined]
  ])('may hold a long description: %s', (_, given, long) => {
    const answer = readAnswer(JSON.stringify({ alt_text: 'Sales', kind: 'chart', long_description: given }))
    expect(answer?.longDescription).toBe(long)
  })

  test('may say that the picture is decorative, without a text', () => {
    expect(readAnswer('{"alt_text":"","kind":"decorative"}')).toEqual({ text: '', kind: 'decorative' })
  })

  test.each<[unknown, number | undefined]>([
    [0, 0],
    [1, 1],
    ['0.4', 0.4],
    ['85%', 0.85],
    [85, 0.85],
    [-1, undefined],
    [101, undefined],
    ['high', undefined],
    [null, undefined]
  ])('confidence %s counts as %s', (confidence, expected) => {
    expect(readAnswer(JSON.stringify({ alt_text: cat, confidence }))?.confidence).toBe(expected)
  })

  test.each(['', ' ', 'None', 'N/A', null, 7])('visible text %s counts as none', (visible_text) => {
    expect(readAnswer(JSON.stringify({ alt_text: cat, visible_text }))).toEqual({ text: cat })
  })

  test.each(['constructor', '__proto__', 'banner', 3, null])('kind %s is left out', (kind) => {
    expect(readAnswer(`{"alt_text":"${cat}","kind":${JSON.stringify(kind)}}`)).toEqual({ text: cat })
  })

  test('is bounded', () => {
    const long = readAnswer(JSON.stringify({ alt_text: 'x'.repeat(9000), visible_text: 'y'.repeat(9000) }))
    expect(long?.text).toHaveLength(2000)
    expect(long?.visibleText).toHaveLength(1000)
  })
})

test.each([
  '{',
  '[{"a":',
  '```',
  '```a',
  '<think>',
  '</think>',
  '<|channel|>analysis',
  '{"alt_text":"',
  '"alt":"x"',
  "'alt':'x",
  '"alt_text":"\\',
  'alt_text:*',
  'x',
  ' ',
  '"'
])('An answer of 100,000 characters of %j is read without an error', (piece) => {
  expect(() => readAnswer(piece.repeat(100_000 / piece.length))).not.toThrow()
  expect(() => readAnswer('{"alt_text":"' + piece.repeat(100_000 / piece.length))).not.toThrow()
})
