import type { FoundWords } from '../found-words.ts'
import type { GivenWords } from '../given-words.ts'
import { likeCapital, piecesOf, textOf, type Piece } from './pieces.ts'
import { sentenceStarts } from '../sentence-starts.ts'
import type { StyleRuleId } from '../../rule-id.ts'
import { wordFaults } from '../word-faults.ts'
import { genderedNouns, neutralNouns } from '../words/english-people.ts'

/** Rules whose adjectives can go from before a noun without a hole. */
const droppable: ReadonlySet<StyleRuleId> = new Set([
  'gendered-words',
  'guessed-age',
  'guessed-ethnicity',
  'guessed-feelings',
  'praise'
])

const noNoun =
  /^(?:and|or|but|of|in|on|at|to|with|by|for|from|is|are|was|were|who|that|which|as|while|the|an?|than|because)$/iu
const nounsOfGuesses =
  /^(?:enjoy\p{L}*|having|(?:with|in|of|expressing|showing) .*|teens?|teenagers?|toddlers?|adolescents?|youths|seniors|.* (?:people|adults?|citizens?))$/iu
const neutralPeople = new RegExp(`^(?:${neutralNouns.join('|')})$`, 'iu')
/** Words that a noun for people begins or ends with: "tennis player", "goalkeeper". */
const trades =
  /^(?:police|tennis|football|baseball|basketball|soccer|hockey|office|school|college|medical|construction|factory|business|software|.{2,}(?:er|or|ist|ian|ee)s?)$/iu
/** What can be seen of a person: "female figure". */
const forms =
  /^(?:model|figure|silhouette|subject|character|body|torso|face|voice|hand|nude|warrior|form)s?$/iu
const people = new RegExp(`^(?:${[...genderedNouns.keys(), ...neutralNouns].join('|')})(?:['’]s)?$`, 'iu')
/** "in her thirties", "of Asian descent". */
const droppedPhrase =
  /^(?:in (?:his|her|their) .+|(?:about |around |approximately |aged? |of about )+[\p{L}\d]+(?: years?(?: old)?)?|of .+ (?:descent|origin|ethnicity|heritage|appearance))$/iu
const isNumber = /^\d|^(?:two|three|four|five|six|seven|eight|nine|ten|twelve)-/u

/** What a group of young people is without the guess. */
const ageNouns: ReadonlyMap<string, string> = new Map([
  ['toddler', 'child'],
  ['toddlers', 'children'],
  ['preschooler', 'child'],
  ['preschoolers', 'children'],
  ['teenager', 'person'],
  ['teenagers', 'people'],
  ['teen', 'person'],
  ['teens', 'people'],
  ['adolescent', 'person'],
  ['adolescents', 'people'],
  ['youths', 'people'],
  ['youngster', 'child'],
  ['youngsters', 'children'],
  ['pensioner', 'person'],
  ['pensioners', 'people']
])

/** English without openings that talk about the camera, and without adjectives that guess or praise, where a noun follows. */
export function droppedGuesses(text: string, given: GivenWords): string {
  let rest = withoutCameraOpening(text, given)
  // Each goes alone, since the next may stand beside a noun only then ("young Asian woman").
  for (let round = 0; round < 8; round++) {
    const next = withoutOne(rest, given)
    if (next === undefined) break
    rest = next
  }
  return rest === text ? text : likeCapital(rest, text)
}

const cameraOpening =
  /^(?:an? )?(?:(?:extreme|detailed|beautiful|stunning) )?(?:close-?up|close up|(?:wide|medium|long|full|candid|studio|action|product)[- ](?:angle )?shot)(?: (?:shot|view|photo|photograph|image|picture))? of (?=\p{L})/iu

function withoutCameraOpening(text: string, given: GivenWords): string {
  let rest = text
  for (let round = 0; round < 3; round++) {
    const opening = cameraOpening.exec(rest)?.[0]
    if (opening === undefined || given.has(opening)) break
    rest = likeCapital(rest.slice(opening.length), text)
  }
  return rest
}

