import { oneLine } from './plain-text.ts'
import { withoutPrefix } from './prefixes.ts'

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
  ['`', '`'],
  ['*', '*'],
  ['_', '_']
]

/** The one in "the cat's paw", which is no quotation mark. */
const apostrophe = /(?<=\p{L})['’](?=\p{L})/gu

/** How an answer is brought into the house style. */
export interface StyleSettings {
  /** Whether a caption ends with a full stop. */
  readonly fullStop: boolean
}

/**
 * Brings a model's answer into the house style without choosing other words: one line, no code fence, list mark,
 * Markdown or quotes around it, no label or "Image of" in front, full stop as set.
 * What is left may still have faults: see `faultsOf`.
 */
export function cleanAnswer(raw: string, settings: StyleSettings): string {
  let text = oneLine(firstAlternative(raw)).replace(/\*\*|__/gu, '')
  for (let round = 0; round < 4; round++) {
    const before = text
    text = unwrapped(text.replace(/^(?:#{1,6}|[-*•]|\d{1,2}[.)])\s+/u, ''))
    text = text.replace(/(?:\s+#[\p{L}\p{N}_]+)+$/u, '')
    text = withoutPrefix(text)
    if (text === before) break
  }
  return withFullStop(text, settings.fullStop)
}

/** Of several lines, what is meant as the answer: without an introduction, and the first item of a list of choices. */
function firstAlternative(raw: string): string {
  const lines = raw
    .replace(/```[a-z]*\n?/giu, '')
    .split(/[\r\n\u2028\u2029]+/u)
    .map((line) => line.trim())
    .filter((line) => line !== '')
  const [first, ...others] = lines
  if (first === undefined) return ''
  if (others.length > 0 && /[:：]$/u.test(first)) return firstAlternative(others.join('\n'))
  const isListItem = (line: string): boolean => /^(?:[-*•]|\d{1,2}[.)]|option \d)\s*/iu.test(line)
  return isListItem(first) && others.some(isListItem) ? first : lines.join(' ')
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
