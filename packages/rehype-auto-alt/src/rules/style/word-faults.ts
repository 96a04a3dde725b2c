import { findArtworks } from './artworks.ts'
import { guessingPronouns, mentionsAnimal } from './english-pronouns.ts'
import { findWords, hidden, type FoundWords } from './found-words.ts'
import { type GivenWords, withoutHarmless } from './given-words.ts'
import { hasTitleCapitals, isCapitalised } from './letter-case.ts'
import { namedPeople } from './named-people.ts'
import { isSaid } from './said-words.ts'
import { sentenceStarts } from './sentence-starts.ts'
import type { StyleRuleId } from '../rule-id.ts'
import { genderedNouns } from './words/english-people.ts'
import { patternsOf } from './words/language-words.ts'

/** Words that break a rule, where they stand. */
export interface WordFault extends FoundWords {
  readonly ruleId: StyleRuleId
}

/**
 * What the word lists of a language find in a text, by position. What the text quotes, what the page or the picture
 * says, names ("Isle of Man") and set phrases ("man page") are no fault.
 */
export function wordFaults(text: string, language: string, given: GivenWords): WordFault[] {
  const patterns = patternsOf(language)
  if (!patterns) return []
  const isGerman = /^de(?:-|$)/iu.test(language)
  const isEnglish = /^en(?:-|$)/iu.test(language)
  const harmless = withoutHarmless(text, patterns.harmless)
  const artworks = findArtworks(harmless, patterns.artworks, findWords(harmless, patterns.people))
  const bare = hidden(harmless, artworks)
  const people = findWords(bare, patterns.people)
  const starts = sentenceStarts(text)
  const isTitle = hasTitleCapitals(text)
  const isInName = (find: FoundWords): boolean =>
    !isGerman && isCapitalised(find.words) && !isTitle && partOfName(text, find, starts)
  const names = namedPeople(text, given, isGerman)
  const faults: WordFault[] = []
  for (const [ruleId, { always, ofPeople }] of patterns.rules) {
    const nouns = findWords(bare, always)
    for (const find of [...nouns, ...(ofPeople?.(bare, people) ?? [])]) {
      const isNoun = ruleId === 'gendered-words' && nouns.includes(find)
      if (isNoun && isGerman && !isGermanNoun(text, find, starts)) continue
      if (isNoun && isEnglish && !isTitle && isSurname(find, starts)) continue
      // German adjectives have no capital: "ihre Jungen".
      if (!isNoun && isGerman && isCapitalised(find.words) && !starts.has(find.start)) continue
      if (isEnglish && ruleId === 'gendered-words' && isSexOfAnimal(bare, find)) continue
      if (isSaid(find.words, ruleId, given, patterns) || faults.some((other) => overlap(other, find)))
        continue
      if (ruleId !== 'guessed-ethnicity' && isInName(find)) continue
      if (isNoun && names.some((name) => isAbout(text, name, find))) continue
      faults.push({ ...find, ruleId })
    }
  }
  if (isEnglish) {
    const nouns = faults.filter(({ ruleId }) => ruleId === 'gendered-words')
    const known = [...names, ...artworks, ...givenNouns(bare, patterns.gendered, nouns)]
    const shown = hidden(hidden(text, artworks), nouns)
    for (const pronoun of guessingPronouns(harmless, { nouns, known, shown })) {
      if (isInName(pronoun)) continue
      faults.push({ ...pronoun, ruleId: 'gendered-words' })
    }
  }
  return faults.toSorted((one, other) => one.start - other.start)
}

/** Gendered nouns that are right, since the page says them. */
function givenNouns(text: string, gendered: RegExp | undefined, faulty: readonly FoundWords[]): FoundWords[] {
  return findWords(text, gendered).filter((noun) => !faulty.some(({ start }) => start === noun.start))
}

/** "Bowman", "Newman": in mid-sentence, a compound with a capital is a name. */
function isSurname({ words, start }: FoundWords, starts: ReadonlySet<number>): boolean {
  return isCapitalised(words) && !starts.has(start) && !genderedNouns.has(words.toLowerCase())
}

/** "Three elephants: a male, two females …" */
function isSexOfAnimal(text: string, { words, start }: FoundWords): boolean {
  return /^(?:fe)?males?$/iu.test(words) && mentionsAnimal(text.slice(0, start))
}

/** "Frau Müller" and "Thomas Mann" are names; "dem jungen" is an adjective. */
function isGermanNoun(text: string, { words, start, end }: FoundWords, starts: ReadonlySet<number>): boolean {
  if (!isCapitalised(words)) return false
  if (/^(?:Frau|Herrn?)$/u.test(words) && /^ (?:Dr\. |Prof\. )*\p{Lu}\p{Ll}/u.test(text.slice(end)))
    return false
  const before = /(\p{Lu}\p{Ll}+) $/u.exec(text.slice(0, start))?.[1]
  if (before === undefined || /^(?:Mann|Herrn?|Frau)$/u.test(words) === false) return true
  const isLead = starts.has(start - before.length - 1)
  return isLead && /(?:e[rnms]?|^(?:Ein|Kein|Mein))$/u.test(before)
}

function overlap(one: FoundWords, other: FoundWords): boolean {
  return one.start < other.end && other.start < one.end
}

/**
 * Part of a name: before a capitalised word ("Man Ray"), behind one that does not begin the sentence, or behind one
 * and an "of" ("Isle of Man").
 */
function partOfName(text: string, find: FoundWords, starts: ReadonlySet<number>): boolean {
  if (/^(?:['’]s?)? \p{Lu}\p{Ll}/u.test(text.slice(find.end))) return true
  if (starts.has(find.start)) return false
  const before = /(\p{Lu}[\p{L}’']*)( of| de| and)? $/u.exec(text.slice(0, find.start))
  return before !== null && (before[2] !== undefined || !starts.has(before.index))
}

/** "the woman Marie Curie", "Marie Curie, a woman with …", "Marie Curie as a girl": the noun is about the name. */
function isAbout(text: string, name: FoundWords, noun: FoundWords): boolean {
  if (noun.end <= name.start) return /^,? $/u.test(text.slice(noun.end, name.start))
  return /^(?:,| as| is| was| when)? (?:an?|the|als|eine?)? ?(?:\p{Ll}+ )?$/u.test(
    text.slice(name.end, noun.start)
  )
}