function withoutOne(text: string, given: GivenWords): string | undefined {
  const pieces = piecesOf(text)
  const starts = sentenceStarts(text)
  for (const fault of wordFaults(text, 'en', given)) {
    if (!droppable.has(fault.ruleId)) continue
    // "The Old Man of Storr"
    if (/^\p{Lu}/u.test(fault.words) && !starts.has(fault.start) && fault.ruleId !== 'guessed-ethnicity')
      continue
    // "Black Girls Code"
    if (
      /^ \p{Lu}/u.test(text.slice(fault.end)) &&
      /^\p{Lu}\p{Ll}/u.test(fault.words) &&
      people.test(nextWord(text, fault))
    )
      continue
    if (fault.ruleId === 'gendered-words' && !isAttribute(text, fault)) continue
    if (droppedPhrase.test(fault.words))
      return text.slice(0, fault.start).replace(/,? *$/u, '') + text.slice(fault.end)
    const index = pieces.findIndex(({ start }) => start === fault.start)
    const noun = ageNouns.get(fault.words.toLowerCase())
    const piece = pieces[index]
    if (piece && noun !== undefined && !people.test(pieces[index + 1]?.word ?? '')) {
      return textOf(pieces.with(index, { ...piece, word: likeCapital(noun, piece.word) }))
    }
    if (nounsOfGuesses.test(fault.words) && noun === undefined) continue
    const length = fault.words.match(/[\p{L}\p{M}\p{N}]+(?:['’-][\p{L}\p{M}\p{N}]+)*/gu)?.length ?? 1
    const left = withoutAdjective(pieces, index, length, isNumber.test(fault.words))
    if (left) return textOf(left)
  }
  return undefined
}

/** Takes an adjective or adverb away together with the comma or "and" that leads on from it. */
function withoutAdjective(
  pieces: readonly Piece[],
  index: number,
  length: number,
  needsPerson: boolean
): Piece[] | undefined {
  const first = pieces[index]
  let end = index + length
  let next = pieces[end]
  // "a tall, young person": the comma goes too.
  const isLast =
    first?.before === ', ' &&
    /^(?:an?|the)$/iu.test(pieces[index - 2]?.word ?? '') &&
    people.test(next?.word ?? '')
  if (!first || !next || !(isLast || /^(?: ?|)$/u.test(first.before)) || pieces[index - 1]?.word === 'and')
    return undefined
  if (next.word === 'and' && next.before === ' ' && !people.test(pieces[end + 1]?.word ?? ''))
    next = pieces[++end]
  else if (first.word.endsWith('ly') && next.word === '' && index > 0) return pieces.toSpliced(index, length)
  if (!next || next.word === '' || !/^,? $/u.test(next.before)) return undefined
  if (noNoun.test(next.word) && !first.word.endsWith('ly')) return undefined
  if (next.before !== ' ' && first.word.endsWith('ly')) return undefined
  if (needsPerson && !people.test(next.word)) return undefined
  if (isYouth(first.word) && /^(?:girl|boy)s?$/iu.test(next.word)) {
    // No child any more.
    next = { ...next, word: /s$/iu.test(next.word) ? 'people' : 'person' }
  }
  const rest = pieces.toSpliced(index, end - index)
  rest[index] = {
    ...next,
    before: isLast ? ' ' : first.before,
    word: index === 0 ? likeCapital(next.word, first.word) : next.word,
    start: -1
  }
  return withArticle(rest, index)
}

function nextWord(text: string, { end }: FoundWords): string {
  return /^ (\p{L}+)/u.exec(text.slice(end))?.[1] ?? ''
}

/** "a female soldier", but not "a female in a coat". */
function isAttribute(text: string, { words, end }: FoundWords): boolean {
  const [, next, behind = ''] = /^ ([\p{L}-]+)(?:['’]s?)?(?: ([\p{L}-]+))?/u.exec(text.slice(end)) ?? []
  if (next === undefined) return false
  if (/^(?:fe)?male$/iu.test(words)) return neutralPeople.test(next) || trades.test(next) || forms.test(next)
  // "women athletes", "a woman doctor"
  if (!/^(?:wom[ae]n|m[ae]n|lady|girl|boy)$/iu.test(words)) return false
  return neutralPeople.test(next) || (trades.test(next) && neutralPeople.test(behind))
}

function isYouth(word: string): boolean {
  return /^(?:teen|teenaged?|adolescent)$/iu.test(word)
}

/** "an elderly person" loses the n with the adjective. */
function withArticle(pieces: Piece[], index: number): Piece[] {
  const article = pieces[index - 1]
  if (!article || !/^an?$/iu.test(article.word)) return pieces
  const next = pieces[index]?.word ?? ''
  const vowel = /^(?:[aeio]|u(?!ni|se|til|ra|ro))/iu.test(next) && !/^(?:one|eu)/iu.test(next)
  const word = likeCapital(vowel || /^(?:hour|honest)/iu.test(next) ? 'an' : 'a', article.word)
  return pieces.with(index - 1, { ...article, word })
}
