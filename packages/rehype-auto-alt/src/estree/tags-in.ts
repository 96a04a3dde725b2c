import { type SyntaxNode, extentOf } from './syntax-node.ts'

/** Makes a test for code whose text can hold a tag, which is far quicker than to look through its tree. */
export function tagsIn(text: string): (code: SyntaxNode) => boolean {
  const places: number[] = []
  for (let at = text.indexOf('<'); at !== -1; at = text.indexOf('<', at + 1)) places.push(at)
  return (code) => {
    const { end, start } = extentOf(code)
    let first = 0
    let behind = places.length
    while (first < behind) {
      const middle = (first + behind) >> 1
      if (places[middle]! < start) first = middle + 1
      else behind = middle
    }
    return (places[first] ?? end) < end
  }
}
