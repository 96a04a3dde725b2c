import { escapeAttribute } from './escape.ts'
import type { HtmlHandle, Range } from './tokenize.ts'

/** What stands between two offsets of a text gives way to another text. */
export interface Patch extends Range {
  readonly text: string
}

/** Sets an attribute of a tag: the one that is there gives way, a new one comes first. */
export function attributePatch(tag: HtmlHandle, name: string, value: string): Patch {
  const written = `${name}="${escapeAttribute(value)}"`
  const range = tag.attributes.get(name)
  return range
    ? { start: range.start, end: range.end, text: written }
    : { start: tag.nameEnd, end: tag.nameEnd, text: ` ${written}` }
}
