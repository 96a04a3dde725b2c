const noise = /url\(\s*(?:"[^"]*"|'[^']*'|[^)]*)\s*\)|"[^"]*"|'[^']*'|\/\*[\s\S]*?\*\//gu
const declaration = /^\s*([a-z-]+)\s*:\s*([^!]*?)\s*(!\s*important)?\s*$/iu

/**
 * Declarations of a `style` attribute by property, both in lower case. The last one of a property wins, unless an
 * earlier one is `!important`. What is no declaration is passed over.
 */
export function inlineStyle(style: string): ReadonlyMap<string, string> {
  const declarations = new Map<string, string>()
  const important = new Set<string>()
  for (const part of style.replace(noise, ' ').split(';')) {
    const [, property, value, mark] = declaration.exec(part) ?? []
    if (property === undefined || value === undefined) continue
    const name = property.toLowerCase()
    if (important.has(name) && !mark) continue
    declarations.set(name, value.toLowerCase())
    if (mark) important.add(name)
  }
  return declarations
}
