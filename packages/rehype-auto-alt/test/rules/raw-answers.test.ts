import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { rawAnswer } from './raw-answer-arbitrary.ts'
import { rawCaptions } from './raw-captions.ts'
import { soundAnswer } from './sound-answer.ts'

const isFull = process.env['AUTO_ALT_FULL'] === '1'
const runs = isFull ? 20_000 : 1000
const style = { maxLength: 120, language: 'en', fullStop: false }

describe('what is stored of a raw answer', () => {
  it.each(rawCaptions)('%j', (raw) => {
    soundAnswer(raw, style)
  })

  it('is at most as long as allowed, on one line, in whole words of the answer, free of faults or flagged', () => {
    let stored = 0
    fc.assert(
      fc.property(rawAnswer, ({ raw, ...asked }) => {
        if (soundAnswer(raw, asked)) stored++
      }),
      { numRuns: runs, seed: 6, includeErrorInReport: true }
    )
    // Of nothing stored, anything is true.
    expect(stored).toBeGreaterThan(runs / 4)
  }, 600_000)
})

describe('of captions as models give them', () => {
  const stored = (raw: string): string | undefined => soundAnswer(raw, style)?.text

  it.each([
    ['small goat standing on top of a wooden crate', 'Small goat standing on top of a wooden crate'],
    ['there is a cat that is sleeping on a keyboard', 'A cat that is sleeping on a keyboard'],
    ['there are many boats in the water near the pier', 'Many boats in the water near the pier'],
    ['a picture of a kitchen with a stove and a sink and a', 'A kitchen with a stove and a sink'],
    ['a a dog catching a frisbee in the the air', 'A dog catching a frisbee in the air'],
    [
      'a stop sign in front of a building with graffiti on it .',
      'A stop sign in front of a building with graffiti on it'
    ],
    ['in this image we can see a truck parked beside a warehouse', 'A truck parked beside a warehouse'],
    ['npm install output in a terminal window', 'npm install output in a terminal window'],
    ['iPhone lying on a wooden table', 'iPhone lying on a wooden table'],
    ['A cat on a mat. A cat on a mat.', 'A cat on a mat'],
    ['A cat on a mat. a dog beside it.', 'A cat on a mat. A dog beside it']
  ])('%j becomes %j', (raw, text) => {
    expect(stored(raw)).toBe(text)
  })

  it.each([
    'a bunch of bananas hanging from a <unk>',
    'a plate of food with UNK and broccoli',
    'a bedroom with a bed and a lamp and a lamp and a lamp',
    'Click here to see the full picture',
    'Write the text alternative of this picture.'
  ])('nothing is stored of %j', (raw) => {
    expect(stored(raw)).toBeUndefined()
  })
})
