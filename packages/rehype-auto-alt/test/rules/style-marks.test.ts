import { describe, expect, it } from 'vitest'
import { styleFaultInWords } from '../../src/rules/style/fault-in-words.ts'
import { styleFaults } from '../../src/rules/style/style-faults.ts'

function faults(text: string, language = 'en', given = ''): string[] {
  return styleFaults(text, { language, given }).map(({ ruleId, words }) => `${ruleId}: ${words.join(', ')}`)
}

describe('names that nothing gives', () => {
  it.each([
    ['A person in front of the Eiffel Tower', 'en', 'unfounded-name: Eiffel Tower'],
    ['Street in Paris at night', 'en', 'unfounded-name: Paris'],
    ['Barack Obama speaks at a podium', 'en', 'unfounded-name: Barack Obama'],
    ['A Nike shoe beside an iPhone', 'en', 'unfounded-name: iPhone, Nike'],
    ['La Torre Eiffel de noche', 'es', 'unfounded-name: Torre Eiffel'],
    ['Café à Montmartre sous la pluie', 'fr', 'unfounded-name: Montmartre'],
    ['Мост в центре Петербурга', 'ru', 'unfounded-name: Петербурга'],
    ['Frau Müller am Telefon', 'de', 'unfounded-name: Frau Müller']
  ])('%j (%s)', (text, language, fault) => {
    expect(faults(text, language)).toEqual([fault])
  })

  it.each([
    ['The Eiffel Tower behind a bridge', 'en', 'Our trip to the Eiffel Tower'],
    ['Мост в центре Петербурга', 'ru', 'Прогулка: Санкт-Петербург'],
    ['Ulica w Krakowie', 'pl', 'Kraków w jeden dzień'],
    ['Portrait of Obama', 'en', 'Barack Obama'],
    ['Christmas tree in a TV studio on a Monday in May', 'en', ''],
    ['Tower of a Gothic church on a Greek island', 'en', ''],
    ['The Save button of the settings page', 'en', ''],
    ['Screenshot of Grafana with a list of alerts', 'en', ''],
    ['Diagram: the Collector sends spans to Jaeger and Prometheus', 'en', ''],
    ['Burndown chart after Sprint 2', 'en', ''],
    ['Extended Monitoring Dashboard', 'en', ''],
    ['Ein Hund vor dem Brandenburger Tor', 'de', ''],
    ['Ein roter Apfel auf einem Tisch aus Holz', 'de', ''],
    ['Nederlandse vlag aan een mast', 'nl', '']
  ])('%j (%s) is fine', (text, language, given) => {
    expect(faults(text, language, given)).toEqual([])
  })
})

describe('marks, lists, capitals and length, in every language', () => {
  it.each([
    ['A dog 🐶 on the beach', 'emoji: 🐶'],
    ['En hund 🇸🇪', 'emoji: 🇸🇪'],
    ['A dog on the beach #dogsofinstagram', 'hashtag: #dogsofinstagram'],
    ['A **red** bag', 'markup: **red**'],
    ['A [bag](https://shop.example/bag) on a chair', 'markup: [bag](https://shop.example/bag)'],
    ['A <b>red</b> bag &amp; a hat', 'markup: <b>, </b>, &amp;'],
    ['A cat. A dog. A bird. A fish.', 'too-many-sentences: A bird., A fish.'],
    ['一只猫。一只狗。一只鸟。', 'too-many-sentences: 一只鸟。'],
    ['RED LEATHER BACKPACK ON A TABLE', 'letter-case: LEATHER, BACKPACK, TABLE'],
    ['A Red Leather Backpack On A White Table', 'letter-case: Leather, Backpack, White, Table'],
    [
      'backpack, red backpack, leather backpack, buy backpack',
      'keyword-list: backpack, red backpack, leather backpack, buy backpack'
    ],
    ['dog, beach, sunset, ocean, summer, holiday', 'keyword-list: dog, beach, sunset, ocean, summer, holiday']
  ])('%j', (text, fault) => {
    expect(faults(text, 'sv')).toEqual([fault])
  })

  it.each([
    'Issue #12 in a C# project with the colour #1a2b3c',
    'A 5 * 3 grid with snake_case names',
    'Portrait of Dr. J. Smith, St. Paul, U.S.',
    'A cat. A dog',
    'Logo of NASA and ESA',
    'OTLP/JSON request',
    'Screenshot of __init__ in a class',
    'Logo of Please Touch Museum',
    'Apples, pears, plums, figs and grapes',
    'Colours: red, green, blue, yellow, black, white',
    'Copyright © 2024, trademark ™',
    'A key labelled "⌘"',
    '5 < 7 and 9 > 3'
  ])('%j is fine', (text) => {
    expect(faults(text, 'sv', 'Smith St Paul')).toEqual([])
  })

  it('leaves the words of the picture alone', () => {
    const visibleText = 'STOP ALL TRAFFIC AHEAD. Turn left. Mind the gap. #roadwork'
    expect(styleFaults(visibleText, { language: 'en', visibleText })).toEqual([])
  })
})

it('says in one line which words broke which rule', () => {
  const lines = styleFaults('A beautiful woman and her elderly friend 🐶', { language: 'en' }).map(
    styleFaultInWords
  )
  expect(lines).toEqual([
    'It praises ("beautiful"): leave that out.',
    'It guesses a gender ("woman", "her"): say "person" or leave it out.',
    'It guesses an age ("elderly"): leave it out.',
    'It holds emoji ("🐶"): leave them out.'
  ])
})
