import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'

import { captionSum } from '../../src/captions/caption-sum.ts'
import { readRecord, recordFields } from '../../src/captions/caption-record.ts'
import { captionOf, recordOf } from '../../src/captions/effective-caption.ts'
import { generated } from './samples.ts'

const written = recordOf(generated('Red leather backpack', { problems: ['needs-review'] }))
const effective = (value: object): ReturnType<typeof captionOf> => captionOf(readRecord(value))

test('the checksum is the first six base32 letters of SHA-256, whatever the spacing and the form of accents', () => {
  const bits = createHash('sha256').update('Café au lait').digest()
  const binary = [...bits.subarray(0, 4)].map((byte) => byte.toString(2).padStart(8, '0')).join('')
  const letters = binary
    .slice(0, 30)
    .match(/.{5}/gu)
    ?.map((five) => 'abcdefghijklmnopqrstuvwxyz234567'[parseInt(five, 2)])
  expect(captionSum('Café au lait')).toBe(letters?.join(''))
  expect(captionSum('  Cafe\u0301\n au   lait ')).toBe(captionSum('Café au lait'))
  expect(captionSum('')).toBe('4oymiq')
})

test('what the tool wrote is read back as it was', () => {
  const caption = generated('Red leather backpack', {
    page: 'a.md',
    files: ['b.png', 'a.png'],
    problems: ['too-long']
  })
  expect(captionOf(recordOf(caption))).toEqual({ ...caption, files: ['a.png', 'b.png'] })
})

test('a hand-written alternative is a person’s, with nothing but its text', () => {
  expect(effective({ alt: 'Our shop in Lyon' })).toEqual({
    alt: 'Our shop in Lyon',
    status: 'edited',
    origin: 'human',
    files: [],
    problems: []
  })
})

test('a changed text is a person’s, and the problems of the former one are gone', () => {
  for (const status of ['generated', 'approved', 'decorative', 'rejected', undefined] as const) {
    const { status: _, ...rest } = written
    const changed = { ...rest, alt: 'A red backpack', ...(status && { status }) }
    expect(effective(changed)).toMatchObject({
      alt: 'A red backpack',
      status: 'edited',
      origin: 'human',
      problems: []
    })
  }
  expect(effective({ ...written, alt: 'Red  leather\nbackpack ' })).toMatchObject({
    status: 'generated',
    origin: 'model'
  })
})

test('a record without its checksum is a person’s', () => {
  const { sum: _, ...rest } = written
  expect(effective(rest)).toMatchObject({ status: 'edited', origin: 'human', problems: [] })
  expect(effective({ ...rest, status: 'rejected' })).toMatchObject({ status: 'rejected' })
})

test('a status set by hand on the tool’s own text is honoured', () => {
  expect(effective({ ...written, status: 'approved' })).toMatchObject({ status: 'approved', origin: 'model' })
  expect(effective({ ...written, status: 'rejected' })).toMatchObject({ status: 'rejected', origin: 'model' })
  expect(effective({ ...written, status: 'decorative' })).toMatchObject({ status: 'decorative', alt: '' })
})

test('an emptied alternative is rejected until its status says decorative', () => {
  for (const status of ['generated', 'approved', 'edited', 'rejected'] as const) {
    expect(effective({ ...written, alt: ' ', status })).toMatchObject({
      alt: '',
      status: 'rejected',
      origin: 'human'
    })
  }
  expect(effective({ alt: '' }).status).toBe('rejected')
  expect(effective({ ...written, alt: '', status: 'decorative' }).status).toBe('decorative')
})

test('a proposal to call an image decorative stays one until a person approves it', () => {
  const proposal = recordOf(generated('', { problems: ['decorative-proposal'] }))
  expect(captionOf(proposal)).toMatchObject({
    alt: '',
    status: 'generated',
    problems: ['decorative-proposal']
  })
  expect(effective({ ...proposal, status: 'approved' }).status).toBe('decorative')
  const { sum: _, ...withoutSum } = proposal
  expect(effective(withoutSum).status).toBe('rejected')
})

test('control and bidirectional characters go, and line breaks become spaces', () => {
  const caption = effective({
    alt: 'a\u202Eb\u0000c\r\nd\u2028e',
    model: 'm\u2066odel',
    files: ['a\nb.png'],
    page: 'p\u0007.md'
  })
  expect(caption).toMatchObject({ alt: 'abc d e', model: 'model', files: ['a b.png'], page: 'p.md' })
})

test.each([
  ['no object', 'text', 'must be an object'],
  ['a list', [], 'must be an object'],
  ['no alt', { status: 'edited' }, '"alt" is missing'],
  ['alt of another type', { alt: 3 }, '"alt" must be a text'],
  ['alt over 2,000 characters', { alt: 'x'.repeat(2001) }, '"alt" is longer than 2000'],
  ['an unknown status', { alt: '', status: 'done' }, '"status" must be one of generated'],
  ['files of numbers', { alt: '', files: [1] }, '"files" must be a text'],
  ['too many files', { alt: '', files: Array(1001).fill('a') }, '"files" has more than 1000'],
  ['half a prompt version', { alt: '', prompt: 1.5 }, '"prompt" must be a whole number'],
  [
    'a field that is misspelt',
    { alt: '', staus: 'rejected' },
    '"staus" is not known. Did you mean "status"?'
  ],
  ['a field in capitals', { alt: '', Status: 'rejected' }, 'Did you mean "status"?'],
  ['a boundless unknown field', { alt: '', note: 'x'.repeat(2001) }, '"note" is longer than 2000'],
  [
    'boundless unknown fields',
    { alt: '', ...Object.fromEntries(Array.from({ length: 21 }, (_, i) => [`x${i}`, 1])) },
    'more than 20'
  ]
])('a record with %s is refused by name', (_, value, reason) => {
  expect(() => readRecord(value)).toThrow(reason)
})

test('fields of a later version survive, and no field name reaches a prototype', () => {
  const record = readRecord(
    JSON.parse('{"zone":[1],"alt":"a","__proto__":{"status":"approved"},"author":"me"}')
  )
  expect(Object.getPrototypeOf(record)).toBe(null)
  expect(record.status).toBe(undefined)
  expect(recordFields(record).map(([name]) => name)).toEqual(['alt', '__proto__', 'author', 'zone'])
  const fields = recordFields(recordOf(captionOf(record), record)).map(([name]) => name)
  expect(fields).toEqual([
    'alt',
    'status',
    'origin',
    'files',
    'sum',
    'problems',
    '__proto__',
    'author',
    'zone'
  ])
})
