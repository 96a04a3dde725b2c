import { findWords, hidden, type FoundWords } from './found-words.ts'
import type { Grounds } from './style-fault.ts'

/** What the page and the picture's own text say, made ready to be asked. */
export interface GivenWords {
  /** As it is written, a line for the page and one for the picture. */
  readonly text: string
  /** Whether these words stand in it as they are, apart from capitals, accents and plural. */
  readonly has: (words: string) => boolean
  /** Whether a word stands in it with whatever ending: "Петербурга" where it says "Петербург". */
  readonly hasStem: (word: string) => boolean
}

/** Prepares what stands beside and in the picture. */
export function givenWords({ given = '', visibleText = '' }: Grounds): GivenWords {
  const text = `${given}\n${visibleText}`
  const known = ` ${plainWords(text)} `
  const unspaced = known.replaceAll(' ', '')
  return {
    text,
    hasStem: (word) => {
      const plain = plainWords(word)
      return plain !== '' && known.includes(` ${plain.slice(0, Math.max(4, plain.length - 3))}`)
    },
    has: (words) => {
      const plain = plainWords(words)
      if (plain === '') return false
      if (known.includes(` ${plain} `)) return true
      if (/[\u3040-\u30FF\u4E00-\u9FFF]/u.test(plain)) return unspaced.includes(plain.replaceAll(' ', ''))
      return known.includes(` ${plain.replace(/e?s$/u, '')} `) || known.includes(` ${plain}s `)
    }
  }
}

/** Words in lower case with a space between them, without accents, apostrophes and the `s` behind one. */
function plainWords(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/(?<=\p{L})['’]s?(?!\p{L})/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

const quotations =
  /"[^"]{0,500}"|“[^”]{0,500}”|„[^“”]{0,500}[“”]|«[^»]{0,500}»|‘[^‘’]{0,500}’(?!\p{L})|(?<![\p{L}\p{N}])'[^']{0,500}'(?![\p{L}\p{N}])|「[^」]{0,500}」|『[^』]{0,500}』|`[^`]{0,500}`/gu

/** The parts of a text that quote: what is readable in the picture. */
export function quotedParts(text: string): FoundWords[] {
  return findWords(text, quotations)
}

/** A text without what it quotes, offsets kept. */
export function withoutQuotes(text: string): string {
  return hidden(text, quotedParts(text))
}

/** A text without its quotes and without set phrases, in which words mean something else; offsets kept. */
export function withoutHarmless(text: string, harmless: (text: string) => FoundWords[]): string {
  const bare = withoutQuotes(text)
  return hidden(bare, harmless(bare))
}
