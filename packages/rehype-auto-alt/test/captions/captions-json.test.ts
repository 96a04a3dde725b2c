import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { format } from 'prettier'
import { expect, test } from 'vitest'

import {
  type CaptionsDocument,
  emptyDocument,
  parseCaptions,
  printCaptions
} from '../../src/captions/captions-json.ts'
import { recordOf } from '../../src/captions/effective-caption.ts'
import { CaptionsError } from '../../src/errors/captions-error.ts'
import { fileWith, generated, keyOf } from './samples.ts'

const longPath = (columns: number): string => `${'p'.repeat(columns - '      "files": [""],'.length)}`

const document: CaptionsDocument = {
  ...emptyDocument,
  records: new Map([
    ['b:en', recordOf(generated('Fits exactly', { files: [longPath(80)] }))],
    ['a:en', recordOf(generated('Is one column too long', { files: [longPath(81)] }))],
    [
      'B:en',
      recordOf(generated('Wide letters', { files: ['写真/赤いバックパック.png', `${'写'.repeat(18)}.png`] }))
    ],
    [
      'ä:en',
      recordOf(
        generated('Wide letters that do not fit', { files: ['写真/赤い.png', `${'写'.repeat(25)}.png`] })
      )
    ],
    [
      'e:en',
      { alt: 'Quotes " and \\ and </script> and é', rest: { note: { by: 'me', tags: ['a', 'b'], none: {} } } }
    ],
    [
      '10:en',
      recordOf(generated('Many', { files: Array.from({ length: 9 }, (_, i) => `images/number-${i}.png`) }))
    ],
    ['9:en', recordOf(generated('', { problems: ['decorative-proposal'] }))]
  ])
}

function errorOf(text: string): CaptionsError {
  try {
    parseCaptions(text, 'alt-text.json')
  } catch (error) {
    if (CaptionsError.isInstance(error)) return error
    throw error
  }
  throw new Error('was read')
}

test('the file has the form that the documentation shows', () => {
  const caption = generated('Red leather backpack on a white background', {
    model: 'google/gemma-3-27b-instruct/bf-16',
    page: 'content/backpack.md',
    files: ['src/assets/backpack.jpg']
  })
  expect(printCaptions({ ...emptyDocument, records: new Map([['8c1f0a:en', recordOf(caption)]]) })).toBe(`{
  "$schema": "./node_modules/rehype-auto-alt/schema/captions.json",
  "version": 1,
  "captions": {
    "8c1f0a:en": {
      "alt": "Red leather backpack on a white background",
      "status": "generated",
      "origin": "model",
      "model": "google/gemma-3-27b-instruct/bf-16",
      "prompt": 1,
      "page": "content/backpack.md",
      "files": ["src/assets/backpack.jpg"],
      "sum": "${recordOf(caption).sum}",
      "problems": []
    }
  }
}
`)
})

test('a formatter changes nothing in a written file', async () => {
  const text = printCaptions(document)
  expect(await format(text, { parser: 'json' })).toBe(text)
  expect(text).toContain(`      "files": ["${longPath(80)}"],\n`)
  expect(text).toContain(`      "files": [\n        "${longPath(81)}"\n      ],\n`)
  expect(await format(printCaptions(emptyDocument), { parser: 'json' })).toBe(printCaptions(emptyDocument))
})

test('the same captions give the same bytes, in whatever order and form they came', async () => {
  const text = printCaptions(document)
  const reversed = { ...document, records: new Map([...document.records].reverse()) }
  expect(printCaptions(reversed)).toBe(text)
  expect(printCaptions(parseCaptions(text, 'a'))).toBe(text)
  const windows = `\uFEFF${text.replaceAll('\n', '\r\n')}`
  expect(printCaptions(parseCaptions(windows, 'a'))).toBe(text)
  const wide = await format(text, { parser: 'json', printWidth: 200, tabWidth: 4 })
  expect(wide).not.toBe(text)
  expect(printCaptions(parseCaptions(wide, 'a'))).toBe(text)
  const keys = [...parseCaptions(text, 'a').records.keys()]
  expect(keys).toEqual(['10:en', '9:en', 'B:en', 'a:en', 'b:en', 'e:en', 'ä:en'])
})

test('an own schema path and fields that are not known stay', () => {
  const text = '{ "later": {"x": 1}, "captions": {}, "$schema": "../schema.json" }'
  expect(printCaptions(parseCaptions(text, 'a'))).toBe(
    '{\n  "$schema": "../schema.json",\n  "version": 1,\n  "captions": {},\n  "later": {\n    "x": 1\n  }\n}\n'
  )
})

test('a key or field called __proto__ is only a name', () => {
  const text =
    '{"captions":{"__proto__":{"alt":"a","__proto__":{"status":"approved"}},"constructor":{"alt":"b"}}}'
  const { records } = parseCaptions(text, 'a')
  expect([...records.keys()]).toEqual(['__proto__', 'constructor'])
  expect(records.get('__proto__')?.status).toBe(undefined)
  expect(({} as { status?: string }).status).toBe(undefined)
  expect(JSON.parse(printCaptions({ ...emptyDocument, records }))).toEqual(
    JSON.parse(
      text.replace('{', '{"version":1,"$schema":"./node_modules/rehype-auto-alt/schema/captions.json",')
    )
  )
})

