import { escapeAttribute, escapeText } from '../escape.ts'
import type { LongDescription, LongDescriptionWay } from './long-description.ts'
import { summaryWords } from './summary-words.ts'

/** A long description as HTML. */
export function descriptionMarkup(way: LongDescriptionWay, { id, language, text }: LongDescription): string {
  if (way === 'describedby') return `<span id="${escapeAttribute(id)}" hidden>${escapeText(text)}</span>`
  const summary = summaryWords(language)
  const inEnglish = summary.language === language ? '' : ` lang="${summary.language}"`
  return [
    `<details id="${escapeAttribute(id)}" class="auto-alt-description" lang="${escapeAttribute(language)}">`,
    `<summary${inEnglish}>${escapeText(summary.text)}</summary>`,
    `<p>${escapeText(text)}</p></details>`
  ].join('')
}
