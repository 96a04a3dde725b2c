/** A word of a text. */
export interface Word {
  /** Without a possessive ending. */
  readonly text: string
  /** Written with a capital, and not because of what every text writes with one (`TV`, `T-shirt`, `I`). */
  readonly isCapital: boolean
  /** It begins a sentence, so that a capital says nothing. */
  readonly startsSentence: boolean
  /** Nothing but a space is between it and the word before. */
  readonly isJoined: boolean
}

const word = /\p{L}[\p{L}\p{M}\p{N}'’‐-]*/gu
const ending = /(?:['’]\p{L}?|(?<!['’‐-])['’‐-]+)$/u
const sentenceEnd = /[.!?:…|•–—。！？]|\n/u
const abbreviated = /^(?:\p{Lu}|Dr|Mrs?|Ms|Prof|St|Sr|Sra|Mme|Mlle)$/u
/** Abbreviations of things, which name nobody and no place, and words with a single capital letter in front. */
const noName =
  /^(?:\p{L}|\p{L}[‐-]\p{Ll}.*|TVs?|PCs?|PDFs?|USB|LEDs?|LCD|DVDs?|CDs?|UI|URLs?|HTML|CSS|JSON|XML|SQL|APIs?|HTTPS?|QR|GPS|IDs?|OK|IT|AI|VR|AR|DNA|CEO|DIY|FAQs?|SVG|PNG|JPE?G|GIF|SUVs?|ATM|CPUs?|GPUs?|RAM|SSD|MRI|CT|NFC|VPN|SMS|AM|PM|Wi-Fi)$/u

/** The words of a text. */
export function wordsOf(text: string): Word[] {
  const words: Word[] = []
  let end = 0
  let last = ''
  for (const { 0: written, index } of text.matchAll(word)) {
    const gap = text.slice(end, index)
    const isAbbreviation = gap.startsWith('.') && abbreviated.test(last) && /^\.\s*$/u.test(gap)
    words.push({
      text: written.replace(ending, ''),
      isCapital: /^\p{Lu}/u.test(written) && !noName.test(written.replace(ending, '')),
      startsSentence: words.length === 0 || (sentenceEnd.test(gap) && !isAbbreviation),
      isJoined: words.length > 0 && (isAbbreviation || /^[ \u00A0]$/u.test(gap))
    })
    end = index + written.length
    last = written
  }
  return words
}

/** Words that also titles write small. */
const small = /^(?:with|from|over|into|under|upon|than|between|without|through|about|after|before|against)$/u

/** All longer words have a capital, as in English titles: then it tells no name. */
export function isInTitleCase(words: readonly Word[]): boolean {
  const long = words.filter(({ text }) => text.length > 3 && !small.test(text))
  return long.length > 2 && long.every(({ text }) => /^\p{Lu}/u.test(text))
}

/** Words with a capital that stand next to each other, two at least, as they are written. */
export function phrasesOf(text: string): string[] {
  const phrases: string[] = []
  let run: string[] = []
  const finish = (): void => {
    if (run.length > 1) phrases.push(run.join(' '))
    run = []
  }
  for (const { isCapital, isJoined, text: written } of wordsOf(text)) {
    if (!isJoined || !isCapital) finish()
    if (isCapital) run.push(written)
  }
  finish()
  return phrases
}

/**
 * How a language writes names: with a capital that other words do not have, with one that every noun has, or in a
 * script without capitals.
 */
export function capitalsOf(language: string): 'names' | 'nouns' | 'none' {
  let locale: Intl.Locale
  try {
    locale = new Intl.Locale(language).maximize()
  } catch {
    return 'none'
  }
  if (!/^(?:Latn|Cyrl|Grek|Armn)$/u.test(locale.script ?? '')) return 'none'
  return /^(?:de|lb|gsw|nds)$/u.test(locale.language) ? 'nouns' : 'names'
}
