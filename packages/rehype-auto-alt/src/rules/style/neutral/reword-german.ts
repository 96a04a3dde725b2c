import type { GivenWords } from '../given-words.ts'
import { isClumsy, withAnother } from './german-others.ts'
import { likeCapital } from './pieces.ts'
import { wordFaults } from '../word-faults.ts'

/** Every word that a rewording of German can put into a text. */
export const germanReplacements: readonly string[] = (
  'andere anderen anderer anderes person personen mensch menschen kind kinder kindern kindes leute geschäftsperson geschäftsleute feuerwehrleute ' +
  'ein eine einem einer eines des die der das dem zwei drei vier fünf sechs sieben acht neun zehn'
).split(' ')

/** What stands for an adjective that goes: age and origin before a noun. */
const guessedAdjective =
  /^(?:\d+-jährig|klein|(?:dunkel|hell|braun)häutig|jung|jünger|alt|älter|betagt|asiatisch|afrikanisch|europäisch|arabisch|glücklich|fröhlich|traurig|stolz)(?:e[rnms]?)$/iu

/** Words that agree with a masculine noun before them. */
const masculineAgreement =
  /(?<!\p{L})(?:[Ss]ein(?:e[mnrs]?)?|[Ee]r|[Ii]hn|[Ii]hm|welcher|welchem|welchen|dessen)(?!\p{L})|, (?:der|dem|den|in dem|mit dem|auf dem) /u
const feminineAgreement = /(?<!\p{L})(?:ihr(?:e[mnrs]?)?|sie)(?!\p{L})|, (?:die|der) /u

type Replacement = readonly [RegExp, string]

/** Two in a row are counted. */
const pairs: readonly Replacement[] = [
  [/\b(?:ein(?:em|en)? )?Mann und (?:eine[r]? )?Frau\b/giu, 'zwei Personen'],
  [/\b(?:eine[r]? )?Frau und (?:ein(?:em|en)? )?Mann\b/giu, 'zwei Personen'],
  [/\b(?:Damen und Herren|Herren und Damen)\b/gu, 'Personen'],
  [/\bMänner[n]? und Frauen\b|\bFrauen und Männer[n]?\b/gu, 'Personen'],
  [/\b(?:einem Jungen und einem Mädchen|einem Mädchen und einem Jungen)\b/giu, 'zwei Kindern'],
  [
    /\bein(?:en)? Jungen? und (?:ein )?Mädchen\b|\bein Mädchen und (?:ein(?:en)? )?Jungen?\b/giu,
    'zwei Kinder'
  ],
  [/\bJungen und Mädchen\b|\bMädchen und Jungen?\b/gu, 'Kinder']
]

/** Feminine to feminine and neuter to neuter, and the plural: everything that agrees stays as it is. */
const plain: readonly Replacement[] = [
  [/(?<!\p{L})Geschäfts(?:frau|mann)(?!\p{L})(?<=frau)/gu, 'Geschäftsperson'],
  [/(?<!\p{L})Geschäfts(?:männer|frauen)(?!\p{L})/gu, 'Geschäftsleute'],
  [/(?<!\p{L})Feuerwehrmänner(?!\p{L})/gu, 'Feuerwehrleute'],
  [/(?<!\p{L})(?:Männern?|Frauen|Damen|Herren)(?!\p{L})/gu, 'Personen'],
  [/(?<!\p{L})(?:Frau|Dame)(?!\p{L})/gu, 'Person'],
  [/(?<!\p{L})(?:zwei|drei|vier|fünf|mehrere|viele) Mädchen(?!\p{L})/giu, '$number Kinder']
]

/**
 * German with neutral words for unnamed people, where everything that agrees with the noun is known; else as it was.
 * "Frau" and "Mädchen" have the gender of "Person" and "Kind". "Mann" becomes "Person" where only its article agrees
 * with it, and "Mensch" where adjectives, "sein" or a relative pronoun do.
 */
