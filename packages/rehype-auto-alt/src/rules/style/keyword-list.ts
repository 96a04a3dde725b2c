import { withoutQuotes, type GivenWords } from './given-words.ts'
import type { StyleFault } from './style-fault.ts'

const joins = /^(?:and|or|und|oder|et|ou|y|e|o|en|of|и|или|i|oraz|lub|with|mit|avec|con|com|met)(?!\p{L})/iu

/**
 * A row of keywords instead of a sentence: six or more of at most three words each without an "and", or four of which
 * three hold the same word ("red backpack, leather backpack, backpack sale"). A list with a colon before it
 * ("Colours: …") is what the picture shows.
 */
export function keywordFaults(text: string, given: GivenWords): StyleFault[] {
  const bare = withoutQuotes(text).replace(/[.。]$/u, '')
  if (/[:：]/u.test(bare) || given.has(text)) return []
  const parts = bare
    .split(/[,;|•·、，；]/u)
    .map((part) => part.trim())
    .filter((part) => part !== '')
  const isShort = (part: string): boolean => part.split(/\s+/u).length <= 3 && part.length <= 40
  if (parts.length < 4 || !parts.every(isShort) || parts.some((part) => joins.test(part))) return []
  if (parts.some((part) => /\s(?:and|und|et|y|e|en|и|i|or|of|in|on|with|mit)\s/iu.test(part))) return []
  const shown = parts.filter((part) => !given.has(part))
  if (shown.length < 4) return []
  return shown.length >= 6 || repeats(parts) ? [{ ruleId: 'keyword-list', words: parts }] : []
}

function repeats(parts: readonly string[]): boolean {
  const counts = new Map<string, number>()
  for (const part of parts) {
    for (const word of new Set(part.toLowerCase().split(/\s+/u))) {
      if (word.length > 3) counts.set(word, (counts.get(word) ?? 0) + 1)
    }
  }
  return [...counts.values()].some((count) => count >= 3)
}
