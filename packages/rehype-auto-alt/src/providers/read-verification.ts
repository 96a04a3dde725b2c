import { bracedTexts, parseLooseJson } from './json-in-text.ts'
import { objectOf } from './object-of.ts'
import { withoutReasoning } from './read-answer.ts'

const mostClaims = 20
const longestClaim = 300

/**
 * Reads what a second look found: JSON as asked for, or in a fence or with prose around it.
 *
 * @returns The claims that are not visible, none when all are; `undefined` for an answer that says neither.
 */
export function readVerification(content: string): readonly string[] | undefined {
  const text = withoutReasoning(content).trim()
  for (const candidate of [text, ...bracedTexts(text).toReversed()]) {
    const claims = claimsOf(parseLooseJson(candidate))
    if (claims) return claims
  }
  return undefined
}

function claimsOf(value: unknown): readonly string[] | undefined {
  const object = objectOf(value)
  const found =
    object?.['not_visible'] ?? object?.['notVisible'] ?? (Array.isArray(value) ? value : undefined)
  if (found === undefined || found === null) return undefined
  const list: readonly unknown[] = Array.isArray(found) ? found : [found]
  const claims: string[] = []
  for (const one of list.slice(0, mostClaims)) {
    const claim = claimOf(one)
    // What cannot be read as a claim may be one.
    if (claim === undefined) return undefined
    if (claim !== '') claims.push(claim)
  }
  return claims
}

/** `''` for a word that stands for nothing. */
function claimOf(value: unknown): string | undefined {
  const object = objectOf(value)
  const text = object ? (object['claim'] ?? object['text']) : value
  if (typeof text !== 'string') return undefined
  const plain = text.replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ').trim()
  if (/^(?:none|nothing|n\/?a|null|-)?[.!]?$/iu.test(plain)) return ''
  return Array.from(plain).slice(0, longestClaim).join('')
}
