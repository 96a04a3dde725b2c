import { describe, expect, test } from 'vitest'

import { addressInWords, nameInAddress } from '../../src/rules/purpose/address-words.ts'
import { buttonHint } from '../../src/rules/purpose/button-hint.ts'
import { heardBeside } from '../../src/rules/purpose/heard-beside.ts'
import { linkTarget } from '../../src/rules/purpose/link-target.ts'
import { isSiteName, usableTitle, withoutSiteName } from '../../src/rules/purpose/page-name.ts'
import { saysNoMore } from '../../src/rules/purpose/says-no-more.ts'
import { useOf } from './sample-use.ts'

describe('the name of a page', () => {
  test.each([
    ['About us | Acme', 'Acme – Tools', 'About us'],
    ['About us — Acme – Tools', 'Acme – Tools', 'About us — Acme'],
    ['Acme: About us', 'Home | Acme', 'About us'],
    ['About us · Studio', 'Acme', 'About us · Studio'],
    ['Self-made | bags', 'Bags', 'Self-made'],
    ['Self-made bags', 'Bags', 'Self-made bags'],
    ['Acme', 'Acme', 'Acme'],
    ['About us | Acme', undefined, 'About us | Acme']
  ])('%s on the site %s is %s', (title, home, name) => expect(withoutSiteName(title, home)).toBe(name))

  test.each([
    ['  About\n us ', 'About us'],
    ['Über uns\u202E', 'Über uns'],
    ['Page 2', 'Page 2'],
    ['Home', 'Home'],
    ['404', undefined],
    ['Redirecting to: https://acme.example', undefined],
    ['Untitled', undefined],
    ['→', undefined],
    ['{{ page.title }}', undefined],
    ['<%= title %>', undefined],
    ['word '.repeat(200), undefined],
    [undefined, undefined]
  ])('%j says %j', (written, title) => expect(usableTitle(written)).toBe(title))

  test('is that of the site where the home page has it, as a whole or in part', () => {
    expect(
      ['acme', 'Acme – Tools', 'tools', 'Acme Tools'].map((text) => isSiteName(text, 'Acme – Tools'))
    ).toEqual([true, true, true, false])
  })
})

describe('an address', () => {
  test.each([
    ['mailto:desk@acme.example', 'desk@acme.example'],
    ['mailto:m%C3%BCller@acme.example', 'müller@acme.example'],
    ['mailto:desk', undefined],
    ['tel:(030)%20123-456', '(030) 123-456'],
    ['tel:call-me', undefined],
    ['https://acme.example/desk@acme.example', undefined],
    ['/about', undefined]
  ])('%s is a name by itself: %s', (target, name) => expect(nameInAddress(target)).toBe(name))

  test.each([
    ['https://github.com/foo/bar', 'github.com, foo, bar'],
    ['https://www.acme.example/our_history.html', 'acme.example, our history'],
    ['https://acme.example', 'acme.example'],
    ['/team/our-history', 'our history'],
    ['/straßen+plätze', 'straßen plätze'],
    ['/', undefined],
    ['mailto:desk@acme.example', undefined]
  ])('%s in words is %s', (target, words) => expect(addressInWords(target)).toBe(words))
})

test.each([
  [['site-menu', undefined], 'site menu'],
  [[undefined, 'searchToggleBtn'], 'search'],
  [['', 'radix-:r1:'], undefined],
  [['!', 'cartDrawer'], 'cart drawer'],
  [['x'.repeat(60)], undefined]
])('a button that is called %j does something with: %s', (names, hint) =>
  expect(buttonHint(names)).toBe(hint)
)

describe('words that stand beside an image already', () => {
  test.each([
    ['de', 'Ein roter Rucksack', 'Rucksack, rot – roter Stoff', true],
    ['de', 'Ein roter Rucksack', 'Roter Stoff', false],
    ['fr', 'Un sac à dos', 'Sac à dos rouge', true],
    ['ja', '赤いバッグ', '赤いバッグを持つ人', true],
    ['ja', '青いバッグ', '赤いバッグを持つ人', false],
    ['en', '…', 'Anything', false],
    ['en', 'The', 'The', true],
    ['en', '3 dogs', 'Two dogs', false]
  ])('in %s: “%s” beside “%s”: %s', (language, words, caption, isSaid) => {
    expect(saysNoMore(words, useOf(null, { context: { headings: [], caption } }), language)).toBe(isSaid)
  })

  test('are those of its link or button before those of its caption, and none of what it names itself', () => {
    const context = { headings: [], caption: 'The cart' }
    expect(heardBeside(useOf(null, { context, control: { kind: 'link', text: '{…} Cart' } }))).toBe('Cart')
    expect(heardBeside(useOf(null, { context, control: { kind: 'link', text: '' } }))).toBe('The cart')
    expect(heardBeside(useOf(null, { context, purpose: { kind: 'button' } }))).toBeUndefined()
    expect(heardBeside(useOf(null))).toBeUndefined()
  })
})

test('addresses and titles that go on for pages are read at once', () => {
  const long = 200_000
  expect(linkTarget(`/a${'/'.repeat(long)}b/`, 'page.md', '/')).toHaveLength(long + 3)
  expect(nameInAddress(`tel:${'1'.repeat(long)}x`)).toBeUndefined()
  expect(isSiteName('About us', `Acme${'.'.repeat(long)}Tools`)).toBe(false)
  expect(isSiteName('About us', `Acme${' '.repeat(long)}Tools`)).toBe(false)
  expect(withoutSiteName('About us | Acme', `Acme${' '.repeat(long)}| Tools`)).toBe('About us')
})