test.each([
  [
    'a missing comma',
    '{\n  "captions": {\n    "a": { "alt": "x" }\n    "b": { "alt": "y" }\n  }\n}',
    4,
    'expected "," or "}"'
  ],
  [
    'a comma too many',
    '{\n  "captions": {\n    "a": { "alt": "x" },\n  }\n}',
    4,
    'expected a key in double quotes but found "}"'
  ],
  ['no value', '{\n  "captions":\n}', 3, 'expected a value but found "}"'],
  ['single quotes', "{\n  'captions': {}\n}", 2, 'expected a key'],
  ['a comment', '{\n  // mine\n  "captions": {}\n}', 2, 'expected a key'],
  ['a text over two lines', '{\n  "captions": { "a": { "alt": "x\n y" } }\n}', 2, 'line break'],
  ['a text that does not end', '{\n  "captions": { "a', 2, 'does not end'],
  ['a wrong escape', '{\n"captions": { "a": { "alt": "\\x" } } }', 2, 'no escape'],
  ['a word', '{ "captions": none }', 1, 'expected a value but found "n"'],
  ['a number with a zero in front', '{"captions":{"a":{"alt":"","prompt":01}}}', 1, 'expected a value'],
  ['nothing in it', '', 1, 'the end of the file'],
  ['half of it', '{\n  "captions": {\n    "a": {', 3, 'the end of the file'],
  ['two values', '{ "captions": {} }\n{}', 2, 'text follows'],
  ['thousands of brackets', `{"captions":${'['.repeat(20_000)}`, 1, 'nested more than']
])('a file with %s is refused with the line and the reason', (_, text, line, reason) => {
  expect(() => JSON.parse(text)).toThrow()
  const error = errorOf(text)
  expect(error.line).toBe(line)
  expect(error.message).toContain(reason)
  expect(error.message).toMatch(new RegExp(`^alt-text\\.json:${line} `, 'u'))
  expect(error.message).toContain('was left as it is')
})

test.each([
  [
    'a caption without alt',
    { a: { alt: '' }, b: { status: 'edited' } },
    7,
    '"b": the field "alt" is missing'
  ],
  ['a wrong status', { a: { alt: '', status: 'ok' } }, 6, '"a": the field "status" must be one of'],
  ['a caption that is a text', { a: { alt: '' }, b: 'text' }, 7, '"b": the caption must be an object'],
  ['a wrong name for a field', { a: { alt: '', orgin: 'model' } }, 6, 'Did you mean "origin"?'],
  ['an empty key', { '': { alt: '' } }, 4, 'a key must have'],
  ['a line break in a key', { 'a\nb': { alt: '' } }, 4, 'a key must have']
])('a file with %s is refused with the line and the reason', (_, captions, line, reason) => {
  const error = errorOf(fileWith(captions))
  expect(error.line).toBe(line)
  expect(error.message).toContain(reason)
  expect(error.message).toContain('was left as it is')
})

test('a file that is something else is refused, not overwritten', () => {
  expect(errorOf('{\n  "name": "site",\n  "version": "1.0.0"\n}')).toMatchObject({
    line: 3,
    store: 'alt-text.json'
  })
  expect(errorOf('{ "name": "site" }').message).toContain('"captions" must be an object')
  expect(errorOf('[]').message).toContain('must hold an object')
  expect(errorOf('{\n"version": 2, "captions": {} }').message).toContain('update the package')
})

test('a merge conflict says how to resolve it', () => {
  const [head, tail] = fileWith({ a: { alt: 'x' } }).split('\n    "a"') as [string, string]
  const error = errorOf(`${head}\n<<<<<<< HEAD\n    "a"${tail}\n=======\n>>>>>>> other\n`)
  expect(error.line).toBe(4)
  expect(error.message).toContain('merge conflict')
  expect(error.message).toContain("keep both sides' entries")
})

test('a key that a merge left twice is refused, at any depth', () => {
  const twice = '{\n"captions": {\n"a": { "alt": "x" },\n"\\u0061": { "alt": "y" }\n}\n}'
  expect(errorOf(twice)).toMatchObject({ line: 4 })
  expect(errorOf(twice).message).toContain('has the key "a" a second time')
  expect(errorOf('{"captions":{"a":{"alt":"x",\n"alt":"y"}}}').message).toContain('"alt" a second time')
  expect(parseCaptions('{"captions":{"a":{"alt":"x"},"b":{"alt":"x"}}}', 'a').records.size).toBe(2)
})

test('the schema for editors explains each field and knows what the reader knows', async () => {
  const path = fileURLToPath(new URL('../../schema/captions.json', import.meta.url))
  const schema = JSON.parse(await readFile(path, 'utf8')) as {
    definitions: {
      caption: { required: string[]; properties: Record<string, { description: string; enum?: string[] }> }
    }
  }
  const { required, properties } = schema.definitions.caption
  expect(required).toEqual(['alt'])
  const caption = generated('x', { page: 'a.md', files: ['a.png'], description: 'X' })
  const { rest: _, ...fields } = recordOf(caption)
  expect(Object.keys(properties)).toEqual(Object.keys(fields))
  for (const { description } of Object.values(properties)) expect(description.length).toBeGreaterThan(20)
  for (const name of ['status', 'origin']) {
    for (const value of properties[name]?.enum ?? [])
      parseCaptions(fileWith({ [keyOf('a')]: { alt: '', [name]: value } }), 'a')
    expect(errorOf(fileWith({ a: { alt: '', [name]: 'other' } })).message).toContain(
      properties[name]?.enum?.join(', ')
    )
  }
})
