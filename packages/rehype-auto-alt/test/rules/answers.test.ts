import { describe, expect, it } from 'vitest'

import { checkAnswer } from '../../src/rules/answer/check-answer.ts'
import { settleAnswer } from '../../src/rules/answer/settle-answer.ts'
import { cleanAnswer } from '../../src/rules/answer/clean-answer.ts'
import { fitToLimit } from '../../src/rules/answer/fit.ts'

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
    ['Option 1: A cat\nOption 2: A dog', 'A cat'],
    ['A cat on a mat\n\nA cat on a mat', 'A cat on a mat'],
    ['Photo of a bridge #paris #travel', 'A bridge'],
    ['A dog on a beach 🐶🏖️', 'A dog on a beach'],
    ["'The cat's paw on a keyboard'", "The cat's paw on a keyboard"],
    ['‘The cat’s paw on a keyboard.’', 'The cat’s paw on a keyboard'],
    ['Map of the U.S.', 'Map of the U.S.'],
    ['Two \u200B dogs', 'Two dogs'],
    ['Two\u0085dogs', 'Two dogs'],
    ['Two dogs<|im_end|>', 'Two dogs'],
    ['A cat &amp; a dog', 'A cat & a dog'],
    ['A `README.md` file in an editor', 'A README.md file in an editor'],
    ['A [red](https://example.com) door', 'A red door'],
    ['Sure! Here is the alt text: A red door', 'A red door'],
    ['A red door. Let me know if you need more!', 'A red door'],
    ['This is a red door', 'A red door'],
    ['A cat is shown in the image', 'A cat'],
    ['There are two cats in the picture.', 'Two cats'],
    ['x-ray of a hand', 'X-ray of a hand'],
    ['macOS desktop with two windows', 'macOS desktop with two windows'],
    ['a dog , a cat .', 'A dog, a cat']
  ])('%j becomes %j', (raw, clean) => {
    expect(checkAnswer(raw, style)).toEqual({ text: clean, faults: [] })
  })

  it.each([
    ['de', 'Bild von einem Hund am Strand', 'Hund am Strand'],
    ['de', 'Das Foto zeigt eine Katze', 'Eine Katze'],
    ['de', 'Das Bild zeigt einen Hund am Strand', 'Hund am Strand'],
    ['de', 'Auf dem Bild ist ein Hund am Strand zu sehen.', 'Ein Hund am Strand'],
    ['de', 'Zu sehen ist eine Katze', 'Eine Katze'],
    ['de', 'Auf dem Bild ist ein Hund zu sehen, der im Schnee spielt.', 'Ein Hund, der im Schnee spielt'],
    ['de', 'eine eine Katze auf dem Sofa', 'Eine Katze auf dem Sofa'],
    ['fr', 'Une photo de trois enfants', 'Trois enfants'],
    ['fr', 'Sur cette image, on voit un chien', 'Un chien'],
    ['fr', 'Attention : chien méchant', 'Attention : chien méchant'],
    ['es', 'Imagen de un perro', 'Un perro'],
    ['es', 'En la imagen se ve un perro', 'Un perro'],
    ['es', 'Frasco de vitamina E', 'Frasco de vitamina E'],
    ['pt', 'Na imagem, vemos um gato', 'Um gato'],
    ['it', "Nell'immagine si vede un gatto", 'Un gatto'],
    ['nl', 'Op de foto is een hond te zien', 'Een hond'],
    ['nl', 'ijsbeer op het ijs', 'IJsbeer op het ijs'],
    ['ru', 'На фото изображена кошка', 'Кошка'],
    ['pl', 'Na zdjęciu jest kot', 'Kot'],
    ['ja', 'ソファで寝ている猫の画像です。', 'ソファで寝ている猫'],
    ['zh', '照片显示一只猫在沙发上', '一只猫在沙发上'],
    ['zh', '沙发上的猫的图片', '沙发上的猫'],
    ['tr', 'iki kedi', 'İki kedi']
  ])('in %s, %j becomes %j', (language, raw, clean) => {
    expect(checkAnswer(raw, { ...style, language })).toEqual({ text: clean, faults: [] })
  })

  it.each([
    ['de', 'Das Bild zeigt einen alten Hut'],
    ['de', 'Bild von zwei Hunden'],
    ['nl', 'Foto die een hond toont'],
    ['ru', 'Фото кошки'],
    ['pl', 'Zdjęcie przedstawia filiżankę']
  ])('in %s, %j keeps its opening, since what follows could not stand alone', (language, raw) => {
    expect(checkAnswer(raw, { ...style, language })).toMatchObject({
      text: raw,
      faults: expect.arrayContaining(['redundant-prefix'])
    })
  })

  it.each([
    'Photo editor showing three layers',
    'Disk image on a desktop',
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
    "'Stop' sign beside one that says 'Go'",
    'Code with the names snake_case and camelCase',
    'Sheet of paper with the letters A A A B'
  ])('%j stays as it is', (text) => {
    expect(checkAnswer(text, style)).toEqual({ text, faults: [] })
  })

  it('ends with a full stop only when that is asked for', () => {
    expect(cleanAnswer('A cat', { language: 'en', fullStop: true })).toBe('A cat.')
    expect(cleanAnswer('A cat!', { language: 'en', fullStop: true })).toBe('A cat!')
    expect(cleanAnswer('A cat. A dog.', { language: 'en', fullStop: false })).toBe('A cat. A dog')
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
    '申し訳ありませんが、画像を確認できません。',
    'Sorry — there is nothing to see'
  ])('%j is a refusal', (raw) => {
    expect(checkAnswer(raw, style).faults).toContain('refusal')
  })

  it.each([
    '',
    '...',
    '{"alt_text": "A cat"',
    '<p>A cat</p>',
    '42',
    'Logo',
    'IMG_2041.jpg',
    'A <unk> on a mat',
    'None',
    'Image unavailable',
    'Unclear picture',
    'Unknown.',
    'Nothing is visible',
    'Sure!',
    'Here you go'
  ])('%j is no sentence', (raw) => {
    expect(checkAnswer(raw, style).faults).toContain('not-a-sentence')
  })

  it.each([
    "A person can't reach the shelf",
    'Sorry! board game on a table',
    'None of the seats are taken',
    'Unknown soldier memorial',
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
    ['A person in a suit holding', 'en'],
    ['A red bicycle (seen from', 'en'],
    ['A sign that says "no entry', 'en'],
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
      'A person in a blue coat walks a golden retriever along a leafy path in an autumn park. Behind them, children play on swings near a pond.'
    expect(fitToLimit(long, 120, 'en')).toEqual({
      text: 'A person in a blue coat walks a golden retriever along a leafy path in an autumn park',
      cut: 'one-sentence'
    })
  })

  it('then ends at a clause, and a person has to look at it', () => {
    const long =
      'A person in a long blue woollen coat walks a golden retriever along a leafy path, surrounded by tall autumn trees and a small pond'
    expect(settleAnswer(checkAnswer(long, style), style)).toEqual({
      text: 'A person in a long blue woollen coat walks a golden retriever along a leafy path',
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

  it.each([
    ['a well-known', 'A photo album with a well-known lighthouse on its cover', 27],
    ['an address', 'A poster beside the door with www.example.org below a logo', 34],
    ['a name', 'A street sign that points to the O’Connor bridge in the north', 34],
    ['a compound', 'Ein Schild neben der Straßenbahnhaltestelle am Markt', 30]
  ])('cuts before %s, not inside', (_, long, limit) => {
    const text = fitToLimit(long, limit, 'en')?.text ?? ''
    expect(long.startsWith(text)).toBe(true)
    expect(long.slice(text.length)).toMatch(/^ /u)
  })

  it('gives up on one endless word', () => {
    expect(fitToLimit('A'.repeat(300), 120, 'en')).toBeUndefined()
  })
})
