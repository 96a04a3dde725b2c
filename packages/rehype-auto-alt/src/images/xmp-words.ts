import { oneLine } from '../rules/plain-text.ts'
import { languageKey } from './embedded-words.ts'
import { readXml, xmlLanguage } from './xml-elements.ts'

const iptcCore = 'http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/'
const rdf = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#'
const property = 'AltTextAccessibility'

/**
 * The texts of IPTC's `AltTextAccessibility` in an XMP packet, in any of the three forms RDF has for it: language
 * alternatives, plain text, an attribute.
 */
export async function xmpWords(packet: string): Promise<[language: string, text: string][]> {
  const words: [language: string, text: string][] = []
  let isInside = false
  let hasItems = false
  let language: string | undefined
  let text = ''
  const add = (): void => {
    const line = oneLine(text)
    if (line !== '') words.push([languageKey(language), line])
    text = ''
  }
  await readXml(packet, {
    open({ local, space }, attributes) {
      if (isInside) {
        if (space === rdf && local === 'li') {
          hasItems = true
          language = xmlLanguage(attributes)
        }
        text = ''
        return
      }
      const short = attributes.find(
        (attribute) => attribute.space === iptcCore && attribute.local === property
      )
      if (space === rdf && local === 'Description' && short) {
        text = short.value
        language = undefined
        add()
      }
      isInside = space === iptcCore && local === property
      if (isInside) {
        hasItems = false
        language = xmlLanguage(attributes)
        text = ''
      }
    },
    text(more) {
      if (isInside) text += more
    },
    close({ local, space }) {
      if (!isInside) return
      const isProperty = space === iptcCore && local === property
      if ((space === rdf && local === 'li') || (isProperty && !hasItems)) add()
      if (isProperty) isInside = false
    }
  })
  return words
}
