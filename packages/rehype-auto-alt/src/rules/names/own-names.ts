import type { PageContext } from '../image-use.ts'
import { withoutQuotes } from '../style/given-words.ts'
import { capitalsOf, isInTitleCase, phrasesOf, type Word, wordsOf } from './words.ts'

/** What one page says about an image and no other page that shows it: the words that may be names. */
export interface OwnNames {
  /** Words that the page writes with a capital in mid-sentence: names wherever they stand. */
  readonly sure: readonly string[]
  /** Words that it writes with a capital elsewhere: names where a caption writes them as names. */
  readonly likely: readonly string[]
  /** Several words that are a name together, for languages whose capitals tell no names. */
  readonly phrases: readonly string[]
}

/** Most entries of each list, and most UTF-16 code units of an entry. */
const most = 200
const longest = 100

/**
 * The names that only the page of a request gives.
 *
 * German writes every noun with a capital, and many scripts have none. There only what structured data calls the
 * product and its brand is a name, and in German several words with a capital in a row in a title, heading or product.
 *
 * @param asked Words of the page that a model was asked with.
 * @param others Words of the other pages that show the image.
 */
export function ownNames(
  asked: PageContext,
  others: readonly PageContext[],
  language: string
): OwnNames | undefined {
  const names = namesOf(asked, language)
  const elsewhere = new Set(others.flatMap((context) => textsOf(context).flatMap(wordsOf)).map(textOf))
  const isOwn = (name: string): boolean => !elsewhere.has(name) && !elsewhere.has(name.toLowerCase())
  const otherText = others.map((context) => textsOf(context).map(plain).join('\n')).join('\n')
  const own = {
    sure: bounded(names.sure.filter(isOwn)),
    likely: bounded(names.likely.filter(isOwn)),
    phrases: bounded(names.phrases.filter((phrase) => !holds(otherText, phrase)))
  }
  return own.sure.length + own.likely.length + own.phrases.length === 0 ? undefined : own
}

/**
 * Whether a caption uses a name that only its page gives.
 *
 * @param visibleText Words that are readable in the picture: whoever looks at it knows them from there.
 */
export function usesName(caption: string, { likely, phrases, sure }: OwnNames, visibleText = ''): boolean {
  const text = withoutQuotes(caption)
  const seen = plain(visibleText).toLowerCase()
  if (phrases.some((phrase) => holds(plain(text), phrase) && !seen.includes(phrase.toLowerCase())))
    return true
  const visible = new Set(wordsOf(visibleText).map((word) => word.text.toLowerCase()))
  const [certain, possible] = [new Set(sure), new Set(likely)]
  const words = wordsOf(text)
  const isTitle = isInTitleCase(words)
  return words.some((word, index) => {
    if (!word.isCapital || visible.has(word.text.toLowerCase())) return false
    return certain.has(word.text) || (!isTitle && possible.has(word.text) && isWrittenAsName(words, index))
  })
}

/**
 * Whether a page gives all names that a caption uses, so that the caption fits there too. False for one without a name
 * that can be told from other words.
 */
export function givesNames(context: PageContext, caption: string, language: string): boolean {
  const capitals = capitalsOf(language)
  const texts = textsOf(context)
  if (capitals === 'nouns') {
    const phrases = phrasesOf(withoutQuotes(caption))
    const page = texts.map(plain).join('\n')
    return phrases.length > 0 && phrases.every((phrase) => holds(page, phrase))
  }
  const words = wordsOf(withoutQuotes(caption))
  if (capitals === 'none' || isInTitleCase(words)) return false
  const names = words.filter(({ isCapital }, index) => isCapital && isWrittenAsName(words, index))
  const given = new Set(texts.flatMap(wordsOf).map(textOf))
  return names.length > 0 && names.every(({ text }) => given.has(text))
}

/** A capital at the start of a sentence tells nothing, unless another follows it. */
function isWrittenAsName(words: readonly Word[], index: number): boolean {
  const next = words[index + 1]
  return !words[index]?.startsSentence || (next !== undefined && next.isCapital && next.isJoined)
}

function namesOf(context: PageContext, language: string): OwnNames {
  const { caption, description, before, after, headings, product, title } = context
  const capitals = capitalsOf(language)
  const ofProduct = product === undefined ? [] : productNames(product)
  if (capitals === 'none') return { sure: [], likely: [], phrases: ofProduct }
  if (capitals === 'nouns') {
    const titles = [title, ...headings, product].flatMap((text) => phrasesOf(text ?? ''))
    return { sure: [], likely: [], phrases: [...new Set([...titles, ...ofProduct])] }
  }
  const running = [caption, description, before, after].map((text) => wordsOf(text ?? ''))
  const words = [...running, ...[title, ...headings, product].map((text) => wordsOf(text ?? ''))]
  const common = new Set(
    words.flat().flatMap(({ text }) => (/^\p{Lu}/u.test(text) ? [] : text.toLowerCase()))
  )
  const isName = ({ isCapital, text }: Word): boolean => isCapital && !common.has(text.toLowerCase())
  const inSentences = running.filter((each) => !isInTitleCase(each)).flat()
  const sure = inSentences.filter((word) => isName(word) && !word.startsSentence).map(textOf)
  return {
    sure: [...new Set(sure)],
    likely: [...new Set(words.flat().filter(isName).map(textOf))],
    phrases: []
  }
}

/** Name and brand of a product, as `product` of a page's context holds them. */
function productNames(product: string): string[] {
  const [name = '', ...rest] = product.split('; ')
  const brand = rest.find((part) => part.startsWith('brand: '))?.slice('brand: '.length)
  return [name, brand ?? ''].map(plain).filter((text) => text.length > 1)
}

function textsOf({ after, before, caption, description, headings, product, title }: PageContext): string[] {
  return [title, ...headings, caption, description, product, before, after].filter(
    (text) => text !== undefined
  )
}

/** Whether a text holds a phrase, not as part of a longer word where words have spaces between them. */
function holds(text: string, phrase: string): boolean {
  for (let at = text.indexOf(phrase); at !== -1; at = text.indexOf(phrase, at + 1)) {
    const [before, after] = [text.slice(0, at), text.slice(at + phrase.length)]
    const isSpaced = /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]/u.test(phrase)
    if (!isSpaced || !(/[\p{L}\p{N}]$/u.test(before) || /^[\p{L}\p{N}]/u.test(after))) return true
  }
  return false
}

function plain(text: string): string {
  return text.replace(/\s+/gu, ' ').trim()
}

function textOf({ text }: Word): string {
  return text
}

function bounded(names: readonly string[]): string[] {
  return names.filter((name) => name.length <= longest).slice(0, most)
}
