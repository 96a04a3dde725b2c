import { isUnclear } from './english-doubts.ts'
import { droppedGuesses } from './english-drops.ts'
import { neutralPronoun } from './english-neutral-pronouns.ts'
import { groupedPeople, numberWords } from './english-groups.ts'
import type { GivenWords } from '../given-words.ts'
import { likeCapital, piecesOf, textOf, type Piece } from './pieces.ts'
import { isCapitalised } from '../letter-case.ts'
import { sentenceStarts } from '../sentence-starts.ts'
import { wordFaults } from '../word-faults.ts'
import { genderedNouns, neutralNouns } from '../words/english-people.ts'

/** Every word that a rewording of English can put into a text. */
export const englishReplacements: readonly string[] = [
  ...[...genderedNouns.values()].flatMap(({ neutral }) => neutral?.split(' ').flatMap(withGenitive) ?? []),
  ...'a an another adult adults baby babies officer officers they them their theirs themselves are were have'.split(
    ' '
  ),
  ..."they're they've they'll they'd they’re they’ve they’ll they’d".split(' '),
  ...numberWords
]

function withGenitive(word: string): string[] {
  return [word, `${word}'s`, `${word}’s`]
}

/** English with neutral words for unnamed people; as it was where one gendered word would be left. */
export function rewordedEnglish(text: string, given: GivenWords): string {
  const lean = droppedGuesses(text, given)
  const guesses = genderGuesses(lean, given)
  if (guesses.size === 0 || hasCapitalInside(lean, guesses) || isUnclear(lean, guesses)) return lean
  const plain = withoutBothGenders(lean, guesses)
  const families = withAdultsAndChildren(plain, genderGuesses(plain, given))
  const grouped = groupedPeople(families, genderGuesses(families, given))
  const neutral = withNeutralWords(grouped, genderGuesses(grouped, given))
  if (neutral === undefined || genderGuesses(neutral, given).size > 0) return lean
  const others = withAnother(withoutRepeatedCount(neutral))
  return isClumsy(others) ? lean : withArticles(others, text)
}

/** "Her Majesty", "Men in Black". */
const nameLead =
  /^(?:\p{Lu}{2}|H(?:is|er) \p{Lu}|(?:Men|Women|Boys|Girls|Ladies|Brothers|Sisters|Sons|Daughters) (?:(?:in|and|of|who|for) )?\p{Lu}\p{Ll})/u

/** "Burning Man": a name, perhaps. */
function hasCapitalInside(text: string, guesses: ReadonlySet<number>): boolean {
  const starts = sentenceStarts(text)
  return [...guesses].some((start) => {
    const isCapital = isCapitalised(text.charAt(start))
    return isCapital && (!starts.has(start) || nameLead.test(text.slice(start)))
  })
}

const bothGenders = new RegExp(
  `(?<![\\p{L}’'-])(?:male and female|female and male|men and women|women and men|boys and girls) (?=(?:\\p{L}+ )?(?:${neutralNouns.join('|')})(?!\\p{L}))`,
  'giu'
)

/** "male and female students" are students. */
function withoutBothGenders(text: string, guesses: ReadonlySet<number>): string {
  const rest = text.replace(bothGenders, (words, start: number) => (guesses.has(start) ? '' : words))
  return rest === text ? text : likeCapital(rest, text)
}

