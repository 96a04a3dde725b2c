import { readImageKind } from './image-kind.ts'
import { bracedTexts, parseLooseJson } from './json-in-text.ts'
import type { Description } from './provider.ts'

/** What was read out of an answer. */
export type Answer = Omit<Description, 'usage' | 'provider'>

const longestContent = 100_000
const longestText = 2000
const longestVisibleText = 1000
const longestDescription = 2000
/** Under this, an answer without a text says that the model cannot tell. */
const unsure = 0.3
const textKeys = [
  'alt_text',
  'altText',
  'alt-text',
  'alt',
  'alternative_text',
  'caption',
  'description'
] as const

/**
 * Reads the content of a model's message: JSON as asked for, or in a fence, with prose or reasoning around it, inside
 * a string or a list, or as a last resort the bare text.
 *
 * @returns `undefined` when there is nothing usable. Never throws.
 */
export function readAnswer(content: unknown): Answer | undefined {
  if (typeof content !== 'string') return undefined
  const text = withoutReasoning(content.slice(-longestContent).replace(/^\uFEFF/u, '')).trim()
  if (text === '') return undefined
  const whole = parseLooseJson(text)
  if (whole !== undefined) return answerOf(whole, 4)
  const fenced = fencedTexts(text)
  for (const candidate of [...fenced.toReversed(), ...bracedTexts(text).toReversed()]) {
    const answer = answerOf(parseLooseJson(candidate), 4)
    if (answer) return answer
  }
  return memberOf(text) ?? plainText(fenced.length === 1 ? text.replace(/```[a-z0-9]*/giu, '') : text)
}

/** What follows the thinking aloud of a model, as the servers that do not take it out mark it. */
export function withoutReasoning(text: string): string {
  const plain = text
    .replace(/<\|channel\|>\s*analysis.*?(?=<\|channel\|>\s*final|$)/gisu, '')
    .replace(/<\|[a-z_]+\|>(?:\s*final\b)?/giu, '')
  const closing = Array.from(plain.matchAll(/<\/(?:think|thinking|thought|reasoning)>|\[\/THINK\]/giu)).at(-1)
  const after = closing ? plain.slice(closing.index + closing[0].length) : ''
  const rest = after.trim() === '' ? plain : after
  const opening = rest.search(/<(?:think|thinking|thought|reasoning)>|\[THINK\]/iu)
  return opening < 0 ? rest : rest.slice(0, opening)
}

/** What stands in closed Markdown fences, the last few of them. */
function fencedTexts(text: string): string[] {
  const parts = text.split('```')
  return parts
    .filter((_, index) => index % 2 === 1 && index < parts.length - 1)
    .slice(-10)
    .map((part) => part.replace(/^[a-z0-9]{1,20}(?=[\s{[])/iu, '').trim())
}

function answerOf(value: unknown, depth: number): Answer | undefined {
  if (depth === 0) return undefined
  if (typeof value === 'string') {
    // JSON inside a JSON string; any other string is the text itself.
    const inner = /^\s*[{["]/u.test(value) ? parseLooseJson(value) : undefined
    return inner === undefined ? plainText(value) : answerOf(inner, depth - 1)
  }
  if (Array.isArray(value)) return value.length === 1 ? answerOf(value[0], depth - 1) : undefined
  if (typeof value !== 'object' || value === null) return undefined
  const object = value as Record<string, unknown>
  for (const key of textKeys) {
    const text = Object.hasOwn(object, key) ? object[key] : undefined
    if (typeof text === 'string') {
      const answer = withDetails(text, object)
      if (answer) return answer
    }
  }
  const nested = Object.values(object).filter((member) => typeof member === 'object' && member !== null)
  return nested.length === 1 ? answerOf(nested[0], depth - 1) : undefined
}

function withDetails(text: string, object: Record<string, unknown>): Answer | undefined {
  const named = readImageKind(object['kind'])
  const bounded = bound(text, longestText)
  const visible = readWords(object['visible_text'] ?? object['visibleText'], longestVisibleText)
  const long = readWords(object['long_description'] ?? object['longDescription'], longestDescription)
  const confidence = readConfidence(object['confidence'])
  const isUnsure = named !== 'decorative' && confidence !== undefined && confidence < unsure
  const kind = bounded === '' && isUnsure ? 'unknown' : named
  if (bounded === '' && kind !== 'decorative' && kind !== 'unknown') return undefined
  return {
    text: bounded,
    ...(kind && { kind }),
    ...(visible !== undefined && { visibleText: visible }),
    ...(confidence !== undefined && { confidence }),
    ...(long !== undefined && { longDescription: long })
  }
}

/** Words besides the alternative, on one line; `undefined` where there are none. */
function readWords(value: unknown, limit: number): string | undefined {
  const text = Array.isArray(value) ? value.filter((part) => typeof part === 'string').join(' ') : value
  if (typeof text !== 'string') return undefined
  const plain = bound(text.replace(/[\p{Cc}\p{Cf}\s]+/gu, ' '), limit)
  return plain === '' || /^(?:none|n\/?a|null)\.?$/iu.test(plain) ? undefined : plain
}

function readConfidence(value: unknown): number | undefined {
  const text = typeof value === 'string' ? value.trim() : ''
  const number =
    typeof value === 'number'
      ? value
      : /^\d+(?:\.\d+)?\s*%?$/u.test(text)
        ? Number.parseFloat(text)
        : Number.NaN
  const share = text.endsWith('%') || (number > 1 && number <= 100) ? number / 100 : number
  return share >= 0 && share <= 1 ? share : undefined
}

/** One member of JSON that does not parse, where its string is closed and something follows that belongs to JSON. */
function memberOf(text: string): Answer | undefined {
  const names = textKeys.join('|')
  const double = new RegExp(`"(?:${names})"\\s*:\\s*("(?:[^"\\\\]|\\\\.){0,4000}")\\s*(?:[,}]|$)`, 'su').exec(
    text
  )?.[1]
  const value = double === undefined ? undefined : parseLooseJson(double)
  if (typeof value === 'string') return plainText(value)
  const single = new RegExp(`'(?:${names})'\\s*:\\s*'(.{0,4000}?)'\\s*(?:,\\s*'\\w+'\\s*:|\\})`, 'su').exec(
    text
  )?.[1]
  return single === undefined ? undefined : plainText(single.replace(/\\(.)/gu, '$1'))
}

/** The text itself, unless it is the ruins of JSON or a web page. */
function plainText(text: string): Answer | undefined {
  const whole = bound(text, longestText)
  if (/^(?:[{[]|<!doctype|<html|<\?xml|```)/iu.test(whole) || /["'](?:alt_text|alt)["']\s*:/u.test(whole))
    return undefined
  const labelled = /^[\s*_#>-]*alt(?:ernative)?[ _-]?(?:text)?[\s*_]*[:=](.+)$/imu.exec(whole)?.[1]
  const plain = labelled?.replace(/^[\s*_]+/u, '').trim() ?? whole
  return /[\p{L}\p{N}]/u.test(plain) ? { text: plain } : undefined
}

function bound(text: string, limit: number): string {
  const trimmed = text.trim()
  return trimmed.length <= limit ? trimmed : Array.from(trimmed).slice(0, limit).join('')
}
