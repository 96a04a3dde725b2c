import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { checkAnswer, faultsOf, settleAnswer } from '../../src/rules/check-answer.ts'
import { cleanAnswer } from '../../src/rules/clean-answer.ts'
import { fitToLimit } from '../../src/rules/fit.ts'
import { countGraphemes } from '../../src/rules/plain-text.ts'

const style = { maxLength: 120, language: 'en', fullStop: false }

describe('an answer is brought into the house style', () => {
  it.each([
    ['A cat.', 'A cat'],
    ['  A cat\n sits on a mat. ', 'A cat sits on a mat'],
    ['"Two dogs on a beach"', 'Two dogs on a beach'],
    ['“Two dogs on a beach.”', 'Two dogs on a beach'],
    ['Image of a red leather backpack', 'A red leather backpack'],
    ['An image showing two dogs', 'Two dogs'],
    ['This photo shows a lighthouse at dusk', 'A lighthouse at dusk'],
    ['In this image, a cat sits on a mat', 'A cat sits on a mat'],
    ['Alt text: "A photo of a bridge"', 'A bridge'],
    ['**Alt text:** A dog.', 'A dog'],
    ['```\nA dog\n```', 'A dog'],
    ['Here are two options:\n- A cat on a mat\n- A cat', 'A cat on a mat'],
    ['1. A cat\n2. A dog', 'A cat'],
    ['Photo of the Eiffel Tower #paris #travel', 'The Eiffel Tower'],
    ['Bild von einem Hund am Strand', 'Hund am Strand'],
    ['Das Foto zeigt eine Katze', 'Eine Katze'],
    ['Une photo de trois enfants', 'Trois enfants'],
    ['Imagen de un perro', 'Un perro'],
    ['照片显示一只猫在沙发上', '一只猫在沙发上'],
    ["'The cat's paw on a keyboard'", "The cat's paw on a keyboard"],
    ['‘The cat’s paw on a keyboard.’', 'The cat’s paw on a keyboard'],
    ['Map of the U.S.', 'Map of the U.S.'],
    ['Two \u200B dogs', 'Two dogs']
  ])('%j becomes %j', (raw, clean) => {
    expect(checkAnswer(raw, style)).toEqual({ text: clean, faults: [] })
  })

  it.each([
    'Photo editor showing three layers',
    'Disk image on a desktop',
    'Picture This logo',
    'Image editing software with a histogram',
    'Picture frames on a brick wall',
    'Screenshot of the settings page',
    '"Hello" sign on a door',
    'A dog that says "hello"',
    'Map of the visitor path',
    'Two people sitting outside',
    'Arcade screen that says Game over',
    'A jar labelled Vitamin A',
    'A 27" monitor on a desk',
    'A blue "Route 66" sign',
    'Diagram with step a) and step b)',
    'Schild mit der Aufschrift „Ruhe“',
    "'Stop' sign beside one that says 'Go'"
  ])('%j stays as it is', (text) => {
    expect(checkAnswer(text, style)).toEqual({ text, faults: [] })
  })

  it('ends with a full stop only when that is asked for', () => {
    expect(cleanAnswer('A cat', { fullStop: true })).toBe('A cat.')
    expect(cleanAnswer('A cat!', { fullStop: true })).toBe('A cat!')
    expect(cleanAnswer('A cat. A dog.', { fullStop: false })).toBe('A cat. A dog')
  })
})

describe('an answer that is no description is named as such', () => {
  it.each([
    "I'm sorry, but I can't help with identifying people in this image.",
    'I cannot see the image you are referring to.',
    'As an AI language model, I am not able to view pictures.',
    'Unable to view the image',
    'Please upload the image again',
    'Es tut mir leid, ich kann dieses Bild nicht beschreiben.',
    'Lo siento, no puedo ayudar con eso.',
    '申し訳ありませんが、画像を確認できません。'
  ])('%j is a refusal', (raw) => {
    expect(checkAnswer(raw, style).faults).toContain('refusal')
  })

  it.each(['', '...', '{"alt_text": "A cat"', '<p>A cat</p>', '42', 'red red red red red'])(
    '%j is no sentence',
    (raw) => {
      expect(checkAnswer(raw, style).faults).toContain('not-a-sentence')
    }
  )

  it.each([
    "A man can't reach the shelf",
    'Sorry! board game on a table',
    'A sign that says "I cannot help"',
    'Screenshot of an error that reads “Unable to load the image”',
    'Banner that asks: Please share your feedback'
  ])('%j describes something', (raw) => {
    expect(checkAnswer(raw, style).faults).toEqual([])
  })
})

