import { leadsOn, mayEndHere } from './leading-words.ts'
import { countGraphemes } from '../plain-text.ts'

/** What had to go so that a text fits. */
export type Cut = 'nothing' | 'one-sentence' | 'sentences' | 'clause' | 'words'

/** A text that fits, and what was cut for it. */
export interface Fitted {
  readonly text: string
  readonly cut: Cut
}

/**
 * Shortens a text to at most `limit` graphemes: whole sentences first, then up to the end of a clause, then up to a
 * word that can stand at the end. Never cuts inside a word and never adds one.
 * `undefined` when no word of it fits.
 */
export function fitToLimit(text: string, limit: number, language: string): Fitted | undefined {
  if (countGraphemes(text) <= limit) return { text, cut: 'nothing' }
  return (
    wholeSentences(text, limit, language) ??
    upToClause(text, limit, language) ??
    upToWord(text, limit, language)
  )
}

/** A text without its last sentence; `undefined` where it has only one, or nothing is left that says something. */
export function withoutLastSentence(text: string, language: string): Fitted | undefined {
  return wholeSentences(text, Infinity, language)
}

function wholeSentences(text: string, limit: number, language: string): Fitted | undefined {
  const sentences = [...segmenter(language, 'sentence').segment(text)].map(({ segment }) => segment)
  for (let kept = sentences.length - 1; kept > 0; kept--) {
    const candidate = sentences.slice(0, kept).join('').trim()
    const bare = candidate.replace(/([^.。])[.。]$/u, '$1')
    if (countGraphemes(bare) > limit || !mayEndHere(bare, language) || isStub(bare)) continue
    return { text: bare, cut: sentences.length - kept === 1 ? 'one-sentence' : 'sentences' }
  }
  return undefined
}

/** "Dr. Smith …" and the like: too little to be the sentence that was meant. */
function isStub(text: string): boolean {
  return countGraphemes(text) < 20
}

function upToClause(text: string, limit: number, language: string): Fitted | undefined {
  const boundaries = /[,;:，、；：،؛](?=\s|[\u3040-\u9FFF])|\s+[–—-]\s|\s+\(/gu
  let best: string | undefined
  for (const match of text.matchAll(boundaries)) {
    const candidate = text.slice(0, match.index).trimEnd()
    const length = countGraphemes(candidate)
    if (length > limit) break
    if (length >= limit * 0.4 && mayEndHere(candidate, language) && !endsInScrap(candidate, language)) {
      best = candidate
    }
  }
  return best === undefined ? undefined : { text: best, cut: 'clause' }
}

/** Words that begin another thought. */
const conjunctions =
  /^(?:and|but|or|while|as|und|oder|aber|während|et|ou|mais|y|e|o|pero|mas|ma|en|of|maar|и|или|но|i|oraz|lub|ale)$/u

/** "…; behind them", "…, and one of the people": a few words that begin a thought and do not tell it. */
function endsInScrap(text: string, language: string): boolean {
  const last = /[,;:，、；：،؛]\s*([^,;:，、；：،؛]+)$/u.exec(text)?.[1]
  const [first = '', ...others] = last?.split(' ') ?? []
  if (last === undefined) return false
  return (others.length < 3 && leadsOn(first, language)) || (others.length < 5 && conjunctions.test(first))
}

function upToWord(text: string, limit: number, language: string): Fitted | undefined {
  const segments = [...segmenter(language, 'word').segment(text)]
  let candidate = ''
  let best: string | undefined
  for (const { segment, isWordLike } of segments) {
    candidate += segment
    if (countGraphemes(candidate) > limit) break
    const rest = text.slice(candidate.length, candidate.length + 4)
    const wordGoesOn = /^(?:[-’'_@/\\.:+#]?[\p{L}\p{M}\p{N}]|[-_@/\\+#])/u.test(rest) && !isSpaceless(segment)
    if (isWordLike && !wordGoesOn && mayEndHere(candidate.trim(), language)) best = candidate.trim()
  }
  return best === undefined || !/\p{L}{2}|[\u3040-\u9FFF]/u.test(best)
    ? undefined
    : { text: best, cut: 'words' }
}

function isSpaceless(segment: string): boolean {
  return /^[\u0E00-\u0EFF\u3040-\u30FF\u4E00-\u9FFF]+$/u.test(segment)
}

const segmenters = new Map<string, Intl.Segmenter>()

function segmenter(language: string, granularity: 'sentence' | 'word'): Intl.Segmenter {
  const name = `${granularity} ${language}`
  let found = segmenters.get(name)
  if (!found) segmenters.set(name, (found = new Intl.Segmenter(language, { granularity })))
  return found
}
