import { escapeUTF8 } from 'entities/escape'

/** HTML that may stand in a page as it is. */
export class Markup {
  readonly text: string

  /** @param text HTML that this code wrote. */
  constructor(text: string) {
    this.text = text
  }
}

type Part = string | number | Markup | readonly Part[] | undefined

/** HTML from a template: whatever is put into it is escaped, unless it is `Markup` itself. */
export function markup(strings: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  return new Markup(strings.map((text, index) => text + textOf(parts[index])).join(''))
}

function textOf(part: Part): string {
  if (part === undefined) return ''
  if (part instanceof Markup) return part.text
  if (typeof part === 'string' || typeof part === 'number') return escapeUTF8(withoutControls(String(part)))
  return part.map(textOf).join('')
}

/** Words of a model or a page may hold what turns the text around it over. */
function withoutControls(text: string): string {
  return text.replace(/[\p{Cc}\u202A-\u202E\u2066-\u2069]+/gu, ' ')
}