describe('an answer that stops in the middle is noticed', () => {
  it.each([
    ['A red bicycle leaning against the', 'en'],
    ['A woman in a suit holding', 'en'],
    ['A red bicycle (seen from', 'en'],
    ['A sign that says "No entry', 'en'],
    ['A red bicycle, a blue car,', 'en'],
    ['A red bicycle...', 'en'],
    ['Ein Hund auf dem', 'de'],
    ['Ein Schild mit „Ruhe', 'de'],
    ['Een hond op een', 'nl'],
    ['Un chien sur le', 'fr']
  ])('%j', (raw, language) => {
    expect(checkAnswer(raw, { ...style, language }).faults).toEqual(['cut-short'])
  })

  it.each([
    ['Ein Hund schaut zu', 'de'],
    ['Een hond loopt door', 'nl'],
    ['A dog beside a door', 'en']
  ])('%j is whole', (raw, language) => {
    expect(checkAnswer(raw, { ...style, language }).faults).toEqual([])
  })
})

describe('a text that is too long is shortened where it can end', () => {
  it('keeps whole sentences first', () => {
    const long =
      'A woman in a blue coat walks a golden retriever along a leafy path in an autumn park. Behind them, children play on swings near a pond.'
    expect(fitToLimit(long, 120, 'en')).toEqual({
      text: 'A woman in a blue coat walks a golden retriever along a leafy path in an autumn park',
      cut: 'one-sentence'
    })
  })

  it('then ends at a clause, and a person has to look at it', () => {
    const long =
      'A woman in a long blue woollen coat walks a golden retriever along a leafy path, surrounded by tall autumn trees and a small pond'
    expect(settleAnswer(checkAnswer(long, style), style)).toEqual({
      text: 'A woman in a long blue woollen coat walks a golden retriever along a leafy path',
      problems: ['needs-review']
    })
  })

  it('never ends on a word that leads to another', () => {
    const long = `${'brick wall and window '.repeat(5)}beside the small door of the large old house`
    const fitted = fitToLimit(long, 117, 'en')
    expect(fitted?.text).not.toMatch(/ (?:of|the|beside|and)$/u)
    expect(long.startsWith(fitted?.text ?? '?')).toBe(true)
  })

  it('does not cut after a word that seldom ends a sentence', () => {
    const long = `${'brick wall and window '.repeat(5)}inside the large old house`
    expect(fitToLimit(long, 117, 'en')?.text).toMatch(/window$/u)
  })

  it('gives up on one endless word', () => {
    expect(fitToLimit('A'.repeat(300), 120, 'en')).toBeUndefined()
  })

  it('keeps to the limit, one line, and the words of the answer, whatever the answer is', () => {
    const word = fc.oneof(
      fc.constantFrom(
        'a',
        'the',
        'of',
        'dog',
        'Image of',
        'photo',
        '"',
        '.',
        ',',
        '—',
        'ß',
        '👨‍👩‍👧',
        'été',
        '\n',
        '*',
        'cliché'
      ),
      fc.string({ maxLength: 12 })
    )
    fc.assert(
      fc.property(fc.array(word, { maxLength: 80 }), (words) => {
        const raw = words.join(' ')
        const answer = checkAnswer(raw, style)
        const settled = settleAnswer(answer, style)
        if (!settled) return
        expect(countGraphemes(settled.text)).toBeLessThanOrEqual(120)
        expect(settled.text).not.toMatch(/[\r\n\u2028\u2029]/u)
        expect(settled.text).toBe(settled.text.trim())
        const remaining = faultsOf(settled.text, style)
        expect(remaining.filter((fault) => fault !== 'cut-short')).toEqual([])
        const next = answer.text.slice(settled.text.length).charAt(0)
        if (answer.text.startsWith(settled.text) && /[\p{L}\p{N}]$/u.test(settled.text)) {
          expect(next).not.toMatch(/[\p{L}\p{N}]/u)
        }
      }),
      { numRuns: 2000, seed: 42 }
    )
  })
})
