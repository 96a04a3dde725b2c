import { createHash } from 'node:crypto'

import type { BatchNames } from '../captions/batch-record.ts'
import type { OwnNames } from '../rules/names/own-names.ts'
import { wordsOf } from '../rules/names/words.ts'

/** Characters of a checksum, and most of them in a list. */
const length = 6
const most = 80
/** UTF-16 code units of an answer that are searched for phrases, and of a phrase. */
const searched = 400
const longestPhrase = 60

/**
 * Checksums of the names that a page gives: they tell whether an answer uses one, and the committed file holds nothing
 * of the page. `undefined` for a page without names.
 *
 * @param key Of the caption, so that one name has another checksum with each image.
 * @param own Names that no other page gives.
 * @param given All words that went along with the image.
 */
export function nameSums(key: string, own: OwnNames | undefined, given: string): BatchNames | undefined {
  const listed = (names: readonly string[]): string =>
    [...new Set(names)]
      .slice(0, most)
      .map((name) => sumOf(key, name))
      .join('')
  const capitals = wordsOf(given).flatMap(({ isCapital, text }) => (isCapital ? [text] : []))
  const lists = {
    sure: listed(own?.sure ?? []),
    likely: listed(own?.likely ?? []),
    phrases: listed(own?.phrases ?? []),
    given: listed(capitals)
  }
  const sums: BatchNames = Object.fromEntries(Object.entries(lists).filter(([, list]) => list !== ''))
  return Object.keys(sums).length === 0 ? undefined : sums
}

/** Those of an answer's own words that are such names, and those that its page gave, one after the other. */
export function namesInAnswer(
  key: string,
  sums: BatchNames | undefined,
  answer: string
): { readonly own: OwnNames; readonly given: string | undefined } {
  const words = wordsOf(answer)
  const among = (list: string | undefined): ((name: string) => boolean) => {
    const known = new Set(list?.match(/.{6}/gsu))
    return (name) => known.size > 0 && known.has(sumOf(key, name))
  }
  const texts = words.map(({ text }) => text)
  const isGiven = among(sums?.given)
  let given = ''
  let isOpen = false
  for (const { isCapital, isJoined, text } of words) {
    const isKnown = isCapital && isGiven(text)
    if (isKnown) given += isOpen && isJoined ? ` ${text}` : `, with ${text}`
    isOpen = isKnown
  }
  return {
    own: {
      sure: texts.filter(among(sums?.sure)),
      likely: texts.filter(among(sums?.likely)),
      phrases: sums?.phrases === undefined ? [] : piecesOf(answer).filter(among(sums.phrases))
    },
    given: given === '' ? undefined : `a page${given}`
  }
}

/** Every piece of a text that could be a phrase: from the start of a word, where words can be told. */
function piecesOf(answer: string): string[] {
  const text = answer.replace(/\s+/gu, ' ').slice(0, searched)
  const pieces: string[] = []
  for (let start = 0; start < text.length; start++) {
    if (/[\p{Script=Latin}\p{N}]{2}/u.test(text.slice(start - 1, start + 1))) continue
    for (let end = start + 2; end <= Math.min(text.length, start + longestPhrase); end++) {
      pieces.push(text.slice(start, end))
    }
  }
  return pieces
}

function sumOf(key: string, name: string): string {
  return createHash('sha256').update(`${key} ${name}`).digest('base64url').slice(0, length)
}
