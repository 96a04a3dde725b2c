import type { Agreement } from './eval-answer.ts'
import { rounded } from './spread.ts'

/**
 * How near a text is to the nearest of its references, by ROUGE-1 (words in common) and ROUGE-L (words in common in the
 * same order) of the package js-rouge, both as F1. Words are told apart as the language does it; letter case and marks
 * do not count. METEOR, CIDEr and SPICE need word lists and parsers, CLIPScore a model, and no kept package has chrF:
 * they are not offered.
 */
export async function agreementWith(
  references: readonly string[],
  text: string,
  language: string
): Promise<Agreement> {
  // Only an evaluation needs it.
  const { l, n } = await import('js-rouge')
  const segmenter = new Intl.Segmenter(language, { granularity: 'word' })
  const tokenizer = (words: string): string[] =>
    [...segmenter.segment(words.normalize('NFC').toLowerCase())]
      .filter(({ isWordLike }) => isWordLike)
      .map(({ segment }) => segment)
  const whole = { tokenizer, segmenter: (words: string): string[] => [words] }
  const isNothing = (words: string): boolean => tokenizer(words).length === 0
  const scores = references.map((reference) =>
    isNothing(reference) || isNothing(text)
      ? { rouge1: 0, rougeL: 0 }
      : { rouge1: n(text, reference, { n: 1, tokenizer }), rougeL: l(text, reference, whole) }
  )
  return {
    rouge1: rounded(Math.max(0, ...scores.map(({ rouge1 }) => rouge1))),
    rougeL: rounded(Math.max(0, ...scores.map(({ rougeL }) => rougeL)))
  }
}
