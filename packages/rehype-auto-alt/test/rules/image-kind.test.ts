import { describe, expect, test } from 'vitest'
import { heardWords, type NameFacts } from '../../src/rules/verdict/accessible-name.ts'
import type { AttributeValue } from '../../src/rules/attribute-value.ts'
import type { ImageKind } from '../../src/rules/image-kind.ts'
import { needsAlternative } from '../../src/rules/verdict/needs-alternative.ts'
import { roleOf } from '../../src/rules/verdict/role.ts'
import { verdictOf } from '../../src/rules/verdict/verdict.ts'

type Given = Readonly<Record<string, AttributeValue>>

function verdict(kind: ImageKind, given: Given, facts: Partial<NameFacts> = {}): string {
  const attributes = new Map(Object.entries(given))
  const rest = { spread: false, hidden: false, emptyAltBy: 'author', labelled: false } as const
  return verdictOf({ attributes, kind, ...rest, ...facts }, 'auto')
}

const kinds: readonly ImageKind[] = ['img', 'area', 'button', 'object', 'svg', 'role']

describe('names that count', () => {
  test.each<[Given, readonly ImageKind[]]>([
    [{ 'aria-label': 'Words' }, kinds],
    [{ title: 'Words' }, kinds],
    [{ alt: 'Words' }, ['img', 'area', 'button']],
    [{ alt: '', title: 'Words' }, ['area', 'button', 'object', 'svg', 'role']],
    [{ name: 'Words', value: 'Words' }, []]
  ])('%j for %j', (given, expected) => {
    expect(kinds.filter((kind) => verdict(kind, given) === 'named')).toEqual(expected)
  })

  test('what an id leads to, a title element, a label', () => {
    for (const kind of kinds) {
      expect(verdict(kind, {}, { labelled: true })).toBe('named')
      expect(verdict(kind, {}, { titleElement: 'Words' })).toBe('named')
      expect(verdict(kind, {}, { titleElement: ' \n' })).toBe('missing')
      expect(verdict(kind, {}, { hasLabel: true })).toBe('named')
    }
  })
})

test('an empty alt says something of a picture only', () => {
  expect(kinds.map((kind) => verdict(kind, { alt: '' }))).toEqual([
    'decorative',
    ...Array.from({ length: 5 }, () => 'missing')
  ])
})

describe('a role that is no image’s', () => {
  test.each<[Given, string, string, string]>([
    [{ role: 'none' }, 'decorative', 'missing', 'decorative'],
    [{ role: 'none', disabled: true }, 'decorative', 'decorative', 'decorative'],
    [{ role: 'presentation', tabindex: '-1' }, 'missing', 'missing', 'missing'],
    [{ role: 'presentation', 'aria-live': 'polite' }, 'missing', 'missing', 'missing'],
    [{ role: 'separator' }, 'decorative', 'missing', 'decorative'],
    [{ role: 'separator', tabindex: '0' }, 'missing', 'missing', 'missing'],
    [{ role: 'separator', disabled: true, tabindex: '0' }, 'missing', 'decorative', 'missing'],
    [{ role: 'button' }, 'missing', 'missing', 'missing'],
    [{ role: 'picture' }, 'missing', 'missing', 'missing']
  ])('%j: img %s, image button %s, object %s', (given, img, button, object) => {
    expect([verdict('img', given), verdict('button', given), verdict('object', given)]).toEqual([
      img,
      button,
      object
    ])
  })

  test('is passed over on an area, which is a link', () => {
    expect(verdict('area', { role: 'none' })).toBe('missing')
    expect(verdict('area', { role: 'separator' })).toBe('missing')
  })
})

test('the first role that exists counts', () => {
  const role = (value: AttributeValue): string | undefined => roleOf(new Map([['role', value]]))
  expect(role(' Picture\tIMG none')).toBe('img')
  expect(role('none img')).toBe('none')
  expect(role('')).toBe(undefined)
  expect(role(true)).toBe(undefined)
  expect(role({ expression: 'role' })).toBe(undefined)
})

describe('the words that are heard', () => {
  const heard = (given: Given, facts: Partial<NameFacts> = {}): string =>
    heardWords({ attributes: new Map(Object.entries(given)), labelled: false, ...facts })

  test.each<[Given, string]>([
    [{ 'aria-label': 'a', alt: 'b', title: 'c' }, 'a'],
    [{ 'aria-label': ' ', alt: 'b', title: 'c' }, 'b'],
    [{ alt: ' ', title: 'c' }, 'c'],
    [{ alt: '', title: 'c' }, ''],
    [{ alt: 'b', role: 'none' }, ''],
    [{ alt: 'b', role: 'none', tabindex: '0' }, 'b'],
    [{ alt: 'b', 'aria-label': { expression: 'x' } }, ''],
    [{ alt: 'b', 'aria-labelledby': { expression: 'x' } }, '']
  ])('of %j are %j', (given, expected) => expect(heard(given)).toBe(expected))

  test('stand elsewhere where an id leads to them', () =>
    expect(heard({ alt: 'b' }, { labelled: true })).toBe(''))
})

test('only pictures are ever given an alternative', () => {
  const open = kinds.filter((kind) => needsAlternative({ kind, verdict: 'missing', off: false }))
  expect(open).toEqual(['img'])
  expect(needsAlternative({ verdict: 'missing', off: false })).toBe(true)
  expect(needsAlternative({ verdict: 'missing', off: true })).toBe(false)
})
