import { withoutQuotes, type GivenWords } from './given-words.ts'
import type { StyleFault } from './style-fault.ts'

/** Signs that are drawn as an emoji, and their names between colons. Not ©, ® and ™. */
const emoji =
  /\p{RI}\p{RI}|(?:\p{Emoji_Presentation}|(?![#*0-9©®™])\p{Emoji}\uFE0F|[☺☹❤♥✨✔✅])\p{Emoji_Modifier}?|(?<![\p{L}\p{N}:]):[a-z_]{3,}:(?!:)/gu

/** A hash mark with a word behind it. "#1", "C#" and colours are none. */
const hashtag =
  /(?<![\p{L}\p{N}&/#])#(?![0-9a-f]{3}(?:[0-9a-f]{3})?(?![\p{L}\p{N}_])(?<=[0-9]\p{L}*))\p{L}[\p{L}\p{N}_]+/giu

const markup = [
  /<\/?[a-z][^<>]{0,200}>/giu,
  /&(?:[a-z]{2,8}|#\d{1,6}|#x[0-9a-f]{1,6});/giu,
  /!?\[[^\]]{0,200}\]\([^)\s]{1,300}\)/gu,
  // Not `__init__`, which is code.
  /(?<![\p{L}\p{N}])(?!__[a-z]+__)(\*\*|__)(?=\S)[^*_]{1,200}\1/gu,
  /(?<![\p{L}\p{N}*])\*(?=[\p{L}])[^*]{1,100}(?<=\p{L})\*(?![\p{L}\p{N}*])/gu,
  /(?<![\p{L}\p{N}_])_(?=[\p{L}])[^_]{1,100}(?<=\p{L})_(?![\p{L}\p{N}_])/gu,
  /`[^`]{1,200}`/gu,
  /^#{1,6} /gu
]

/** Emoji, hashtags, HTML and Markdown, which are read out letter by letter or by a name that helps nobody. */
export function markFaults(text: string, given: GivenWords): StyleFault[] {
  const bare = withoutQuotes(text.replaceAll('`', '\u0001')).replaceAll('\u0001', '`')
  const faults: StyleFault[] = []
  const add = (ruleId: StyleFault['ruleId'], finds: readonly string[]): void => {
    const words = [...new Set(finds)].filter((find) => !given.text.includes(find) && !given.has(find))
    if (words.length > 0) faults.push({ ruleId, words })
  }
  add('emoji', bare.match(emoji) ?? [])
  add('hashtag', bare.match(hashtag) ?? [])
  add(
    'markup',
    markup.flatMap((pattern) => bare.match(pattern) ?? [])
  )
  return faults
}
