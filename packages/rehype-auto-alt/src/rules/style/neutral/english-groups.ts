import { likeCapital, piecesOf, textOf, type Piece } from './pieces.ts'
import { genderedNouns } from '../words/english-people.ts'

/** Numbers that a group of people can be counted with. */
export const numberWords: readonly string[] =
  'two three four five six seven eight nine ten eleven twelve'.split(' ')

/** One part of "a man and two women". */
interface Part {
  /** Pieces that it takes up. */
  readonly length: number
  /** `undefined` for a plural without a number. */
  readonly count: number | undefined
  readonly neutral: string
  readonly definite: boolean
  /** Whether an article or a number stands before it. */
  readonly hasLead: boolean
}

/** "a man and a woman" is two people, "men and women" are people, "a woman and a girl" are an adult and a child. */
export function groupedPeople(text: string, guesses: ReadonlySet<number>): string {
  const pieces = piecesOf(text)
  const result: Piece[] = []
  for (let index = 0; index < pieces.length;) {
    const piece = pieces[index]
    if (!piece) break
    const group = groupAt(pieces, index, guesses)
    if (group) {
      result.push({ before: piece.before, word: likeCapital(group.words, piece.word), start: -1 })
      index += group.length
      const rest = pieces[index]
      if (rest?.word === 'and') {
        result.push({ ...rest, before: ' ' })
        index++
      }
    } else {
      result.push(piece)
      index++
    }
  }
  return textOf(result)
}

function groupAt(
  pieces: readonly Piece[],
  index: number,
  guesses: ReadonlySet<number>
): { readonly words: string; readonly length: number } | undefined {
  const first = partAt(pieces, index, guesses)
  if (!first) return undefined
  const join = pieces[index + first.length]
  const isJoined = join?.word === 'and' && join.before === ' '
  const at = index + first.length + (isJoined ? 1 : 0)
  const second = partAt(pieces, at, guesses)
  if (!second || pieces[at]?.before !== (isJoined ? ' ' : ', ')) return undefined
  const following = pieces[at + second.length]
  // "a man and a woman's hat" belongs to one of them.
  if (following && /^['’]/u.test(following.before)) return undefined
  // "a man, a woman and a dog" are two people and a dog. "A man, woman and dog" would be one without an article.
  if (!isJoined && (following?.word !== 'and' || !/^,? $/u.test(following.before))) return undefined
  const third = isJoined ? undefined : pieces[at + second.length + 1]?.word
  const isCounted = third === undefined || isPlural(third) || determiners.test(third)
  if (!isCounted && !second.hasLead && first.count === 1) return undefined
  const words = together(first, second)
  return words === undefined ? undefined : { words, length: at + second.length - index }
}

function together(first: Part, second: Part): string | undefined {
  const kinds = [singular(first.neutral), singular(second.neutral)]
  const article = first.definite ? 'the ' : ''
  if (kinds[0] === kinds[1]) {
    const plural = couples.has(kinds[0] ?? '') ? 'people' : pluralOf(kinds[0] ?? '')
    if (first.count === undefined || second.count === undefined) return `${article}${plural}`
    const sum = numberWords[first.count + second.count - 2]
    if ((kinds[0] ?? '').endsWith('parent') && first.count + second.count > 2) return undefined
    return sum === undefined ? undefined : `${article}${sum} ${plural}`
  }
  if (first.count === 1 && second.count === 1 && !first.definite) {
    if (kinds.join() === 'person,child') return 'an adult and a child'
    if (kinds.join() === 'child,person') return 'a child and an adult'
  }
  return undefined
}

const determiners =
  /^(?:an?|the|one|their|his|her|two|three|four|five|six|seven|eight|nine|ten|some|several)$/iu

/** "Husband and wife" are two people: what they are to each other is not visible. */
const couples: ReadonlySet<string> = new Set(['spouse', 'partner'])

function pluralOf(noun: string): string {
  const plural = noun.replace(/person$/u, 'people').replace(/child$/u, 'children')
  return plural === noun ? `${noun}s` : plural
}

function singular(neutral: string): string {
  if (neutral === 'member of congress') return neutral
  return neutral
    .replace(/people$/u, 'person')
    .replace(/children$/u, 'child')
    .replace(/s$/u, '')
}

function isPlural(noun: string): boolean {
  return /(?:people|children|[^s]s)$/u.test(noun) && noun !== 'member of congress'
}

function partAt(pieces: readonly Piece[], index: number, guesses: ReadonlySet<number>): Part | undefined {
  const first = pieces[index]
  const lead = first?.word.toLowerCase() ?? ''
  const number = numberWords.indexOf(lead)
  const hasLead = ['a', 'an', 'one', 'the'].includes(lead) || number !== -1
  const noun = hasLead ? pieces[index + 1] : first
  if (!noun || !guesses.has(noun.start) || (hasLead && noun.before !== ' ')) return undefined
  const neutral = genderedNouns.get(noun.word.toLowerCase())?.neutral
  if (neutral === undefined) return undefined
  const count = number === -1 ? (isPlural(neutral) ? undefined : 1) : number + 2
  return { length: hasLead ? 2 : 1, count, neutral, definite: lead === 'the', hasLead }
}
