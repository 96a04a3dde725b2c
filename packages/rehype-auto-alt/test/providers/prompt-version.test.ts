import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { encode } from 'gpt-tokenizer/encoding/o200k_base'
import { describe, expect, test } from 'vitest'

import { buildMessages, PROMPT_VERSION } from '../../src/providers/prompt.ts'
import { descriptionShape, responseFormat, verificationShape } from '../../src/providers/response-format.ts'
import { plainRequest, promptShapes, wordsOf } from './prompt-requests.ts'

/**
 * SHA-256 of the words of each version, its first twelve digits. Where they change in what they ask for, PROMPT_VERSION
 * is raised, a line is added here, and the history in docs/prompt.md says what is new. A change of wording alone
 * changes the line.
 */
const digests: Readonly<Record<number, string>> = {
  2: 'bb1b6ea46095'
}

const shapes = promptShapes()
const doc = readFileSync(new URL('../../../../docs/prompt.md', import.meta.url), 'utf8')

test('the words of the prompt are those of its version', () => {
  const schemas = [descriptionShape({ ...plainRequest, longDescription: true }), verificationShape]
  const digest = createHash('sha256')
    .update(JSON.stringify([shapes, schemas]))
    .digest('hex')
    .slice(0, 12)
  const advice = `The words have changed: raise PROMPT_VERSION, add a line to \`digests\`, and update docs/prompt.md. Digest: ${digest}`
  expect(digests[PROMPT_VERSION], advice).toBe(digest)
})

test('every shape of the prompt reads as it was reviewed', () => {
  const { system } = wordsOf(buildMessages(plainRequest))
  const short = Object.fromEntries(
    Object.entries(shapes).map(([name, words]) => [
      name,
      words.system === system ? { system: 'as by itself', user: words.user } : words
    ])
  )
  expect({
    version: PROMPT_VERSION,
    prompts: { ...short, 'a picture by itself': shapes['a picture by itself'] }
  }).toMatchSnapshot()
})

describe('it is short', () => {
  const tokens = (text: string): number => encode(text).length
  const figures = Object.entries(shapes).map(([name, { system, user }]) => ({
    name,
    system: tokens(system),
    user: tokens(user)
  }))

  test.each(figures)(
    '$name takes $system and $user tokens, as docs/prompt.md says',
    ({ name, system, user }) => {
      expect(system).toBeLessThanOrEqual(600)
      expect(user).toBeLessThanOrEqual(160)
      const row = doc.split('\n').find((line) => line.startsWith(`| ${name} `))
      expect(row?.split('|').slice(2, 4).map(Number)).toEqual([system, user])
    }
  )

  test('its schema, too', () => {
    const schema = JSON.stringify(responseFormat('json_schema', descriptionShape(plainRequest)))
    expect(tokens(schema)).toBeLessThanOrEqual(180)
    expect(doc).toContain(`${tokens(schema)} tokens`)
  })
})

describe('docs/prompt.md', () => {
  test.each(Object.entries(shapes))('holds the words for %s', (_, { system, user }) => {
    const isShown = (line: string): boolean => doc.split('\n').some((shown) => shown.trim() === line.trim())
    const missing = [...system.split('\n'), ...user.split('\n')].filter((line) => !isShown(line))
    expect(missing).toEqual([])
  })

  test('tells the history up to this version', () => {
    const rows = Array.from(doc.matchAll(/^\| +(\d+) +\|/gmu), ([, version]) => Number(version))
    expect(rows).toEqual(Array.from({ length: PROMPT_VERSION }, (_, index) => index + 1))
  })
})
