/** Longest text of a server that goes into a message, in characters. */
const longestServerText = 300

const windowSize = 8
const patterns: readonly (readonly [RegExp, string])[] = [
  [/data:[a-z0-9.+/-]*;base64,[a-z0-9+/=_-]*/giu, '[data]'],
  [/\b(?:bearer|basic)\s+[^\s"',;]+/giu, '[key]'],
  // `hf-inference` is the name of a preset, and no key of Hugging Face has a hyphen there.
  [/\b(?:(?:sk|pk|gsk|xai)[-_]|hf_)[a-z0-9_*.-]{6,}/giu, '[key]'],
  [/[a-z0-9+/_-]{64,}={0,2}/giu, '[data]']
]

/**
 * Takes out of a text the given secrets and longer pieces of them, whatever looks like a key, data URIs and long base64.
 *
 * @param secrets Keys that may be in it. Default: none are known.
 */
export function scrubSecrets(text: string, secrets: readonly string[] = []): string {
  let clean = text
  for (const secret of secrets) clean = removeSecret(clean, secret)
  for (const [pattern, replacement] of patterns) clean = clean.replace(pattern, replacement)
  return clean
}

/** Makes a text from a server fit for a message: without secrets, on one line, at most 300 characters. */
export function serverText(text: string, secrets: readonly string[]): string {
  // Secrets go before the cut, which could leave half of one; the first cut only keeps a huge body from costing time.
  const clean = scrubSecrets(text.slice(0, 20_000), secrets)
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .trim()
  const characters = Array.from(clean)
  return characters.length <= longestServerText
    ? clean
    : `${characters.slice(0, longestServerText - 1).join('')}…`
}

/** A server may echo a key in part, so every run of characters that is part of a long secret goes. */
function removeSecret(text: string, secret: string): string {
  if (secret === '') return text
  const whole = text
    .replaceAll(secret, '[key]')
    .replaceAll(encodeURIComponent(secret), '[key]')
    .replaceAll(Buffer.from(secret).toString('base64'), '[key]')
  if (secret.length < 2 * windowSize) return whole
  const pieces = new Set<string>()
  for (let start = 0; start + windowSize <= secret.length; start++)
    pieces.add(secret.slice(start, start + windowSize))
  let result = ''
  let covered = 0
  for (let start = 0; start < whole.length; start++) {
    if (pieces.has(whole.slice(start, start + windowSize))) {
      if (start >= covered) result += '[key]'
      covered = start + windowSize
    }
    if (start >= covered) result += whole.charAt(start)
  }
  return result
}
