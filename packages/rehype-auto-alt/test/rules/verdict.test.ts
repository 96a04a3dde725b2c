import { describe, expect, test } from 'vitest'
import type { AttributeValue } from '../../src/rules/attribute-value.ts'
import { purposeOfLink } from '../../src/rules/purpose/control-purpose.ts'
import { isTiny } from '../../src/rules/verdict/tiny.ts'
import { verdictOf, type EmptyAlt, type VerdictFacts } from '../../src/rules/verdict/verdict.ts'
import { ownVisibility } from '../../src/rules/verdict/visibility.ts'

type Given = Readonly<Record<string, AttributeValue>>

function verdict(given: Given, facts: Partial<VerdictFacts> = {}, emptyAlt: EmptyAlt = 'auto'): string {
  const attributes = new Map(Object.entries({ src: 'a.png', ...given }))
  return verdictOf(
    { attributes, spread: false, hidden: false, labelled: false, emptyAltBy: 'author', ...facts },
    emptyAlt
  )
}

describe('an image is missing an alternative', () => {
  test.each<Given>([
    {},
    { alt: ' ' },
    { alt: '\u00A0' },
    { alt: '\u200B' },
    { alt: '\u2800\u00AD' },
    { title: ' ' },
    { 'aria-label': '' }
  ])('with %j', (given) => expect(verdict(given)).toBe('missing'))

  test('when Markdown made the alt empty, but not when its author did or nobody knows', () => {
    expect(verdict({ alt: '' }, { emptyAltBy: 'markdown' })).toBe('missing')
    expect(verdict({ alt: '' }, { emptyAltBy: 'author' })).toBe('decorative')
    expect(verdict({ alt: '' }, { emptyAltBy: 'unplaced' })).toBe('decorative')
  })

  test('when an earlier stage marked its empty alt', () => {
    expect(verdict({ alt: '', 'data-auto-alt-intent': 'missing' })).toBe('missing')
    expect(verdict({ alt: true, 'data-auto-alt-intent': 'missing' })).toBe('missing')
    expect(verdict({ alt: '', 'data-auto-alt-intent': 'decorative' })).toBe('decorative')
  })

  test('when role=none cannot take effect, because it can be focused or carries a global ARIA attribute', () => {
    expect(verdict({ role: 'none', tabindex: '0' })).toBe('missing')
    expect(verdict({ role: 'presentation', 'aria-describedby': 'x' })).toBe('missing')
  })
})

describe('an image is decorative', () => {
  test.each<Given>([
    { alt: '' },
    { alt: true },
    { alt: '', title: 'Tooltip' },
    { role: 'none' },
    { role: 'presentation' },
    { role: 'PRESENTATION img' },
    { role: 'none', alt: ' ' },
    { role: 'none', alt: '', tabindex: '0' },
    { role: 'none', 'aria-hidden': 'false' }
  ])('with %j', (given) => expect(verdict(given)).toBe('decorative'))
})

describe('an image is named', () => {
  test.each<Given>([
    { alt: 'A cat' },
    { 'aria-label': 'A cat' },
    { 'aria-label': 'A cat', alt: '' },
    { title: 'A cat' },
    { title: 'A cat', alt: ' ' },
    { alt: '0' },
    { role: 'none', alt: 'A cat' }
  ])('with %j', (given) => expect(verdict(given)).toBe('named'))

  test('by text that its aria-labelledby leads to, even with an empty alt', () => {
    expect(verdict({ 'aria-labelledby': 'x' }, { labelled: true })).toBe('named')
    expect(verdict({ 'aria-labelledby': 'x', alt: '' }, { labelled: true })).toBe('named')
    expect(verdict({ 'aria-labelledby': 'x' }, { labelled: false })).toBe('missing')
  })
})

