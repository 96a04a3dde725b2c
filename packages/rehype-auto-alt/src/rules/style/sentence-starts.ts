/** Offsets of the words that begin a sentence. */
export function sentenceStarts(text: string): ReadonlySet<number> {
  const beginnings = text.matchAll(
    /(?:^|(?<!(?<!\p{L})(?:Dr|Mrs?|Ms|Prof))[.!?:;…]["”’»]?\s+)[^\p{L}\p{N}]{0,20}(?=[\p{L}\p{N}])/gu
  )
  return new Set([...beginnings].map(({ 0: lead, index }) => index + lead.length))
}