export function rewordedGerman(text: string, given: GivenWords): string {
  const guesses = genderGuesses(text, given)
  if (guesses.length === 0) return withoutAdjectives(text, given)
  let rest = withoutAdjectives(text, given)
  // "seine Frau" is married to him.
  if (/(?<!\p{L})(?:ihr|sein)(?:e[mnrs]?)? (?:Mann|Männer|Frau|Frauen|Jungen?|Mädchen)(?!\p{L})/iu.test(rest))
    return rest
  // "Peter Mann" is somebody's name, "Lächelnder Mann" needs another ending.
  if (
    /(?<!\p{L})(?!Ein|D[aei][rsmn]? |\p{Lu}\p{Ll}+(?:nd|ert|lich|ig|isch|et)e[rsn]? )\p{Lu}\p{Ll}+ (?:Mann|Frau|Herrn?)(?!\p{L})/u.test(
      rest
    )
  )
    return rest
  rest = withSums(rest.replace(/(?<!\p{L})(?:Herrn?|Kerl)(?!\p{L})(?! \p{Lu})/gu, 'Mann'))
  for (const [pattern, words] of pairs)
    rest = rest.replace(pattern, (found, ...at) => counted(words, found, at))
  rest = withNeutralMan(withNeutralChild(rest))
  for (const [pattern, words] of plain) {
    rest = rest.replace(pattern, (found) =>
      likeCapital(words.replace('$number', found.split(' ')[0] ?? ''), found)
    )
  }
  rest = withAnother(rest)
  const isLeft = genderGuesses(rest, given).length > 0
  return isLeft || isClumsy(rest) ? withoutAdjectives(text, given) : rest
}

/** A count has a capital where it begins the text, whatever the noun had. */
function counted(words: string, found: string, [at]: readonly unknown[]): string {
  return at === 0 || (/^\p{Lu}/u.test(words) && at !== undefined) ? likeCapital(words, found) : words
}

const numbers = 'ein zwei drei vier fünf sechs sieben acht neun zehn'.split(' ')

/** "zwei Frauen und ein Mann" are three people. */
function withSums(text: string): string {
  const count = `(ein|zwei|drei|vier|fünf)(?:e[mnr]?)?`
  const noun = '(?:Männern?|Frauen|Mann|Frau)'
  const pattern = new RegExp(
    `(?<!\\p{L})${count} ${noun}(?:,(?= \\p{L}+ \\p{L}+ und )| und) ${count} ${noun}(?!\\p{L})`,
    'giu'
  )
  return text.replace(pattern, (words, one: string, other: string) => {
    const sum = numbers[numbers.indexOf(one.toLowerCase()) + numbers.indexOf(other.toLowerCase()) + 1]
    return sum === undefined ? words : likeCapital(`${sum} Personen`, words)
  })
}

function genderGuesses(text: string, given: GivenWords): string[] {
  return wordFaults(text, 'de', given)
    .filter(({ ruleId }) => ruleId === 'gendered-words')
    .map(({ words }) => words)
}

function withoutAdjectives(text: string, given: GivenWords): string {
  const faults = wordFaults(text, 'de', given)
  let rest = text
  for (const { start, end, words, ruleId } of faults.toReversed()) {
    if (ruleId === 'guessed-age' && words.endsWith('Alters')) {
      rest = rest.slice(0, start).trimEnd() + rest.slice(end)
      continue
    }
    if (!['guessed-age', 'guessed-ethnicity', 'guessed-feelings', 'praise'].includes(ruleId)) continue
    if (ruleId === 'praise' ? !/e[rnms]?$/u.test(words) : !guessedAdjective.test(words)) continue
    if (!/^ \p{Lu}/u.test(rest.slice(end)) || !/(?:^|\p{L} )$/u.test(rest.slice(0, start))) continue
    rest = rest.slice(0, start) + likeCapital(rest.slice(end + 1), words)
  }
  return rest
}

