/** Names that are written in small letters, at the start of a sentence too. */
const smallNames = new Set(
  (
    'npm npx pnpm git curl wget ssh sed awk grep vim emacs nano bash zsh sh sudo apt pip cargo deno nginx systemd ' +
    'tmux kubectl jq adidas'
  ).split(' ')
)

/** Abbreviations of three letters or more after which a sentence goes on. */
const abbreviations = new Set(
  (
    'approx incl inkl excl evtl dept bspw sogen prof vers resp ungef misc temp spec corp orig prev etc vol fig est inc ' +
    'ltd max min str usw bzw std nos vgl art tel ext ave blvd rev gen col sgt hon pcs sec hrs abb bzgl ggf div env ecc tab'
  ).split(' ')
)

/**
 * Begins each sentence with a capital where it begins with a small letter, except for what is written small on
 * purpose: `iPhone`, `npm`, `df.head()`, `α`.
 */
export function inSentenceCase(text: string, language: string): string {
  const starts = /(?<=^|(?<![\p{L}\p{N}])(\p{L}{3,})[.!?] )(\p{Ll}[^\s]*)/gu
  return text.replace(starts, (word: string, before: string | undefined) =>
    before !== undefined && abbreviations.has(before.toLowerCase()) ? word : capitalised(word, language)
  )
}

/** A word with a capital in front, or as it is where it is written small on purpose. */
function capitalised(word: string, language: string): string {
  const bare = word.replace(/[^\p{L}\p{N}]+$/u, '')
  // A capital further on, digits, dots or slashes: a name or code.
  if (/\p{Lu}|[\p{N}_/\\@=<>(){}[\]]|[.:]\S/u.test(bare.slice(1)) || smallNames.has(bare)) return word
  const [first = ''] = bare
  if (!/[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}]/u.test(first)) return word
  // A single letter from another alphabet is a sign: the angle α, µm.
  if (/\p{Script=Greek}/u.test(first) && !language.startsWith('el')) return word
  if (/^nl\b/u.test(language) && word.startsWith('ij')) return `IJ${word.slice(2)}`
  const capital = first.toLocaleUpperCase(language)
  return capital.length === first.length ? capital + word.slice(first.length) : word
}
