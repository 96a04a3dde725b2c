import { describe, expect, test } from 'vitest'

import type { PageContext } from '../../../src/rules/image-use.ts'
import { givesNames, ownNames, usesName } from '../../../src/rules/names/own-names.ts'

const page = (context: Partial<PageContext>): PageContext => ({ headings: [], ...context })

interface Case {
  readonly caption: string
  readonly asked: Partial<PageContext>
  readonly others?: readonly Partial<PageContext>[]
  readonly visibleText?: string
  readonly language?: string
}

function isForOnePage({ asked, caption, language = 'en', others = [], visibleText }: Case): boolean {
  const names = ownNames(page(asked), others.map(page), language)
  return names !== undefined && usesName(caption, names, visibleText)
}

const curie = { title: 'Marie Curie', before: 'In 1898 Marie Curie worked in Paris.' }

describe('a caption is for one page', () => {
  test.each<[string, Case]>([
    ['a name at its start', { caption: 'Marie Curie at her desk', asked: curie }],
    ['a name in mid-sentence', { caption: 'A portrait of Marie Curie', asked: curie }],
    ['a name of one word', { caption: 'Curie at a desk', asked: curie }],
    [
      'a name that stands in a title only',
      { caption: 'A desk of Marie Curie', asked: { title: 'Marie Curie' } }
    ],
    ['a possessive', { caption: 'A person at Curie’s desk', asked: curie }],
    ['a name after an abbreviation', { caption: 'Dr. Curie at a desk', asked: curie }],
    [
      'a name of which another page has one word',
      { caption: 'Marie Curie', asked: curie, others: [{ title: 'Marie Antoinette' }] }
    ],
    ['a brand', { caption: 'A backpack by Acme', asked: { product: 'Alpine 30; brand: Acme' } }],
    [
      'Spanish',
      {
        language: 'es',
        caption: 'Una calle de Sevilla',
        asked: { before: 'Las calles de Sevilla son estrechas.' }
      }
    ],
    [
      'Russian',
      { language: 'ru', caption: 'Портрет Марии Кюри', asked: { before: 'Здесь работала дочь Марии Кюри.' } }
    ],
    [
      'several words of a German heading',
      {
        language: 'de',
        caption: 'Marie Curie am Schreibtisch',
        asked: { headings: ['Marie Curie und das Radium'] }
      }
    ],
    [
      'a German brand',
      { language: 'de', caption: 'Rucksack von Acme', asked: { product: 'Alpin; brand: Acme' } }
    ],
    [
      'a Japanese product',
      { language: 'ja', caption: '机の上のアルパイン30', asked: { product: 'アルパイン30; brand: アクメ' } }
    ]
  ])('for %s', (_, given) => {
    expect(isForOnePage(given)).toBe(true)
  })

  test.each<[string, Case]>([
    ['there is no name in it', { caption: 'A person at a desk', asked: curie }],
    [
      'another page gives the name too',
      { caption: 'Marie Curie at a desk', asked: curie, others: [{ caption: 'Marie Curie, Paris' }] }
    ],
    [
      'the name is readable in the picture',
      { caption: 'A poster of Marie Curie', asked: curie, visibleText: 'MARIE CURIE 1867' }
    ],
    ['the name is quoted from the picture', { caption: 'A sign that reads “Marie Curie”', asked: curie }],
    ['no page gives it', { caption: 'A view of Warsaw', asked: curie }],
    [
      'a title writes every word with a capital',
      { caption: 'Red leather backpack on white', asked: { title: 'Red Leather Backpack' } }
    ],
    [
      'a sentence begins with the word',
      { caption: 'Backpack on white', asked: { before: 'Backpack of leather. Leather of cows.' } }
    ],
    [
      'the page has the word in small letters too',
      { caption: 'A page about Settings', asked: { title: 'Settings', before: 'Change settings here.' } }
    ],
    [
      'it is an abbreviation of a thing',
      { caption: 'A TV and a T-shirt', asked: { title: 'TV and T-shirt', before: 'A TV, a T-shirt.' } }
    ],
    [
      'it is a noun of German',
      {
        language: 'de',
        caption: 'Ein Rucksack aus Leder',
        asked: { title: 'Rucksack', before: 'Der Rucksack ist aus Leder.' }
      }
    ],
    ['it is a word of Japanese', { language: 'ja', caption: '机の上の本', asked: { title: '机の上の本' } }]
  ])('but not where %s', (_, given) => {
    expect(isForOnePage(given)).toBe(false)
  })
})

test.each<[string, string, string, boolean]>([
  ['Marie Curie at a desk', 'The desk of Marie Curie', 'en', true],
  ['Marie Curie in Paris', 'The desk of Marie Curie', 'en', false],
  ['A person at a desk', 'A person at a desk', 'en', false],
  ['Marie Curie am Tisch', 'Der Tisch von Marie Curie', 'de', true],
  ['Tisch von Marie', 'Der Tisch von Marie', 'de', false],
  ['机の上の本', '机の上の本', 'ja', false]
])('“%s” fits a page that says “%s” (%s): %s', (caption, before, language, fits) => {
  expect(givesNames(page({ before }), caption, language)).toBe(fits)
})

test('a word that goes on for pages is read at once', () => {
  const before = `Curie${'-'.repeat(300_000)}x`
  expect(isForOnePage({ caption: 'A portrait of Curie', asked: { before } })).toBe(false)
})
