import type { AuditRuleId } from './audit-rules.ts'
import type { ImageUse } from '../image-use.ts'

/** What a rule says about one image. */
export interface Finding {
  readonly ruleId: AuditRuleId
  /** What is wrong and what to write instead; names the image. */
  readonly message: string
}

const longestName = 100

/** How messages call an image: its address as written, shortened, or its element where it has none. */
export function imageName({ element, sources }: Pick<ImageUse, 'element' | 'sources'>): string {
  const source = shownSource(sources)
  if (source === null) return `<${element}>`
  // Of a long address the host and the file's name tell most.
  return source.length > longestName ? `${source.slice(0, 50)}…${source.slice(-45)}` : source
}

/** The address worth showing, `null` where there is none. Of a `data:` URL only the start. */
export function shownSource(sources: readonly string[]): string | null {
  const source = sources[0]
  if (source === undefined) return null
  if (/^\s*data:/iu.test(source)) return source.length > 40 ? `${source.slice(0, 40)}…` : source
  return source
}

/** A text from a page as messages quote it. */
export function quoted(text: string): string {
  const line = text.replace(/\s+/gu, ' ').trim()
  return `“${line.length > longestName ? `${line.slice(0, longestName).trimEnd()}…` : line}”`
}
