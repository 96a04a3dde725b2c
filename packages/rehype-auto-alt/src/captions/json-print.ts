const lineWidth = 80
const wide =
  /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}\p{Emoji_Presentation}\u3000-\u303E\uFF01-\uFF60\uFFE0-\uFFE6]/u
const narrowest = /\p{Cc}|[\u0300-\u036F]|[\u200B-\u200D]|[\uFE00-\uFE0F]/u

/** Where a value is printed. */
export interface PrintPlace {
  /** Spaces before the line that the value starts on. */
  readonly indent: number
  /** Columns taken on that line before the value. */
  readonly before: number
  /** Columns needed after it: 1 when a comma follows. */
  readonly after: number
}

/**
 * Prints a JSON value the way prettier leaves it: two spaces, objects always over several lines, arrays on one
 * line where they fit into 80 columns.
 */
export function printJson(value: unknown, place: PrintPlace = { indent: 0, before: 0, after: 0 }): string {
  if (Array.isArray(value)) return printArray(value, place)
  if (typeof value === 'object' && value !== null) return printFields(Object.entries(value), place.indent)
  return JSON.stringify(value)
}

/** Prints an object from its fields, in their order. */
export function printFields(fields: readonly (readonly [string, unknown])[], indent: number): string {
  const lines = fields.map(([name, value], index) => {
    const start = `${' '.repeat(indent + 2)}${JSON.stringify(name)}: `
    const after = index < fields.length - 1 ? 1 : 0
    return start + printJson(value, { indent: indent + 2, before: columns(start), after })
  })
  return printLines('{', lines, '}', indent)
}

/** Brackets around items that are printed already, each on a line of its own. */
export function printLines(open: string, lines: readonly string[], close: string, indent: number): string {
  return lines.length === 0 ? open + close : `${open}\n${lines.join(',\n')}\n${' '.repeat(indent)}${close}`
}

function printArray(items: readonly unknown[], { indent, before, after }: PrintPlace): string {
  const flat = `[${items.map((item) => JSON.stringify(item)).join(', ')}]`
  const isFlat = items.every((item) => typeof item !== 'object' || item === null)
  if (isFlat && before + columns(flat) + after <= lineWidth) return flat
  const lines = items.map((item, index) => {
    const start = ' '.repeat(indent + 2)
    const comma = index < items.length - 1 ? 1 : 0
    return start + printJson(item, { indent: indent + 2, before: start.length, after: comma })
  })
  return printLines('[', lines, ']', indent)
}

function columns(text: string): number {
  if (/^[ -~]*$/u.test(text)) return text.length
  let count = 0
  for (const character of text) if (!narrowest.test(character)) count += wide.test(character) ? 2 : 1
  return count
}
