const mostAttempts = 50

/** Parses JSON as models write it: line breaks inside strings, a comma before a closing bracket. */
export function parseLooseJson(text: string): unknown {
  // A control character is white space between tokens and not allowed inside strings, so a space serves in both.
  const plain = text.replace(/\p{Cc}/gu, ' ').trim()
  for (const candidate of [plain, plain.replace(/,\s*([}\]])/gu, '$1')]) {
    try {
      return JSON.parse(candidate)
    } catch {
      // The next form may parse.
    }
  }
  return undefined
}

/** Texts of the outermost `{…}` in a text, in order, brackets balanced, strings respected. */
export function bracedTexts(text: string): string[] {
  const found: string[] = []
  let start = text.indexOf('{')
  for (let attempt = 0; start >= 0 && attempt < mostAttempts; attempt++) {
    const end = closingBrace(text, start)
    if (end !== undefined) found.push(text.slice(start, end + 1))
    start = text.indexOf('{', (end ?? start) + 1)
  }
  return found
}

function closingBrace(text: string, start: number): number | undefined {
  let depth = 0
  let inString = false
  for (let index = start; index < text.length; index++) {
    const character = text.charAt(index)
    if (inString) {
      if (character === '\\') index++
      else if (character === '"') inString = false
    } else if (character === '"') inString = true
    else if (character === '{') depth++
    else if (character === '}' && --depth === 0) return index
  }
  return undefined
}
