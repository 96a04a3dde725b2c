import { describe, expect, test } from 'vitest'

import type { ImageUse } from '../../src/rules/image-use.ts'
import { namesAFile } from '../../src/rules/findings/picture-files.ts'
import {
  isSamePicture,
  repeatedNeighbour,
  reusedAlternatives,
  sharedAlternatives
} from '../../src/rules/findings/repetition.ts'
import { useOf } from './sample-use.ts'

const star = (more: Partial<ImageUse> = {}): ImageUse => useOf('Star', { sources: ['star.svg'], ...more })

describe('repeated-neighbour', () => {
  const tag = '<img src="star.svg" alt="Star">'
  const ruleOf = (first: ImageUse, second: ImageUse, between = ' ', secondTag = tag): string | undefined =>
    repeatedNeighbour({ first, second, between, tags: [tag, secondTag] })?.ruleId

  test('the same words twice in a row', () => {
    expect(ruleOf(star(), star())).toBe('repeated-neighbour')
    expect(ruleOf(star(), star(), '</p>\n<p>')).toBe('repeated-neighbour')
    expect(ruleOf(star(), star({ alt: 'star.', sources: ['other.svg'] }))).toBe('repeated-neighbour')
  })

  test.each<[string, ImageUse, ImageUse]>([
    ['other words', star(), star({ alt: 'Moon' })],
    ['text in between', star(), star({ context: { headings: [], before: 'and' } })],
    ['light and dark', star({ sources: ['s-light.svg'] }), star({ sources: ['s-dark.svg'] })],
    [
      'GitHub’s light and dark',
      star({ sources: ['a.svg#gh-light-mode-only'] }),
      star({ sources: ['b.svg#gh-dark-mode-only'] })
    ],
    ['silence', star({ verdict: 'decorative', alt: '' }), star({ verdict: 'decorative', alt: '' })]
  ])('%s is no repetition', (_what, first, second) => expect(ruleOf(first, second)).toBeUndefined())

  test.each([
    ['cells of a table', ' | '],
    ['cells of an HTML table', '</td><td>'],
    ['items of a list', '\n- '],
    ['branches in JSX', ' : '],
    ['branches in JSX with brackets', ') : (\n'],
    ['a condition in JSX', '}\n{b && '],
    ['branches in Svelte', '{:else}'],
    ['branches of a template', '{% else %}']
  ])('%s are apart', (_what, between) => expect(ruleOf(star(), star(), between)).toBeUndefined())

  test.each(['<img v-else src="star.svg" alt="Star">', '<img class="dark" src="x.svg" alt="Star">'])(
    'of %s and another one a reader gets one',
    (secondTag) => expect(ruleOf(star(), star(), ' ', secondTag)).toBeUndefined()
  )
})

describe('wrong-alt-reused', () => {
  const one = useOf('Settings', { sources: ['one.png'] })
  const other = useOf('settings', { sources: ['other.png'] })

  test('different bytes with one alternative: the later one is told', () => {
    expect(sharedAlternatives([one, useOf('Moon'), other])).toEqual([[one, other]])
    const found = reusedAlternatives([
      { use: one, digest: 'a' },
      { use: other, digest: 'b' }
    ])
    expect([...found.keys()]).toEqual([other])
    expect(found.get(other)).toMatchObject({ ruleId: 'wrong-alt-reused' })
  })

  test('a copy of a file, links and one file shown twice are fine', () => {
    expect(
      reusedAlternatives([
        { use: one, digest: 'a' },
        { use: other, digest: 'a' }
      ]).size
    ).toBe(0)
    expect(sharedAlternatives([one, one])).toEqual([])
    const inLink = { ...other, purpose: { kind: 'link', href: '/x' } } as const
    expect(sharedAlternatives([one, inLink])).toEqual([])
  })

  test.each([
    ['a.png', 'a.webp'],
    ['a.png', 'x/a@2x.png'],
    ['a-small.png', 'a-large.png'],
    ['a-640x480.png', 'a-1280x960.png'],
    ['logo.svg', 'logo-dark.svg'],
    ['logo_light.svg', 'logo_dark.svg']
  ])('%s and %s are one picture', (a, b) => expect(isSamePicture(a, b)).toBe(true))

  test.each([
    ['step-1.png', 'step-2.png'],
    ['a.png', 'b.png'],
    ['lightning.png', 'ning.png']
  ])('%s and %s are two', (a, b) => expect(isSamePicture(a, b)).toBe(false))
})

describe('unknown-image looks at paths to pictures only', () => {
  test.each(['a.png', './a/b.JPG', '/x/y.svg?v=2', '../a%20b.webp'])('%s', (source) =>
    expect(namesAFile(source)).toBe(true)
  )

  test.each([
    '{{ site.baseurl }}/a.png',
    '{% link a.png %}',
    '<%= x %>.png',
    '${base}/a.png',
    '[[asset]].png',
    '{src}.png',
    'https://example.com/a.png',
    '//example.com/a.png',
    'data:image/png;base64,AA',
    'blob:x.png',
    '@/assets/a.png',
    '@site/static/a.png',
    '~/a.png',
    '$lib/a.png',
    '#a.png',
    'pkg:a.png',
    '/api/avatar/1',
    'photo',
    ''
  ])('not %s', (source) => expect(namesAFile(source)).toBe(false))
})
