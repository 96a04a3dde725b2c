import { findWords, type FoundWords } from './found-words.ts'

/**
 * "Statue of a man and a woman": the people in works of art, with the work. Two steps behind the work are followed;
 * where a language puts what is shown in the genitive, the noun follows at once.
 */
export function findArtworks(
  text: string,
  patterns: { readonly shown: RegExp | undefined; readonly genitive: RegExp | undefined },
  people: readonly FoundWords[]
): FoundWords[] {
  const direct = findWords(text, patterns.shown).map((work) =>
    reach(text, work, people, /^ (?:[^\s.,;]+ ){0,3}$/u)
  )
  const genitive = findWords(text, patterns.genitive).map((work) =>
    reach(text, work, people, /^ (?:(?!рядом|возле|около|obok|przy|koło)[^\s.,;]+ )?$/u)
  )
  return [...direct, ...genitive].filter((work) => work !== undefined)
}

function reach(
  text: string,
  work: FoundWords,
  people: readonly FoundWords[],
  way: RegExp
): FoundWords | undefined {
  const first = people.find(({ start }) => start >= work.end && way.test(text.slice(work.end, start)))
  if (!first) return undefined
  const second = people.find(
    ({ start }) =>
      start >= first.end &&
      /^,? (?!next|near|by|at|in|to|past|over)[^\s.,;]{1,4} (?:[^\s.,;]+ ){0,3}$/u.test(
        text.slice(first.end, start)
      )
  )
  const end = (second ?? first).end
  return { start: work.start, end, words: text.slice(work.start, end) }
}
