/** Words in a text. */
export interface FoundWords {
  readonly start: number
  readonly end: number
  readonly words: string
}

/** Where a pattern matches. */
export function findWords(text: string, pattern: RegExp | undefined): FoundWords[] {
  if (!pattern) return []
  return [...text.matchAll(pattern)].map(({ 0: words, index }) => ({
    start: index,
    end: index + words.length,
    words
  }))
}

/** A text with something else in the place of each find, of the same length, so that offsets stay. */
export function hidden(text: string, finds: readonly FoundWords[]): string {
  const parts: string[] = []
  let end = 0
  for (const find of finds.toSorted((one, other) => one.start - other.start)) {
    if (find.start < end) continue
    parts.push(text.slice(end, find.start), cover.repeat(find.end - find.start))
    end = find.end
  }
  return parts.join('') + text.slice(end)
}

/** No letter, and nothing that a text has. */
const cover = '\uFFFC'
