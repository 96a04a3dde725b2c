import { isObject } from './neutral/english-neutral-pronouns.ts'
import { findWords, type FoundWords } from './found-words.ts'
import { wholeWords } from './pattern.ts'
import { figures } from './words/english-figures.ts'
import { animals, genderedNouns, neutralNouns, type Gender } from './words/english-people.ts'

const pronounGenders: Readonly<Record<string, Gender>> = {
  he: 'male',
  him: 'male',
  his: 'male',
  himself: 'male',
  she: 'female',
  her: 'female',
  hers: 'female',
  herself: 'female'
}

/** Somebody or something that a pronoun can stand for. */
interface Mention {
  readonly start: number
  readonly gender?: Gender
  /** Surely a person: somebody named, or with a gendered noun. */
  readonly isPerson: boolean
  /** An unnamed person: whose pronoun is a guess. */
  readonly unnamed: boolean
}

interface PronounPatterns {
  readonly pronouns: RegExp | undefined
  readonly animals: RegExp | undefined
  readonly figures: RegExp | undefined
  readonly neutral: RegExp | undefined
}

let known: PronounPatterns | undefined

function patterns(): PronounPatterns {
  known ??= {
    pronouns: wholeWords(
      ["(?:he|she)(?=['’](?:s|ll|d)(?!\\p{L}))", Object.keys(pronounGenders).join('|')],
      true
    ),
    animals: wholeWords(animals, true),
    figures: wholeWords(figures, true),
    neutral: wholeWords(neutralNouns, true)
  }
  return known
}

/** Whether a text speaks of an animal. */
export function mentionsAnimal(text: string): boolean {
  return findWords(text, patterns().animals).length > 0
}

/**
 * Pronouns that say the gender of somebody unnamed. A pronoun stands for the last one before it that it can stand
 * for, people before animals and figures, or else for the first person behind it; a name that the page gives, an
 * animal, a ship, a figure such as a doll, and the people in a work of art may have one.
 */
export function guessingPronouns(
  text: string,
  mentions: {
    readonly nouns: readonly FoundWords[]
    readonly known: readonly FoundWords[]
    readonly shown: string
  }
): FoundWords[] {
  const all = [
    ...mentions.nouns.map((noun): Mention => {
      const gender = genderedNouns.get(noun.words.toLowerCase())?.gender
      const mention = { start: noun.start, isPerson: true, unnamed: true }
      return gender ? { ...mention, gender } : mention
    }),
    ...mentions.known.map(({ start, words }): Mention => {
      const mention = { start, isPerson: true, unnamed: false }
      const gender = genderedNouns.get(words.slice(words.lastIndexOf(' ') + 1).toLowerCase())?.gender
      return gender ? { ...mention, gender } : mention
    }),
    ...findWords(mentions.shown, patterns().neutral).map(({ start }): Mention => ({
      start,
      isPerson: true,
      unnamed: true
    })),
    ...[
      ...findWords(mentions.shown, patterns().animals),
      ...findWords(mentions.shown, patterns().figures)
    ].map(({ start }): Mention => ({
      start,
      isPerson: false,
      unnamed: false
    }))
  ].toSorted((one, other) => one.start - other.start)
  return findWords(text, patterns().pronouns).filter((pronoun) => {
    if (/^\p{Lu}{2,}$/u.test(pronoun.words)) return false
    const mention = meant(pronoun, all)
    if (mention?.isPerson === false && isOfPerson(pronoun.words, text.slice(pronoun.end))) return true
    return mention?.unnamed ?? true
  })
}

/** "A dog sits behind her", "A cat on his lap": no animal's. */
function isOfPerson(pronoun: string, behind: string): boolean {
  return (
    isObject(pronoun, behind) ||
    /^ (?:\p{Ll}+ )?(?:laps?|hands?|arms?|shoulders?|fingers?|wrists?|palms?|knees?|hips?|waist|fists?)(?!\p{L})/u.test(
      behind
    )
  )
}

function meant(pronoun: FoundWords, mentions: readonly Mention[]): Mention | undefined {
  const gender = pronounGenders[pronoun.words.toLowerCase()]
  const before = mentions.filter(({ start }) => start < pronoun.start)
  const people = before.filter((mention) => mention.isPerson)
  const agreeing = people.filter((mention) => mention.gender === undefined || mention.gender === gender)
  // An unnamed man before it is who "his" is about, even with a name or a dog in between.
  const man = agreeing.findLast((mention) => mention.gender !== undefined)
  const behind = mentions.find(({ isPerson, start }) => isPerson && start > pronoun.start)
  // "a man feeding a mother deer and her fawn"
  const animal = before.findLast((mention) => !mention.isPerson)
  return man ?? agreeing.at(-1) ?? animal ?? people.at(-1) ?? before.at(-1) ?? behind
}
