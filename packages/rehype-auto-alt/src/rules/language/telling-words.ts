/** Words in quotation marks: they may be of any language. An apostrophe within a word is none. */
const quoted =
  /"[^"]*"|“[^”]*”|„[^“”]*[“”]|«[^»]*»|»[^«]*«|‹[^›]*›|‘[^’]*’(?!\p{L})|(?<!\p{L})'[^']*'(?!\p{L})|「[^」]*」|『[^』]*』|《[^》]*》|`[^`]*`/gu

/** Addresses, file names, code, options of commands and numbers. */
const code =
  /\b\p{L}+:\/\/\S+|\S*[\d_/\\=<>{}#+@]\S*|(?<!\S)-+\p{L}\S*|(?<!\p{L})\p{L}+(?:\.\p{L}+)+|\p{L}*\p{Ll}\p{Lu}\p{L}*/gu

/** More UTF-16 code units tell nothing new. */
const most = 1000

/** Names, acronyms, and in German nouns; not the word that a sentence begins with. */
const capitalised = /(?<=[\p{L}\p{M}\p{N},)\]’'–—-]\s*|[\s(–—-])\p{Lu}[\p{L}\p{M}’'-]*/gu

/**
 * The part of a caption whose language can be told: what stands in quotation marks, names and code are the same in
 * every language.
 *
 * @param visibleText Words that are readable in the picture: they may be quoted without marks.
 */
export function tellingWords(text: string, visibleText = ''): string {
  const own = text.slice(0, most).replace(quoted, ' ').replace(code, ' ').replace(capitalised, ' ')
  return withoutReadable(own.trim().split(/\s+/u), visibleText).join(' ')
}

/** Two words or more that stand in the picture side by side are read from it. */
function withoutReadable(words: readonly string[], visibleText: string): readonly string[] {
  const readable = ` ${bareWords(visibleText).join(' ')} `
  if (readable.trim() === '') return words
  const bare = words.map((word) => bareWords(word).join(' '))
  return words.filter((_, index) => {
    const [before = '', here = '', after = ''] = [bare[index - 1], bare[index], bare[index + 1]]
    const isBeside = (pair: readonly string[]): boolean =>
      pair.every((word) => word !== '') && readable.includes(` ${pair.join(' ')} `)
    return !isBeside([before, here]) && !isBeside([here, after])
  })
}

function bareWords(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
}
