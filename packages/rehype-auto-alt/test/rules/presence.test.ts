import { describe, expect, test } from 'vitest'

import { severityOf } from '../../src/rules/findings/audit-rules.ts'
import type { ImageUse } from '../../src/rules/image-use.ts'
import { presenceFinding } from '../../src/rules/findings/presence.ts'
import { useOf } from './sample-use.ts'

const link = { kind: 'link', href: '/x' } as const
const ruleOf = (use: ImageUse, isMarkdown = false, strict = false): string | undefined =>
  presenceFinding(use, { isMarkdown, strict })?.ruleId

describe('Whether there is an alternative', () => {
  test.each<[string, ImageUse, string | undefined]>([
    ['no alt', useOf(null), 'missing-alt'],
    ['a blank alt', useOf(' ', { verdict: 'missing' }), 'missing-alt'],
    ['no alt in a link', useOf(null, { purpose: link }), 'missing-alt'],
    ['alt="" in a link', useOf('', { verdict: 'decorative', purpose: link }), 'empty-alt-in-link'],
    [
      'alt="" in a button',
      useOf('', { verdict: 'decorative', purpose: { kind: 'button' } }),
      'empty-alt-in-link'
    ],
    [
      'alt="" in a link to a larger picture',
      useOf('', { verdict: 'decorative', control: { kind: 'link', text: ' ' } }),
      'empty-alt-in-link'
    ],
    [
      'alt="" beside the text of a link',
      useOf('', { verdict: 'decorative', control: { kind: 'link', text: 'Home' } }),
      undefined
    ],
    ['alt=""', useOf('', { verdict: 'decorative' }), undefined],
    ['alt="" and a title', useOf('', { verdict: 'decorative', title: 'Sales' }), 'decorative-conflict'],
    ['alt="" and a blank title', useOf('', { verdict: 'decorative', title: ' ' }), undefined],
    ['alt="" and aria-label', useOf('', { verdict: 'named' }), 'decorative-conflict'],
    ['words', useOf('A red bag'), undefined],
    ['a hidden image', useOf(null, { verdict: 'hidden' }), undefined],
    ['a spread', useOf(null, { verdict: 'unknown' }), undefined]
  ])('%s', (_what, use, rule) => expect(ruleOf(use)).toBe(rule))

  test('Markdown has a rule of its own, except where a link has no name', () => {
    const use = useOf('', { verdict: 'missing' })
    expect(ruleOf(use, true)).toBe('markdown-empty-alt')
    expect(ruleOf({ ...use, purpose: link }, true)).toBe('empty-alt-in-link')
  })

  test('what only the run time knows is told with --strict', () => {
    expect(ruleOf(useOf(null, { verdict: 'unknown' }), false, true)).toBe('unknown-alt')
  })

  test.each<[string, ImageUse, string]>([
    ['an image in a link', useOf(null, { purpose: link }), 'Say where it leads: alt="…"'],
    ['an image in a button', useOf(null, { purpose: { kind: 'button' } }), 'Say what it does: alt="…"'],
    ['a tracking pixel', useOf(null, { tiny: true }), 'Write alt=""'],
    ['an area', useOf(null, { kind: 'area', element: 'area' }), 'area of an image map'],
    ['a drawing', useOf(null, { kind: 'svg', element: 'svg', sources: [] }), '<svg> is an image without'],
    [
      'any other',
      useOf(null),
      'pictures/a-thing.png has no text alternative. Say in a sentence what it shows'
    ]
  ])('the message says what to write for %s', (_what, use, words) =>
    expect(presenceFinding(use, { isMarkdown: false, strict: false })?.message).toContain(words)
  )
})

test('Rules have a level of their own, which settings change', () => {
  expect(severityOf('missing-alt', {})).toBe('error')
  expect(severityOf('too-long', {})).toBe('warning')
  expect(severityOf('too-long', { 'too-long': 'error' })).toBe('error')
  expect(severityOf('missing-alt', { 'missing-alt': 'off' })).toBeUndefined()
})
