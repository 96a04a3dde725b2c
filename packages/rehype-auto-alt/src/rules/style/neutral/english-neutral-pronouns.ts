import type { Piece } from './pieces.ts'
import { animals, genderedNouns, neutralNouns } from '../words/english-people.ts'

/** A neutral pronoun, with the verb behind it where that has to change. */
export interface NeutralPronoun {
  readonly word: string
  readonly verb?: string
  /** Verbs further on that change with it, by the piece that they are. */
  readonly later?: ReadonlyMap<number, string>
}

/** Words behind "her" that show that no noun of hers follows: "behind her and". */
const noNouns = new Set(
  'and or but while as with without in on at to from by for near behind beside next is are was were who that which a an the under over through into onto against during before after above below beneath between around across off out up down where when if then so because until not also too it them he she they'.split(
    ' '
  )
)
/** Behind these "her" may be who is given something: "handing her flowers". */
const givingVerbs =
  /^(?:giv|hand|show|tell|offer|bring|buy|serv|feed|pass|teach|send|ask|mak|lend|throw|toss|watch|see|help|let|hear|feel|hav)(?:e|es|s|ing|ed|d)?$|^(?:gave|given|brought|bought|told|taught|sent|made|let|saw|seen|threw|thrown|fed)$/iu
const prepositions =
  /^(?:behind|beside|near|with|at|by|for|to|from|around|above|below|under|over|before|after|on|next)$/iu

/** The neutral form of a pronoun at a place in a text; `undefined` where the grammar cannot be told. */
export function neutralPronoun(pieces: readonly Piece[], index: number): NeutralPronoun | undefined {
  const word = pieces[index]?.word.toLowerCase() ?? ''
  switch (word) {
    case 'he':
    case 'she':
      return withLater(subject(pieces[index + 1]), pieces, index)
    case 'him':
      if (pieces.length <= 2) return undefined
      return { word: 'them' }
    case 'his':
      if (pieces[index + 1]?.word === 'and') return undefined
      return isFollowedByNoun(pieces[index + 1]) ? { word: 'their' } : { word: 'theirs' }
    case 'hers':
      return { word: 'theirs' }
    case 'himself':
    case 'herself':
      return { word: 'themselves' }
    case 'her':
      return possessiveOrObject(pieces, index)
    default:
      return withLater(contraction(word, pieces[index + 1]), pieces, index)
  }
}

/** "beside her" and "at him", but not "her dog". */
export function isObject(pronoun: string, behind: string): boolean {
  if (/^him$/iu.test(pronoun)) return true
  const next = /^ ([^\s.,;:!?]+)/u.exec(behind)?.[1]
  return /^her$/iu.test(pronoun) && (next === undefined || noNouns.has(next.toLowerCase()))
}

const plural: ReadonlyMap<string, string> = new Map([
  ['is', 'are'],
  ['was', 'were'],
  ['has', 'have']
])

function subject(verb: Piece | undefined): NeutralPronoun | undefined {
  const next = verb?.before === ' ' ? verb.word : ''
  const changed = plural.get(next)
  if (changed !== undefined) return { word: 'they', verb: changed }
  return /^(?:can|could|may|might|will|would|must|should|\p{L}{3,}(?<!e)ed|held|wore|stood|sat|rode|ran|took|had)$/u.test(
    next
  )
    ? { word: 'they' }
    : undefined
}

/** Verbs that a caption goes on with: "and appears", "and is". */
const laterVerb =
  /^(?:is|was|has|does|appears|seems|looks|smiles|holds|wears|stands|sits|walks|carries|reads|plays|watches|talks|points|leans|poses|faces|reaches|waits|runs|rides|laughs|waves|works|speaks|gestures|stares|gazes|leads|lies|eats|drinks|uses|takes|makes|keeps|rests|grips|wields|sports|dons|features|sings|dances|jumps|kneels|bends|raises|touches)$/u
const afterVerb =
  /^(?:at|to|into|onto|up|down|out|off|away|back|an?|the|his|her|him|their|them|toward|towards|over|through)$/u

/** "She has red hair and is reading", but not "He is tall and smiles": "smile" is no word of the answer. */
function withLater(
  pronoun: NeutralPronoun | undefined,
  pieces: readonly Piece[],
  index: number
): NeutralPronoun | undefined {
  const later = new Map<number, string>()
  for (const at of laterVerbs(pieces, index)) {
    const verb = plural.get(pieces[at]?.word ?? '')
    if (verb === undefined) return undefined
    later.set(at, verb)
  }
  return pronoun && { ...pronoun, later }
}

/** Where the sentence goes on with another verb of "he". */
function laterVerbs(pieces: readonly Piece[], index: number): number[] {
  const found: number[] = []
  for (let at = index + 2; at < pieces.length; at++) {
    const { before = '', word = '' } = pieces[at] ?? {}
    if (/[.!?;]/u.test(before)) break
    const leads = pieces[at - 1]?.word ?? ''
    const isNew =
      /,/u.test(before) || /^(?:and|but|then|or|also|while|as)$/u.test(leads) || leads.endsWith('ly')
    const isVerb =
      laterVerb.test(word) || (/[^s]s$/u.test(word) && afterVerb.test(pieces[at + 1]?.word ?? ''))
    if (isNew && isVerb) found.push(at)
  }
  return found
}

/** "he's wearing" is "he is", "he's got" is "he has". */
function contraction(word: string, next: Piece | undefined): NeutralPronoun | undefined {
  const [, mark = '', ending] = /^(?:he|she)(['’])(s|ll|d)$/u.exec(word) ?? []
  if (ending === 's') {
    const has = /^(?:got|been|\p{L}+ed)$/u.test(next?.word ?? '')
    return { word: `they${mark}${has ? 've' : 're'}` }
  }
  return ending === undefined ? undefined : { word: `they${mark}${ending}` }
}

function possessiveOrObject(pieces: readonly Piece[], index: number): NeutralPronoun | undefined {
  const next = pieces[index + 1]
  if (!isFollowedByNoun(next)) return index > 0 ? { word: 'them' } : undefined
  const before = pieces[index - 1]?.word ?? ''
  if (givingVerbs.test(before)) {
    const behind = pieces[index + 2]?.word ?? ''
    return isSomebody(next?.word ?? '') || /^(?:an?|the|some|to)$/u.test(behind)
      ? { word: 'their' }
      : undefined
  }
  // "a dog behind her smiling": a noun of hers or not?
  if (prepositions.test(before) && next?.word.endsWith('ing')) return undefined
  return { word: 'their' }
}

/** "feeding her baby", "showing her friend": hers, since nobody is given a friend. */
function isSomebody(word: string): boolean {
  somebody ??= new RegExp(`^(?:${[...genderedNouns.keys(), ...neutralNouns, ...animals].join('|')})$`, 'iu')
  return somebody.test(word)
}

let somebody: RegExp | undefined

function isFollowedByNoun(next: Piece | undefined): boolean {
  return (
    next !== undefined && next.before === ' ' && next.word !== '' && !noNouns.has(next.word.toLowerCase())
  )
}
