import type { Element, ElementContent } from 'hast'

import type { LongDescription, LongDescriptionWay } from '../html/descriptions/long-description.ts'
import { summaryWords } from '../html/descriptions/summary-words.ts'

/** A long description as an element of a tree, the same that `descriptionMarkup` writes. */
export function descriptionElement(
  way: LongDescriptionWay,
  { id, language, text }: LongDescription
): Element {
  if (way === 'describedby') return element('span', { id, hidden: true }, [words(text)])
  const summary = summaryWords(language)
  const inEnglish = summary.language === language ? {} : { lang: summary.language }
  return element('details', { id, className: ['auto-alt-description'], lang: language }, [
    element('summary', inEnglish, [words(summary.text)]),
    element('p', {}, [words(text)])
  ])
}

function element(tagName: string, properties: Element['properties'], children: ElementContent[]): Element {
  return { type: 'element', tagName, properties, children }
}

function words(value: string): ElementContent {
  return { type: 'text', value }
}
