import { oneLine } from '../rules/plain-text.ts'
import { languageKey } from './embedded-words.ts'
import { readXml, xmlLanguage } from './xml-elements.ts'

const svgSpace = 'http://www.w3.org/2000/svg'

/**
 * The titles, then the descriptions, that are direct children of an SVG's root: those further in name a part of
 * the drawing only. Their language is their own, else the root's.
 */
export async function svgWords(markup: string): Promise<[language: string, text: string][]> {
  const found: { readonly [part in 'title' | 'desc']: [language: string, text: string][] } = {
    title: [],
    desc: []
  }
  let depth = 0
  let rootLanguage: string | undefined
  let part: 'title' | 'desc' | undefined
  let language: string | undefined
  let text = ''
  await readXml(markup, {
    open({ local, space }, attributes) {
      depth++
      if (depth === 1) rootLanguage = xmlLanguage(attributes)
      if (depth !== 2 || (space !== '' && space !== svgSpace)) return
      if (local !== 'title' && local !== 'desc') return
      part = local
      language = xmlLanguage(attributes) ?? rootLanguage
      text = ''
    },
    text(more) {
      if (part) text += more
    },
    close() {
      depth--
      if (depth !== 1 || !part) return
      const line = oneLine(text)
      if (line !== '') found[part].push([languageKey(language), line])
      part = undefined
    }
  })
  return [...found.title, ...found.desc]
}
