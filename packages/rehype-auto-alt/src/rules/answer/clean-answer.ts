import { withoutChat } from './chat.ts'
import { normalText } from './normal-text.ts'
import { withoutPrefix } from './prefixes.ts'
import { inSentenceCase } from './sentence-case.ts'
import { withoutSpareWords } from './spare-words.ts'

const quotePairs: readonly (readonly [string, string])[] = [
  ['"', '"'],
  ["'", "'"],
  ['“', '”'],
  ['„', '“'],
  ['„', '”'],
  ['‘', '’'],
  ['‚', '‘'],
  ['«', '»'],
  ['»', '«'],
  ['‹', '›'],
  ['「', '」'],
  ['『', '』'],
  ['[', ']'],
  ['(', ')'],
  ['`', '`'],
  ['*', '*'],
  ['_', '_']
]

/** The one in "the cat's paw", which is no quotation mark. */
const apostrophe = /(?<=\p{L})['’](?=\p{L})/gu

/** Longer answers say nothing more that could be used. */
const longest = 4000
/** Each round can uncover what the next takes away. */
const mostRounds = 8

/** How an answer is brought into the house style. */
export interface StyleSettings {
  /** Language it was asked for in. */
  readonly language: string
  /** Whether a caption ends with a full stop. */
  readonly fullStop: boolean
}

/**
 * Brings a model's answer into the house style without choosing other words: one line without invisible characters,
 * no code fence, list mark, Markdown or quotes around it, no talk, label or "Image of" in front, no article twice, a
 * capital at the start, full stop as set. What is left may still have faults: see `faultsOf`.
 */
export function cleanAnswer(raw: string, settings: StyleSettings): string {
  let text = firstAlternative(raw.slice(0, longest))
  for (let round = 0; round < mostRounds; round++) {
    const before = text
    text = cleanedOnce(text, settings)
    if (text === before) break
  }
  return text
}

function cleanedOnce(raw: string, { fullStop, language }: StyleSettings): string {
  let text = withoutMarkdown(normalText(raw))
  text = unwrapped(text.replace(/^(?:#{1,6}|[-*•–—]|\d{1,2}[.)]|[Oo]ption \d[.:)])\s+/u, ''))
  text = withoutTail(withoutChat(text))
  text = withoutPrefix(text, language)
  text = withoutSpareWords(withoutRepeatedSentence(text), language)
  text = withoutStraySpaces(text, language)
  return withFullStop(inSentenceCase(text, language), fullStop)
}

/** Of several lines, what is meant as the answer: without an introduction, and the first item of a list of choices. */
function firstAlternative(raw: string): string {
  const lines = raw
    .replace(/```[a-z]*(?:\r?\n|$)|```/giu, '\n')
    .split(/[\r\n\u2028\u2029]+/u)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .filter((line, index, all) => line !== all[index - 1])
  const [first, ...others] = lines
  if (first === undefined) return ''
  if (others.length > 0 && /[:：]$/u.test(first)) return firstAlternative(others.join('\n'))
  const isListItem = (line: string): boolean => /^(?:[-*•]|\d{1,2}[.)]|option \d)\s*/iu.test(line)
  return isListItem(first) && others.some(isListItem) ? first : lines.join(' ')
}

/** Emphasis, code and links of Markdown give way to their text. */
function withoutMarkdown(text: string): string {
  return text
    .replace(/(?<![\p{L}\p{M}\p{N}_)!])!?\[([^[\]]+)\]\([^()\s]*\)(?![\p{L}\p{M}\p{N}_![])/gu, '$1')
    .replace(/(?<![\p{L}\p{M}\p{N}])\*\*(?=\S)(.+?)(?<=\S)\*\*(?![\p{L}\p{M}\p{N}])/gu, '$1')
    .replace(/(?<![\p{L}\p{M}\p{N}_])__(?=[^\s_])([^_]* [^_]*)(?<=\S)__(?![\p{L}\p{M}\p{N}_])/gu, '$1')
    .replace(/(?<![\p{L}\p{M}\p{N}*])\*(?! )([^*]+)(?<! )\*(?![\p{L}\p{M}\p{N}*])/gu, '$1')
    .replace(/(?<![\p{L}\p{M}\p{N}`])`([^`]+)`(?![\p{L}\p{M}\p{N}`])/gu, '$1')
}

/** Hashtags and emoji behind the last word, and emoji before the first. */
function withoutTail(text: string): string {
  const emoji =
    '(?:\\p{Extended_Pictographic}|\\p{Regional_Indicator}|[\\uFE0F\\u20E3\\u200D]|\\p{Emoji_Modifier})'
  const rest = text
    .replace(/(?:\s+#[\p{L}\p{M}\p{N}_]+)+$/u, '')
    .replace(new RegExp(`(?:\\s*(?![©®™])${emoji})+(?=[.!]?$)`, 'u'), '')
    .replace(new RegExp(`^(?:(?![©®™])${emoji}\\s*)+`, 'u'), '')
  return rest.trim()
}

/** The same sentence twice in a row says nothing more. */
function withoutRepeatedSentence(text: string): string {
  const sentences = text.split(/(?<=[.!?。！？])\s+/u)
  const heard = (sentence: string | undefined): string | undefined =>
    sentence?.toLowerCase().replace(/[.!?。！？\s]+$/u, '')
  return sentences.filter((one, index) => index === 0 || heard(one) !== heard(sentences[index - 1])).join(' ')
}

/** French has a space before `;`, `:`, `!` and `?`. */
function withoutStraySpaces(text: string, language: string): string {
  const marks = language.split('-')[0] === 'fr' ? '[,.]' : '[,.;:!?]'
  return text
    .replace(new RegExp(` +(${marks})(?=\\s|$)`, 'gu'), '$1')
    .replace(/,(?:\s*,)+/gu, ',')
    .replace(/([([{]) +| +([)\]}])/gu, '$1$2')
}

function unwrapped(text: string): string {
  for (const [open, close] of quotePairs) {
    if (text.length <= open.length + close.length || !text.startsWith(open)) continue
    const inner = withoutFinalStop(text)
    if (!inner.endsWith(close)) continue
    const content = inner.slice(open.length, -close.length).trim()
    const marks = content.replace(apostrophe, '')
    if (!marks.includes(open) && !marks.includes(close)) return content
  }
  return text
}

/** A stop that belongs to an abbreviation ("the U.S.") stays. */
function withoutFinalStop(text: string): string {
  return text.replace(/(?<!(?:^|[^\p{L}])\p{L}\.\p{L}|[.。．…])[.。．]$/u, '')
}

function withFullStop(text: string, fullStop: boolean): string {
  const bare = withoutFinalStop(text).trimEnd()
  if (!fullStop || bare === '' || /[.!?。！？…]$/u.test(bare)) return bare
  return /[\u3040-\u30FF\u4E00-\u9FFF]$/u.test(bare) ? `${bare}。` : `${bare}.`
}
