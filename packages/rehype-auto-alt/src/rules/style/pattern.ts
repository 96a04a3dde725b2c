/** Letters of the languages that have word lists and write words apart. A few ranges: `\p{L}` is slow to prepare. */
const letter = 'a-z\\u00AA\\u00B5\\u00BA\\u00C0-\\u024F\\u0370-\\u052F\\u1E00-\\u1FFF'
/** A letter, digit or mark: what a word goes on with. */
const wordPart = `${letter}0-9_\\u0300-\\u036F`

/**
 * A pattern that finds any of some pieces of a regular expression as whole words. A hyphen joins words into another
 * ("man-made"), an apostrophe does not ("the man's hat").
 */
export function wholeWords(pieces: readonly string[], spaced: boolean): RegExp | undefined {
  if (pieces.length === 0) return undefined
  const inside = `(?:${pieces.join('|')})`
  return new RegExp(spaced ? `(?<![${wordPart}-])${inside}(?![${wordPart}]|-[${letter}])` : inside, 'giu')
}
