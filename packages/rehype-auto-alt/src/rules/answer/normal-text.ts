import { oneLine } from '../plain-text.ts'

/** What servers and models leave of their own marks in an answer. */
const specialTokens =
  /<\|[^|<>]{1,40}\|>|<\/?(?:s|pad|eos|bos|image|start_of_turn|end_of_turn|im_start|im_end)>|\[\/?(?:INST|SEP|CLS|PAD|EOS|BOS|unused\d+)\]/giu

/** Characters that nobody sees, besides those that `oneLine` knows; joiners and variation selectors are looked at below. */
const invisible =
  /(?!\u200C|\u200D|[\u0600-\u0605\u06DD\u070F\u08E2]|\u{110BD})\p{Cf}|[\p{Co}\p{Cn}\p{Cs}\u115F\u1160\u180E]|\u034F|\u17B4|\u17B5|\u180B|\u180C|\u180D|\u180F/gu
/** Joiners belong between the letters of scripts that join, and between the parts of an emoji. */
const strayJoiner =
  /[\u200C\u200D](?![\p{L}\p{Extended_Pictographic}])|(?<![\p{L}\p{M}\p{Extended_Pictographic}\p{Emoji_Modifier}])[\u200C\u200D]|(?<=[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{N}])[\u200C\u200D]/gu
const straySelector = /(?<![\p{Emoji}\p{Script=Han}])[\uFE00-\uFE0F\u{E0100}-\u{E01EF}]/gu

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  '#39': "'",
  '#x27': "'",
  nbsp: ' '
}

/**
 * The words of an answer as one line in NFC, without characters that nobody sees, marks of a chat's turns, and the
 * references of HTML for everyday characters.
 */
export function normalText(text: string): string {
  const plain = text
    .replace(/[\p{Cc}\u2800\u3164\uFFA0]/gu, ' ')
    .replace(specialTokens, ' ')
    .replace(
      /&(amp|lt|gt|quot|apos|nbsp|#39|#x27);/giu,
      (_, name: string) => entities[name.toLowerCase()] ?? ''
    )
    .replace(invisible, '')
    .replace(straySelector, '')
    .replace(strayJoiner, '')
  return oneLine(plain)
}
