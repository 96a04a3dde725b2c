import { isUtf8 } from 'node:buffer'
import { readFile } from 'node:fs/promises'
import { relative } from 'node:path'

import type { ResolvedOptions } from '../options/resolve-options.ts'
import type { ImageUse, Page } from '../rules/image-use.ts'
import { needsAlternative } from '../rules/needs-alternative.ts'
import { findUses } from '../source/find-uses.ts'
import type { ProgressDisplay } from './progress.ts'

/** A page that could not be read. */
export interface UnreadPage {
  /** Path from the project root. */
  readonly file: string
  readonly line?: number
  readonly column?: number
  readonly message: string
}

/** What pages show. */
export interface PageContents {
  /** Images without an alternative, in the order of the pages. */
  readonly uses: readonly ImageUse[]
  /** Images whose empty alternative counts as decorative. */
  readonly silent: number
  readonly unread: readonly UnreadPage[]
}

/** Reads pages and finds the images without an alternative. A page that cannot be read is named, and the run goes on. */
export async function readPages(
  pages: readonly Page[],
  options: ResolvedOptions,
  display: ProgressDisplay,
  cwd: string
): Promise<PageContents> {
  const uses: ImageUse[] = []
  const unread: UnreadPage[] = []
  let silent = 0
  for (const [index, page] of pages.entries()) {
    display.say(`Reading ${index + 1} of ${pages.length} pages`)
    try {
      const found = await findUses(page, await readUtf8(page.file), options)
      uses.push(...found.filter(needsAlternative))
      silent += found.filter(({ alt, off, verdict }) => verdict === 'decorative' && alt === '' && !off).length
    } catch (error) {
      const fault = faultOf(error)
      unread.push({ file: page.name, ...fault })
      const place = [relative(cwd, page.file), fault.line, fault.column].filter((part) => part !== undefined)
      display.print(`${place.join(':')}: left as it is, because ${fault.message}`)
    }
  }
  return { uses, silent, unread }
}

async function readUtf8(file: string): Promise<string> {
  const bytes = await readFile(file)
  if (!isUtf8(bytes)) throw new Error('it is not UTF-8. Save it as UTF-8')
  return bytes.toString('utf8')
}

/** A parser's error knows its place, in fields or, for a tag that is never closed, in its words. */
function faultOf(error: unknown): Omit<UnreadPage, 'file'> {
  if (!(error instanceof Error)) return { message: String(error) }
  const { column, line, message, reason } = error as Error & {
    reason?: string
    line?: number
    column?: number
  }
  if (reason === undefined) return { message }
  const [, lineInWords, columnInWords] = /\((\d+):(\d+)(?:-\d+:\d+)?\)/u.exec(reason) ?? []
  const place = { line: line ?? Number(lineInWords), column: column ?? Number(columnInWords) }
  return {
    ...(Number.isFinite(place.line) && place),
    message: `it does not parse: ${reason}`
  }
}
