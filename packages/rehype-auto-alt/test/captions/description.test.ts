import { readFile, writeFile } from 'node:fs/promises'
import { expect, test } from 'vitest'

import { CaptionsFile } from '../../src/captions/captions-file.ts'
import { captionVersion, changeCaption } from '../../src/captions/change-caption.ts'
import { parseCaptions, printCaptions } from '../../src/captions/captions-json.ts'
import { fileWith, generated, keyOf, project } from './samples.ts'

const chart = keyOf('chart')

test('a long description is the last known field, on one line, and survives a decision about the words', async () => {
  const { root, file } = await project()
  const store = new CaptionsFile(file, { root })
  await store.set(
    chart,
    generated('Sales', { description: ' From 10\n to \u202e40 ', problems: ['needs-review'] })
  )
  await store.flush()
  const fields = (await readFile(file, 'utf8')).match(/^ {6}"\w+"/gmu)?.map((field) => field.slice(7, -1))
  expect(fields).toEqual([
    'alt',
    'status',
    'origin',
    'model',
    'prompt',
    'files',
    'sum',
    'problems',
    'description'
  ])
  const version = captionVersion(await store.get(chart))
  await changeCaption(store, { key: chart, version, file: 'a.png' }, { kind: 'edit', alt: 'Sales by year' })
  expect(await new CaptionsFile(file, { root }).get(chart)).toMatchObject({
    alt: 'Sales by year',
    status: 'edited',
    description: 'From 10 to 40'
  })
})

test('one written by hand needs nothing else, and a blank one is none', async () => {
  const { root, file } = await project(
    fileWith({
      [chart]: { alt: 'Sales', description: 'Rising.' },
      [keyOf('b')]: { alt: 'B', description: ' ' }
    })
  )
  const store = new CaptionsFile(file, { root })
  expect(await store.get(chart)).toMatchObject({ status: 'edited', origin: 'human', description: 'Rising.' })
  expect(await store.get(keyOf('b'))).not.toHaveProperty('description')
})

test('one that somebody writes while a run goes on stays', async () => {
  const { root, file } = await project(fileWith({ [chart]: { alt: 'Sales', status: 'generated', sum: 'x' } }))
  const store = new CaptionsFile(file, { root })
  await store.set(chart, generated('Sales'))
  await store.flush()
  await store.set(chart, generated('Sales by year', { description: 'A model’s.' }))
  const document = parseCaptions(await readFile(file, 'utf8'), file)
  const record = document.records.get(chart)
  const records = new Map([[chart, { ...record!, description: 'Mine.' }]])
  await writeFile(file, printCaptions({ ...document, records }))
  await store.flush()
  expect(await new CaptionsFile(file, { root }).get(chart)).toMatchObject({
    alt: 'Sales by year',
    description: 'Mine.'
  })
})

test('one that is too long is named with its line', () => {
  const text = fileWith({ [chart]: { alt: 'Sales', description: 'x'.repeat(2001) } })
  expect(() => parseCaptions(text, 'alt-text.json')).toThrow(
    /alt-text\.json:6 breaks .*"description" is longer than 2000/u
  )
})
