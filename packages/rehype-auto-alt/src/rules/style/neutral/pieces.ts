/** A word of a text and what stands before it. */
export interface Piece {
  readonly before: string
  /** As written; empty behind the last word. */
  readonly word: string
  /** Where it stands in the text. */
  readonly start: number
}

/** A text in words. What follows the last one is a piece without a word. */
export function piecesOf(text: string): Piece[] {
  const pieces: Piece[] = []
  let end = 0
  for (const { 0: word, index } of text.matchAll(/[\p{L}\p{M}\p{N}]+(?:['’-][\p{L}\p{M}\p{N}]+)*/gu)) {
    pieces.push({ before: text.slice(end, index), word, start: index })
    end = index + word.length
  }
  return [...pieces, { before: text.slice(end), word: '', start: end }]
}

/** The text of some pieces. */
export function textOf(pieces: readonly Piece[]): string {
  return pieces.map(({ before, word }) => before + word).join('')
}

/** A word with a capital where another had one. */
export function likeCapital(word: string, model: string): string {
  return /^\p{Lu}/u.test(model) ? word.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase()) : word
}
