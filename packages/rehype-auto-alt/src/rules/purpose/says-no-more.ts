import { mayEndHere } from '../answer/leading-words.ts'
import type { ImageUse } from '../image-use.ts'
import { soundAlike } from '../same-words.ts'

/** Most characters of a text that is taken for words about an image beside it: more is a paragraph that goes on. */
const longestLabel = 120
const word = /[\p{L}\p{M}\p{N}]+(?:['’][\p{L}\p{M}]+)*/gu
/** Scripts that put no space between words. */
const unspaced = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u

/**
 * Whether words about an image say no more than what stands beside it, so that a listener would hear it twice: the link
 * or button text, the caption, the heading just above, or a short text in the same block. An image that is all of a
 * link or button always says more: without it nothing names them.
 *
 * @param language BCP 47 tag of the language that the words are in.
 */
export function saysNoMore(words: string, use: ImageUse, language: string): boolean {
  const { beside, context, control, purpose } = use
  if (purpose.kind !== 'informative') return false
  const heading = context.before === undefined ? context.headings.at(-1) : undefined
  const near = [context.caption, control?.text, heading, shortOnly(beside)]
  if (near.some((text) => text !== undefined && holdsAll(text, words, language))) return true
  return [...near, beside, context.before, context.after].some((text) => soundAlike(words, text))
}

function shortOnly(text: string | undefined): string | undefined {
  return text !== undefined && text.length <= longestLabel ? text : undefined
}

/** All words of the one that tell something stand in the other. */
function holdsAll(text: string, words: string, language: string): boolean {
  const [there, here] = [text, words].map((written) => written.normalize('NFKC').toLowerCase()) as [
    string,
    string
  ]
  if (unspaced.test(here)) {
    const bare = (written: string): string => written.replace(/[^\p{L}\p{M}\p{N}]+/gu, '')
    return bare(here) !== '' && bare(there).includes(bare(here))
  }
  const known = new Set(there.match(word))
  const telling = (here.match(word) ?? []).filter((each) => mayEndHere(each, language))
  return telling.length > 0 && telling.every((each) => known.has(each))
}
