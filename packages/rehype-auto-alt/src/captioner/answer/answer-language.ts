import { areNear } from '../../rules/language/near-languages.ts'
import { isInOtherScript } from '../../rules/language/other-script.ts'
import { tellingWords } from '../../rules/language/telling-words.ts'

/** Fewest words and letters, without names and quotes, that a language is told by. */
const fewestWords = 5
const fewestLetters = 20

/** How far the score of another language has to be above that of the one asked for, both from 0 to 1. */
const margin = 0.1

/** What a caption is judged by. */
export interface LanguageSettings {
  /** Language that it should be in. */
  readonly language: string
  /** Words that are readable in the picture. */
  readonly visibleText?: string
}

/**
 * The language that a caption is in, where that is certainly another than it should be in; `'unknown'` where it is
 * only certain that it is another. `undefined` for everything that leaves a doubt: few words, names, quotes, languages
 * that are much alike, and languages that the detector does not know.
 */
export async function otherLanguage(
  text: string,
  { language, visibleText }: LanguageSettings
): Promise<string | undefined> {
  const words = tellingWords(text, visibleText)
  if (isInOtherScript(words, language)) return (await detect(words))?.language ?? 'unknown'
  if (!isEnough(words)) return undefined
  const found = await detect(words)
  const own = nameInDetector(language)
  if (!found || !isKnown(own) || areNear(found.language, language)) return undefined
  const rest = found.scores[own] ?? 0
  return found.isReliable && (found.scores[found.language] ?? 0) - rest >= margin ? found.language : undefined
}

function isEnough(words: string): boolean {
  const withLetters = words.split(' ').filter((word) => /\p{L}/u.test(word))
  return withLetters.length >= fewestWords && words.replace(/\P{L}/gu, '').length >= fewestLetters
}

interface Detected {
  readonly language: string
  readonly isReliable: boolean
  readonly scores: Readonly<Record<string, number>>
}

/** Loaded at the first answer: a run that asks nobody does without. */
async function detect(text: string): Promise<Detected | undefined> {
  const { eld } = await import('eld/extrasmall')
  const found = eld.detect(text)
  if (found.language === '') return undefined
  return { language: found.language, isReliable: found.isReliable(), scores: found.getScores() }
}

/** Languages of the detector, by ISO 639-1. Its texts in `az`, `ku`, `ms` and `sr` are in one script only. */
const known: ReadonlySet<string> = new Set(
  'am ar be bg bn ca cs da de el en es et eu fa fi fr gu he hi hr hu hy is it ja ka kn ko lo lt lv ml mr nl no or pa pl pt ro ru sk sl sq sv ta te th tl tr uk ur vi yo zh'.split(
    ' '
  )
)

function isKnown(language: string): boolean {
  return known.has(language)
}

function nameInDetector(tag: string): string {
  const language = tag.toLowerCase().split('-')[0] ?? ''
  if (language === 'nb' || language === 'nn') return 'no'
  return language === 'fil' ? 'tl' : language
}
