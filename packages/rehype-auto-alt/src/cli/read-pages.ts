import { relative } from 'node:path'

import { readUtf8 } from '../html/hold-text.ts'
import type { ImageUse, Page } from '../rules/image-use.ts'
import { findUses } from '../source/find-uses.ts'
import type { CommandRun } from './run-command.ts'

/** A page that could not be read. */
export interface UnreadPage {
  /** Path from the project root. */
  readonly file: string
  readonly line?: number
  readonly column?: number
  readonly message: string
}

/** What reading takes of a command. */
export type ReadingRun = Pick<CommandRun, 'display' | 'options'> & {
  readonly autoAlt: Pick<CommandRun['autoAlt'], 'note'>
}

/** What pages show. */
export interface PageContents {
  /** Images that were wanted, in the order of the pages. */
  readonly uses: readonly ImageUse[]
  readonly unread: readonly UnreadPage[]
}

/** Reads pages and finds the images that are wanted. A page that cannot be read is named, and the run goes on. */
export async function readPages(
  pages: readonly Page[],
  { autoAlt, display, options }: ReadingRun,
  cwd: string,
  isWanted: (use: ImageUse) => boolean
): Promise<PageContents> {
  const uses: ImageUse[] = []
  const unread: UnreadPage[] = []
  for (const [index, page] of pages.entries()) {
    display.say(`Reading ${index + 1} of ${pages.length} pages`)
    try {
      const found = await findUses(page, readPage(page.file), options)
      autoAlt.note(found)
      uses.push(...found.filter(isWanted))
    } catch (error) {
      const { at, message, place } = pageFault(page.file, error, cwd)
      unread.push({ file: page.name, ...place, message })
      display.print(`${at}: left as it is, because ${message}`)
    }
  }
  return { uses, unread }
}

/** The text of a page. Throws for one that is not UTF-8. */
export function readPage(file: string): string {
  const text = readUtf8(file)
  if (text === undefined) throw notUtf8()
  return text
}

/** The error for a page in another encoding. */
export function notUtf8(): Error {
  return new Error('it is not UTF-8. Save it as UTF-8')
}

/** Why a page cannot be read. */
export interface PageFault {
  /** The page's path from the working folder, with line and column where they are known. */
  readonly at: string
  readonly message: string
  readonly place: Pick<UnreadPage, 'line' | 'column'>
}

/** What is wrong with a page. A parser's error knows its place, in fields or, for an open tag, in its words. */
export function pageFault(file: string, error: unknown, cwd: string): PageFault {
  const { message, ...place } = faultOf(error)
  const at = [relative(cwd, file), place.line, place.column].filter((part) => part !== undefined).join(':')
  return { at, message, place }
}

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
