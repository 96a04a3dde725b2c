import { piecesOf, type Piece } from './pieces.ts'
import { genderedNouns } from '../words/english-people.ts'

/** Words that may follow "man": what he does, where and how he is, and who is with him. */
const followers =
  /^(?:[\p{L}-]+(?:ing|ed|ly)|\d+|in|on|at|with|and|or|of|to|from|by|near|is|are|was|were|who|whose|that|which|has|have|had|as|while|next|behind|beside|between|under|over|above|below|beneath|into|onto|inside|outside|through|across|along|around|against|among|for|without|before|after|beyond|off|up|down|out|away|alone|asleep|upside|made|caught|seen|shown|sat|stood|held|hung|kept|left|lit|taken|drawn|bent|lying|can|could|will|would|may|might|must|should|sits|then|but|also|he|she|they|there|here|both|about|upon|via|like|than|during|towards?|amid|amidst|deep|high|low|half|hard|mid|midair|just|so|not|ready|able|full|sideways|face|front|back|left|right|one|two|three|a|an|the|his|her|him|their|them|himself|herself|themselves)$/iu
const neverVerbs = /^(?:\p{L}*(?:[aiou]s|ss)|balloons?|jeans|clothes|shorts|glasses|sunglasses|shoes)$/iu

/** Nouns before one that make it a trade or a saying, where "child" or "person" says something else. */
const trades =
  /^(?:weather|newspaper|paper|bell|ball|bat|call|cover|poster|pin-up|flower|page|altar|choir|cabin|stable|farm|country|city|home|party|birthday|show|it|mama['’]s)$/iu
const callings =
  /^(?:bag|cat|lunch|dinner|crazy|first|leading|dragon|tea|church|lord|family|wise|you|hey|beach|garbage|dust|bin)$/iu

/** "Men at work sign", "Beach boys poster": what the thing says. */
const thing =
  /^(?:sign|posters?|logo|label|t-shirts?|mugs?|banners?|badge|stickers?|towels?|award|trophy|club)$/iu

/**
 * Whether a neutral word in the place of a gendered one would say something else: in a compound ("a boy balloon",
 * "bag lady"), in what a sign says, where nobody could tell whom a pronoun is about, or for one word alone.
 */
export function isUnclear(text: string, guesses: ReadonlySet<number>): boolean {
  const pieces = piecesOf(text)
  const isPronounAlone = pieces.length <= 2 && !genderedNouns.has(pieces[0]?.word.toLowerCase() ?? '')
  if (isPronounAlone || isGroomOfHorses(pieces, guesses)) return true
  if (pieces.some((piece, index) => guesses.has(piece.start) && isInCompound(pieces, index))) return true
  return isAboutSeveral(pieces, guesses)
}

/** A groom is a newlywed beside a bride or at a wedding. */
function isGroomOfHorses(pieces: readonly Piece[], guesses: ReadonlySet<number>): boolean {
  const isGroom = pieces.some(({ start, word }) => guesses.has(start) && /^grooms?$/iu.test(word))
  return isGroom && !pieces.some(({ word }) => /^(?:brid(?:es?|al)|weddings?|married)$/iu.test(word))
}

function isInCompound(pieces: readonly Piece[], index: number): boolean {
  const { word = '', before = '' } = pieces[index] ?? {}
  const noun = genderedNouns.get(word.toLowerCase())
  if (noun?.neutral === undefined) return false
  const lead = before === ' ' ? (pieces[index - 1]?.word ?? '') : ''
  if (/^(?:girl|boy)s?$/iu.test(word) && trades.test(lead)) return true
  if (/^(?:lady|ladies|guys?|boys|m[ae]n)$/iu.test(word) && callings.test(lead)) return true
  // "a man dressed as a woman"
  if (
    pieces.slice(Math.max(0, index - 3), index).some(({ word: one }) => /^(?:dressed|disguised)$/iu.test(one))
  )
    return true
  const next = pieces[index + 1]
  if (index === 0 && noun.neutral.endsWith('people') && thing.test(pieces.at(-2)?.word ?? '')) return true
  if (!next || next.before !== ' ' || next.word === '') return false
  const isPlural = /(?:people|children|[^s]s)$/u.test(noun.neutral)
  if (showsWords(pieces, index)) return true
  // "a woman and a girl bake", "watching her son play"
  const isJoined = pieces
    .slice(Math.max(0, index - 3), index)
    .some(({ word: one }) => /^(?:and|(?:watch|see|hear|help|let|mak)(?:e|es|s|ing|ting|ed)?)$/iu.test(one))
  if (isPlural || isJoined || followers.test(next.word)) return false
  return (
    !(next.word.endsWith('s') && !neverVerbs.test(next.word)) && !genderedNouns.has(next.word.toLowerCase())
  )
}

function showsWords(pieces: readonly Piece[], index: number): boolean {
  const next = pieces.slice(index + 1, index + 5).map(({ word }) => word.toLowerCase())
  const end = next.findIndex((word) => thing.test(word))
  if (end === -1) return false
  const between = next.slice(0, end).join(' ')
  return /^(?:|at work|of the \p{L}+|night|power|only|allowed)$/u.test(between)
}

/** "A man stands next to a woman and he holds her hand": they hold whose hand? */
function isAboutSeveral(pieces: readonly Piece[], guesses: ReadonlySet<number>): boolean {
  const words = pieces.filter(({ start }) => guesses.has(start)).map(({ word }) => word.toLowerCase())
  const pronouns = words.filter((word) => /^(?:s?he|his|hers?|him|himself|herself)(?:['’]|$)/u.test(word))
  const subjects = pronouns.filter((word) => /^s?he(?:['’]|$)/u.test(word))
  const genders = new Set(pronouns.map((word) => (/^(?:she|her)/u.test(word) ? 'female' : 'male')))
  const people = words.length - pronouns.length
  // "her head on his chest"
  if (genders.size > 1 && people < 2) return true
  return subjects.length > 0 && (genders.size > 1 || people > 1)
}