describe('what only the run time knows', () => {
  const expression = { expression: 'props.text' }
  test.each<Given>([
    { alt: expression },
    { 'aria-label': expression },
    { title: expression },
    { alt: ' ', title: expression },
    { alt: '', 'aria-labelledby': expression },
    { alt: expression, 'aria-label': 'A cat' }
  ])('is a name, where it stands for one: %j', (given) => expect(verdict(given)).toBe('named'))

  test('is no name, where an empty alt leaves no room for one', () => {
    expect(verdict({ alt: '', title: expression })).toBe('decorative')
  })

  test('is unknown, where a spread may bring an alternative, unless the image has a name', () => {
    expect(verdict({}, { spread: true })).toBe('unknown')
    expect(verdict({ alt: ' ' }, { spread: true })).toBe('unknown')
    expect(verdict({ alt: '' }, { spread: true })).toBe('unknown')
    expect(verdict({ alt: 'A cat' }, { spread: true })).toBe('named')
    expect(verdict({ alt: expression }, { spread: true })).toBe('named')
  })

  test('is unknown, where it decides whether the image is decorative', () => {
    expect(verdict({ role: expression })).toBe('unknown')
    expect(verdict({ role: expression, alt: '' })).toBe('decorative')
    expect(verdict({ role: expression, alt: 'A cat' })).toBe('named')
  })
})

test('a hidden image is hidden, whatever else it says', () => {
  expect(verdict({ alt: 'A cat' }, { hidden: true })).toBe('hidden')
  expect(verdict({}, { hidden: true, spread: true })).toBe('hidden')
})

test('the option emptyAlt decides what an empty alt means, except for role=none', () => {
  expect(verdict({ alt: '' }, { emptyAltBy: 'markdown' }, 'decorative')).toBe('decorative')
  expect(verdict({ alt: '', 'data-auto-alt-intent': 'missing' }, {}, 'decorative')).toBe('decorative')
  expect(verdict({ alt: '' }, {}, 'missing')).toBe('missing')
  expect(verdict({ alt: '', role: 'presentation' }, {}, 'missing')).toBe('decorative')
  expect(verdict({}, {}, 'decorative')).toBe('missing')
})

describe('an element takes itself out of the accessibility tree', () => {
  const removed = (given: Given): boolean => ownVisibility(new Map(Object.entries(given))).removed

  test.each<Given>([
    { 'aria-hidden': 'true' },
    { 'aria-hidden': ' TRUE ' },
    { hidden: true },
    { hidden: 'until-found' },
    { style: 'color: red; DISPLAY : none' },
    { style: 'display:none!important;display:block' }
  ])('with %j', (given) => expect(removed(given)).toBe(true))

  test.each<Given>([
    { 'aria-hidden': 'false' },
    { 'aria-hidden': { expression: 'x' } },
    { hidden: { expression: 'x' } },
    { style: 'display:none;display:block' },
    { style: '/* display:none */ background: url("a;display:none")' },
    { hidden: true, style: 'display: grid' },
    { style: '--display: none' }
  ])('but not with %j', (given) => expect(removed(given)).toBe(false))

  test('by visibility, which what stands in it can take back', () => {
    expect(ownVisibility(new Map([['style', 'visibility: hidden']])).visible).toBe(false)
    expect(ownVisibility(new Map([['style', 'visibility: visible']])).visible).toBe(true)
  })
})

describe('an image is a pixel or a spacer', () => {
  const tiny = (given: Given): boolean => isTiny(new Map(Object.entries(given)))

  test.each<Given>([
    { width: '1', height: '1' },
    { width: '0' },
    { height: ' 1px' },
    { width: '600', height: '1' },
    { style: 'height: 1px; border: 0' },
    { style: 'width:0' }
  ])('with %j', (given) => expect(tiny(given)).toBe(true))

  test.each<Given>([
    {},
    { width: '10' },
    { width: '1%' },
    { width: '100%', height: 'auto' },
    { style: 'width: 1em; max-width: 1px' },
    { style: 'border-width: 1px' },
    { width: { expression: 'size' } }
  ])('but not with %j', (given) => expect(tiny(given)).toBe(false))
})

describe('an image that is all of a link says', () => {
  test.each([
    ['/shop', { kind: 'link', href: '/shop' }],
    [' https://example.org/a?b#c ', { kind: 'link', href: 'https://example.org/a?b#c' }],
    ['/images/large.JPG?raw=true', { kind: 'informative' }],
    ['#menu', { kind: 'button' }],
    ['', { kind: 'button' }],
    ['JavaScript:void(0)', { kind: 'button' }],
    ['/a.png/', { kind: 'link', href: '/a.png/' }]
  ] as const)('for %j: %j', (href, purpose) => expect(purposeOfLink(href)).toEqual(purpose))

  test('that it acts, where only the run time knows where it leads', () => {
    expect(purposeOfLink({ expression: 'url' })).toEqual({ kind: 'button' })
  })
})
