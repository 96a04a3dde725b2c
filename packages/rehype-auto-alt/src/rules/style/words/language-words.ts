import { animalPhrases } from '../animal-words.ts'
import { type BesidePeople, besidePeople } from '../beside-people.ts'
import { findWords, type FoundWords } from '../found-words.ts'
import { wholeWords } from '../pattern.ts'
import { german } from './de.ts'
import { english } from './en.ts'
import { spanish } from './es.ts'
import { french } from './fr.ts'
import { italian } from './it.ts'
import { japanese } from './ja.ts'
import { dutch } from './nl.ts'
import { polish } from './pl.ts'
import { portuguese } from './pt.ts'
import { russian } from './ru.ts'
import type { StyleWords } from './style-words.ts'
import { chinese } from './zh.ts'

const lists: Readonly<Record<string, StyleWords>> = {
  de: german,
  en: english,
  es: spanish,
  fr: french,
  it: italian,
  ja: japanese,
  nl: dutch,
  pl: polish,
  pt: portuguese,
  ru: russian,
  zh: chinese
}

type WordRule =
  | 'gendered-words'
  | 'guessed-age'
  | 'guessed-ethnicity'
  | 'guessed-feelings'
  | 'praise'
  | 'camera-talk'

/** How the words of a rule are found. */
export interface RulePatterns {
  /** Words that always break it. */
  readonly always: RegExp | undefined
  /** Words that break it beside a noun for people. */
  readonly ofPeople: BesidePeople | undefined
}

/** What the word lists of a language look like in a text. */
export interface LanguagePatterns {
  readonly rules: ReadonlyMap<WordRule, RulePatterns>
  /** Finds set phrases in which the words of the rules mean something else. */
  readonly harmless: (text: string) => FoundWords[]
  readonly gendered: RegExp | undefined
  /** Nouns for people, gendered ones too. */
  readonly people: RegExp | undefined
  readonly artworks: { readonly shown: RegExp | undefined; readonly genitive: RegExp | undefined }
}

const compiled = new Map<string, LanguagePatterns>()

/** The patterns of a language, made when they are first needed; `undefined` for one without word lists. */
export function patternsOf(language: string): LanguagePatterns | undefined {
  const base = language.toLowerCase().split('-')[0] ?? ''
  const words = lists[base]
  if (!words) return undefined
  const known = compiled.get(base)
  if (known) return known
  const patterns = compile(words)
  compiled.set(base, patterns)
  return patterns
}

function compile(words: StyleWords): LanguagePatterns {
  const { artworks, ofPeople, shows, spaced } = words
  const gendered = wholeWords(words.gendered, spaced)
  const harmless = wholeWords(words.harmless, spaced)
  const ofAnimals = animalPhrases(words)
  const rule = (always: readonly string[], guess: readonly string[] = []): RulePatterns => ({
    always: wholeWords(always, spaced),
    ofPeople: besidePeople(guess, words)
  })
  const rules = new Map<WordRule, RulePatterns>([
    ['gendered-words', { always: gendered, ofPeople: besidePeople(ofPeople.gender, words) }],
    ['guessed-age', rule(words.age, ofPeople.age)],
    ['guessed-ethnicity', rule(words.ethnicity, ofPeople.ethnicity)],
    ['guessed-feelings', rule(words.feelings, ofPeople.feelings)],
    ['praise', rule(words.praise)],
    ['camera-talk', rule(words.camera)]
  ])
  const work = `(?:${artworks.join('|')})`
  const shown = artworks.map(() => `${work} (?:${shows.filter((piece) => piece !== '').join('|')})`)
  return {
    rules,
    harmless: (text) => [...findWords(text, harmless), ...(ofAnimals?.(text) ?? [])],
    gendered,
    people: wholeWords([...words.people, ...words.gendered], spaced),
    artworks: {
      shown: wholeWords(shown, spaced),
      genitive: shows.includes('') ? wholeWords(artworks, spaced) : undefined
    }
  }
}