/** "men, women and children" are adults and children. */
function withAdultsAndChildren(text: string, guesses: ReadonlySet<number>): string {
  return text.replace(
    /(?<![\p{L}’'-])(?:women, men|men, women),? and children(?!\p{L})/giu,
    (words, start: number) => (guesses.has(start) ? likeCapital('adults and children', words) : words)
  )
}

/** "Person or person", "a people's hat". */
function isClumsy(text: string): boolean {
  return /(?<!\p{L})(?:lords? and (?:an? )?(?:person|people)|couple,? two people|(?:their )?(person|people|child|children|parent|sibling|relative|server|actor)(?:(?:,| or|\/) ?(?:an? |another |the |one |their )?| and (?:an? |the |one |their )?)\1|people,? (?:a|another) person|person(?!\p{L}).* (?:\p{L}+ing|with|to|of|at|by|beside|behind|near) person(?![\p{L}'’])|(?:an?|one) (?:people|children)['’]s)(?!\p{L})/iu.test(
    text
  )
}

function genderGuesses(text: string, given: GivenWords): ReadonlySet<number> {
  const faults = wordFaults(text, 'en', given).filter(({ ruleId }) => ruleId === 'gendered-words')
  return new Set(faults.map(({ start }) => start))
}

function withNeutralWords(text: string, guesses: ReadonlySet<number>): string | undefined {
  const pieces = piecesOf(text)
  const neutral: Piece[] = []
  for (const [index, piece] of pieces.entries()) {
    if (!guesses.has(piece.start) || piece.word === '') {
      neutral.push(piece)
      continue
    }
    const [, stem = '', ending = ''] = /^(.+?)(['’]s)?$/u.exec(piece.word) ?? []
    const noun = genderedNouns.get(stem.toLowerCase())
    if (noun?.neutral !== undefined) {
      const officer = /^police$/iu.test(neutral.at(-1)?.word ?? '') && piece.before === ' '
      if (officer) {
        neutral.push({ ...piece, word: (noun.neutral === 'people' ? 'officers' : 'officer') + ending })
        continue
      }
      const baby = neutral.at(-1)
      if (baby && /^baby$/iu.test(baby.word) && piece.before === ' ' && noun.neutral.startsWith('child')) {
        neutral.splice(-1, 1, {
          ...baby,
          word: likeCapital(noun.neutral === 'child' ? 'baby' : 'babies', baby.word) + ending
        })
        continue
      }
      const word = likeCapital(noun.neutral, piece.word) + ending
      const next = pieces[index + 1]
      // "the boys' toys": the apostrophe stands behind the word.
      const owns = next && /^['’] /u.test(next.before) && !noun.neutral.endsWith('s')
      neutral.push({ ...piece, word: owns ? `${word}${next.before.charAt(0)}s` : word })
      if (owns) pieces[index + 1] = { ...next, before: next.before.slice(1) }
      continue
    }
    const pronoun = noun ? undefined : neutralPronoun(pieces, index)
    if (pronoun === undefined) return undefined
    neutral.push({ ...piece, word: likeCapital(pronoun.word, piece.word) })
    const verb = pieces[index + 1]
    for (const [at, word] of pronoun.later ?? []) {
      const one = pieces[at]
      if (one) pieces[at] = { ...one, word, start: -1 }
    }
    if (pronoun.verb !== undefined && verb) pieces[index + 1] = { ...verb, word: pronoun.verb, start: -1 }
  }
  return textOf(neutral)
}

/** "Two children, two children, play": what they were is not said any more. */
function withoutRepeatedCount(text: string): string {
  const counted = `((${numberWords.join('|')}) [a-z]+), \\2 (?:people|children)`
  return text.replace(new RegExp(`(?<![\\p{L}-])${counted}(?:,(?= )|(?=[.;]|$))`, 'giu'), '$1')
}

/** The second unnamed person is another one. */
function withAnother(text: string): string {
  const seen = new Set<string>()
  return text.replace(
    /(?<![\p{L}\p{N}’'-])(a )?(person|child|parent|server|actor)(?![\p{L}\p{N}-])/giu,
    (words, article: string | undefined, noun: string) => {
      const isSecond = seen.has(noun.toLowerCase()) && article !== undefined
      seen.add(noun.toLowerCase())
      return isSecond ? likeCapital(`another ${noun}`, words) : words
    }
  )
}

/** "an person" and "a adult", where a neutral word came behind an article. */
function withArticles(text: string, original: string): string {
  const fixed = text.replace(
    /(?<![\p{L}\p{N}])(an?)(?= (person|child|parent|sibling|spouse|partner|relative|businessperson|police|firefighter|fisher|salesperson|spokesperson|chairperson|athlete|rider|service|camera|server|flight|actor|host|ballet|mail|worker|repairer|craftsperson|batter|member|grandparent|grandchild|schoolchild)(?![\p{L}\p{N}]))/giu,
    (article: string, _: string, noun: string) => likeCapital(/^[aeiou]/iu.test(noun) ? 'an' : 'a', article)
  )
  return likeCapital(fixed, original)
}
