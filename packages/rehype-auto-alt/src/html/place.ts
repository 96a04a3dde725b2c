import type { Place } from '../rules/image-use.ts'

/** Offsets at which the lines of a text start. A line ends with `\n`, `\r\n` or `\r`. */
export function lineStarts(text: string): readonly number[] {
  const starts = [0]
  if (text.includes('\r')) {
    for (const end of text.matchAll(/\r\n?|\n/gu)) starts.push(end.index + end[0].length)
    return starts
  }
  for (let end = text.indexOf('\n'); end !== -1; end = text.indexOf('\n', end + 1)) starts.push(end + 1)
  return starts
}

/** Line and column, counted from 1, of an offset, counted from 0. All in UTF-16 code units. */
export function placeAt(offset: number, starts: readonly number[]): Place {
  let first = 0
  let last = starts.length - 1
  while (first < last) {
    const middle = (first + last + 1) >> 1
    if (starts[middle]! <= offset) first = middle
    else last = middle - 1
  }
  return { line: first + 1, column: offset - (starts[first] ?? 0) + 1, offset }
}
