/** Text as the value of an attribute in double quotes. A line break becomes a space. */
export function escapeAttribute(text: string): string {
  return text
    .replace(/\s*[\r\n\u2028\u2029\u0085]\s*/gu, ' ')
    .replace(/[&"<>]/gu, (character) => references[character] ?? character)
}

/** Text as the content of an element. Also inert where a framework reads `{{` in pages as its own. */
export function escapeText(text: string): string {
  return text.replace(/[&<>]/gu, (character) => references[character] ?? character).replaceAll('{', '&#123;')
}

const references: Readonly<Record<string, string>> = { '&': '&amp;', '"': '&quot;', '<': '&lt;', '>': '&gt;' }
