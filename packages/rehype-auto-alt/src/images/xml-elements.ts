/** An element's or attribute's name with its prefix resolved. */
export interface XmlName {
  /** Namespace; `''` for none. */
  readonly space: string
  readonly local: string
}

/** What a reader is told while a document is read. */
export interface XmlReader {
  open(name: XmlName, attributes: readonly (XmlName & { readonly value: string })[]): void
  text(text: string): void
  close(name: XmlName): void
}

const xmlSpace = 'http://www.w3.org/XML/1998/namespace'
const deepestScope = 50

/**
 * Reads XML with its namespaces resolved. Broken markup is read as far as it goes; entities of a DOCTYPE are not
 * expanded, nothing external is loaded. The parser is loaded at first use.
 */
export async function readXml(text: string, reader: XmlReader): Promise<void> {
  const { Parser } = await import('htmlparser2')
  const scopes: ReadonlyMap<string, string>[] = [new Map([['xml', xmlSpace]])]
  const resolveName = (name: string, isAttribute: boolean): XmlName => {
    const colon = name.indexOf(':')
    const prefix = colon === -1 ? '' : name.slice(0, colon)
    // An attribute without prefix is in no namespace, whatever the default is.
    const space = isAttribute && prefix === '' ? '' : (scopes.at(-1)?.get(prefix) ?? '')
    return { space, local: name.slice(colon + 1) }
  }
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        const pairs = Object.entries(attributes)
        const declared = pairs.filter(([key]) => key === 'xmlns' || key.startsWith('xmlns:'))
        const outer = scopes.at(-1) ?? new Map<string, string>()
        // Nothing of interest stands deeper, and a scope for each level would let a hostile file use up the memory.
        const isNew = declared.length > 0 && scopes.length <= deepestScope
        scopes.push(
          isNew ? new Map([...outer, ...declared.map(([key, uri]) => [key.slice(6), uri] as const)]) : outer
        )
        const rest = pairs.filter((pair) => !declared.includes(pair))
        reader.open(
          resolveName(name, false),
          rest.map(([key, value]) => ({ ...resolveName(key, true), value }))
        )
      },
      ontext: (data) => reader.text(data),
      onclosetag(name) {
        reader.close(resolveName(name, false))
        scopes.pop()
      }
    },
    { xmlMode: true }
  )
  parser.end(text)
}

/** The value of `xml:lang`, or of `lang` where the vocabulary has it. */
export function xmlLanguage(
  attributes: readonly (XmlName & { readonly value: string })[]
): string | undefined {
  const marked = attributes.find(({ local, space }) => local === 'lang' && space === xmlSpace)
  return (marked ?? attributes.find(({ local, space }) => local === 'lang' && space === ''))?.value
}
