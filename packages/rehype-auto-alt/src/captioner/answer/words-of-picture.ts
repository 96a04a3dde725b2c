import type { Description } from '../../providers/provider.ts'
import { soundAlike } from '../../rules/same-words.ts'

/**
 * The words that a picture of words consists of, where they are to be its alternative; `undefined` for any other
 * picture. The name of a link or button may say more, as long as it holds them:
 * people say what they see to reach it by voice.
 */
export function wordsOfPicture(
  { kind, text, visibleText }: Pick<Description, 'kind' | 'text' | 'visibleText'>,
  isInformative: boolean
): string | undefined {
  const words = kind === 'text' && typeof visibleText === 'string' ? visibleText.trim() : ''
  if (!/\p{L}.*\p{L}/su.test(words)) return undefined
  // In the letter case that the model found better.
  if (soundAlike(text, words)) return text
  if (!isInformative && wordsIn(text).includes(wordsIn(words))) return undefined
  return words
}

/** With a space around each word, so that no part of a word is found. */
function wordsIn(text: string): string {
  return ` ${text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `
}