function withNeutralMan(text: string): string {
  const men = text.match(/(?<!\p{L})Mann(?:e?s)?(?!\p{L})/gu) ?? []
  if (men.length === 0) return text
  const agrees = masculineAgreement.test(text) || hasAdjective(text)
  if (!agrees && men.length === 1) {
    const article: readonly Replacement[] = [
      [/(?<!\p{L})(?:ein|einen) Mann(?!\p{L})/giu, 'eine Person'],
      [/(?<!\p{L})einem Mann(?!\p{L})/giu, 'einer Person'],
      [/(?<!\p{L})eines Mann(?:e?s)(?!\p{L})/giu, 'einer Person'],
      [/(?<!\p{L})(?:der|den) Mann(?!\p{L})/giu, 'die Person'],
      [/(?<!\p{L})dem Mann(?!\p{L})/giu, 'der Person'],
      [/(?<!\p{L})des Mann(?:e?s)(?!\p{L})/giu, 'der Person'],
      [/^Mann(?!\p{L})/u, 'Person']
    ]
    for (const [pattern, words] of article) {
      const next = text.replace(pattern, (found) => likeCapital(words, found))
      if (next !== text) return next
    }
  }
  return text
    .replace(
      /(?<=(?<!\p{L})(?:einen|einem|eines|den|dem|des|zum|vom|beim) (?:\p{Ll}+e[nrs] )*)Mann(?:e?s)?(?!\p{L})/giu,
      'Menschen'
    )
    .replace(/(?<!\p{L})Mann(?!\p{L})/gu, 'Mensch')
}

function hasAdjective(text: string): boolean {
  return /(?<!\p{L})(?!(?:eine[nms]|de[rnms]) )\p{L}+e[rnms] Mann(?:e?s)?(?!\p{L})/iu.test(text)
}

function withNeutralChild(text: string): string {
  const isGirl = /(?<!\p{L})(?:ein|einem|eines|das|dem|des|^) ?(?:\p{Ll}+e[sn] )*Mädchens?(?!\p{L})/iu.test(
    text
  )
  if (isGirl && !feminineAgreement.test(text)) {
    return withNeutralBoy(
      text
        .replace(/(?<=(?<!\p{L})(?:ein|einem|das|dem) (?:\p{Ll}+e[sn] )*)Mädchen(?!\p{L})/giu, 'Kind')
        .replace(/(?<=(?<!\p{L})(?:eines|des) (?:\p{Ll}+en )*)Mädchens(?!\p{L})/giu, 'Kindes')
        .replace(
          /^Mädchen(?= (?:mit|auf|in|im|am|vor|neben|spielt|sitzt|steht|hält|läuft|malt|liest|isst)(?!\p{L}))/u,
          'Kind'
        )
    )
  }
  return withNeutralBoy(text)
}

/** "sein" is right for a child too; its relative pronoun is not. */
function withNeutralBoy(text: string): string {
  if (/Jungen?, (?:der|den) /u.test(text)) return text
  return text
    .replace(/(?<!\p{L})(?:ein Junge|einen Jungen)(?!\p{L})/giu, (found) => likeCapital('ein Kind', found))
    .replace(/(?<!\p{L})(eines|des) Jungen(?!\p{L})/giu, '$1 Kindes')
    .replace(/(?<!\p{L})einem Jungen(?!\p{L})/giu, (found) => likeCapital('einem Kind', found))
    .replace(/(?<!\p{L})(?:der Junge|den Jungen)(?= (?!und ))/gu, 'das Kind')
    .replace(/^Der Junge(?!\p{L})/u, 'Das Kind')
    .replace(
      /^Junge(?= (?:mit|auf|in|im|am|vor|neben|spielt|sitzt|steht|hält|läuft|liest|isst|und)(?!\p{L}))/u,
      'Kind'
    )
    .replace(
      /(?<!\p{L})(zwei|drei|vier|fünf|mehrere|viele|einige|paar) (?:Jungen|Jungs)(?!\p{L})/giu,
      '$1 Kinder'
    )
}
