/** A letter, digit or mark: what a word goes on with. */
const wordPart = '\\p{L}\\p{M}\\p{N}_'

/**
 * A pattern that finds any of some pieces of a regular expression as whole words. A hyphen joins words into another
 * ("man-made"), an apostrophe does not ("the man's hat").
 */
export function wholeWords(pieces: readonly string[], spaced: boolean): RegExp | undefined {
  if (pieces.length === 0) return undefined
  const inside = `(?:${pieces.join('|')})`
  // Classes of letters are slow to prepare, so that there are few of them.
  return new RegExp(
    spaced ? `(?<![${wordPart}-]|\\p{L}['’])${inside}(?![${wordPart}]|-\\p{L})` : inside,
    'giu'
  )
}
