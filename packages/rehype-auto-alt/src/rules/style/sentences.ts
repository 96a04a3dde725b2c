import { quotedParts, type GivenWords } from './given-words.ts'
import { hidden } from './found-words.ts'
import type { StyleFault } from './style-fault.ts'

/** Most sentences of an alternative. */
const mostSentences = 2

/** A stop that ends no sentence: "St. Paul", "J. Smith", "z. B. ein", "e.g. a cat". */
const abbreviation =
  /(?:(?:^|[^\p{L}])(?:\p{L}|St|Dr|Mr|Mrs|Ms|Prof|Sr|Jr|No|Nr|vs|etc|ca|approx|Fig|Abb|Bd|Str|bzw|usw|Inc|Ltd|Co|Corp|Sra|Dra|Mme|Mlle|ul|al|им|ул|г|св)|\p{L}\.\p{L})\.$/u

/** More than two sentences. What is readable in the picture counts for none. */
export function sentenceFaults(text: string, given: GivenWords): StyleFault[] {
  const sentences = sentencesOf(text).filter((sentence) => !given.has(sentence))
  if (sentences.length <= mostSentences) return []
  return [{ ruleId: 'too-many-sentences', words: sentences.slice(mostSentences) }]
}

function sentencesOf(text: string): string[] {
  const bare = hidden(text, quotedParts(text))
  const sentences: string[] = []
  let start = 0
  for (const { 0: stop, index } of bare.matchAll(/(?<![.!?…])[.!?…]+(?=\s+[^\p{Ll}\s])|[。！？]+/gu)) {
    const end = index + stop.length
    if (abbreviation.test(bare.slice(start, end))) continue
    sentences.push(text.slice(start, end).trim())
    start = end
  }
  sentences.push(text.slice(start).trim())
  return sentences.filter((sentence) => /[\p{L}\p{N}]/u.test(sentence))
}
