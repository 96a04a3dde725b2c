import { CaptionsError } from '../errors/captions-error.ts'
import { type CaptionRecord, RecordFault, readRecord, recordFields } from './caption-record.ts'
import { printFields, printJson, printLines } from './json-print.ts'
import { DuplicateKey, JsonFault, type KeyVisitor, scanJson } from './json-scan.ts'

/** What a captions file holds. */
export interface CaptionsDocument {
  /** Path or URL of the JSON Schema, for editors. */
  readonly schema: string
  readonly records: ReadonlyMap<string, CaptionRecord>
  /** Fields beside `captions` that this version does not know: kept, written last. */
  readonly rest: readonly (readonly [string, unknown])[]
}

/** A captions file before its first caption. */
export const emptyDocument: CaptionsDocument = {
  schema: './node_modules/rehype-auto-alt/schema/captions.json',
  records: new Map(),
  rest: []
}

const version = 1
const longestKey = 2000
const conflictMarker = /^(?:<{7}|\|{7}|={7}|>{7})(?:\s|$)/mu

/**
 * Reads a captions file. Throws a `CaptionsError` with the line for a text that is not JSON, holds conflict
 * markers, gives a key twice, or breaks the schema.
 *
 * @param text The file, with or without byte order mark, with LF or CRLF.
 * @param file Name of the file, for messages.
 */
export function parseCaptions(text: string, file: string): CaptionsDocument {
  const json = text.replace(/^\uFEFF/u, '')
  try {
    scanJson(json)
  } catch (error) {
    throw error instanceof JsonFault ? syntaxError(json, file, error) : error
  }
  return readDocument(JSON.parse(json), (path, reason) => {
    const line = lineAt(json, offsetOf(json, path))
    return new CaptionsError(
      file,
      `${file}:${line} breaks the captions schema: ${reason}. Correct it by hand; the file was left as it is.`,
      { line }
    )
  })
}

function readDocument(
  value: unknown,
  fault: (path: readonly string[], reason: string) => CaptionsError
): CaptionsDocument {
  if (!isObject(value)) throw fault([], 'the file must hold an object with the field "captions"')
  const { $schema, version: written = version, captions, ...rest } = value
  if (written !== version) {
    const newer = typeof written === 'number' && written > version
    const hint = newer ? ', as a newer rehype-auto-alt wrote this file: update the package' : ''
    throw fault(['version'], `the field "version" must be ${version}${hint}`)
  }
  if (!isObject(captions)) throw fault(['captions'], 'the field "captions" must be an object')
  if ($schema !== undefined && typeof $schema !== 'string')
    throw fault(['$schema'], '"$schema" must be a text')
  const records = new Map<string, CaptionRecord>()
  for (const [key, record] of Object.entries(captions)) {
    const path = ['captions', key]
    if (!isCaptionKeyText(key)) throw fault(path, `a key must have 1 to ${longestKey} printable characters`)
    try {
      records.set(key, readRecord(record))
    } catch (error) {
      if (!(error instanceof RecordFault)) throw error
      const isThere = error.field !== undefined && isObject(record) && Object.hasOwn(record, error.field)
      throw fault(isThere ? [...path, error.field] : path, `${JSON.stringify(key)}: ${error.message}`)
    }
  }
  return { schema: $schema ?? emptyDocument.schema, records, rest: Object.entries(rest).sort(byKey) }
}

/** Prints a captions file: the same captions give the same bytes, and prettier leaves them alone. */
export function printCaptions({ schema, records, rest }: CaptionsDocument): string {
  const captions = [...records].sort(byKey).map(([key, record]) => {
    return `    ${JSON.stringify(key)}: ${printFields(recordFields(record), 4)}`
  })
  const fields = [
    `  "$schema": ${JSON.stringify(schema)}`,
    `  "version": ${version}`,
    `  "captions": ${printLines('{', captions, '}', 2)}`,
    ...rest.map(([name, value], index) => {
      const start = `  ${JSON.stringify(name)}: `
      return (
        start + printJson(value, { indent: 2, before: start.length, after: index < rest.length - 1 ? 1 : 0 })
      )
    })
  ]
  return `${printLines('{', fields, '}', 0)}\n`
}

/** Whether a text can be a key in a captions file. Its form is not judged: a key that no image has is never asked for. */
export function isCaptionKeyText(key: string): boolean {
  return key !== '' && key.length <= longestKey && !/[\p{Cc}\u2028-\u202E\u2066-\u2069]/u.test(key)
}

function syntaxError(json: string, file: string, fault: JsonFault): CaptionsError {
  const conflict = conflictMarker.exec(json)
  const line = lineAt(json, conflict?.index ?? fault.offset)
  const reason = conflict
    ? "holds a merge conflict. Resolve it: keep both sides' entries, of two entries with the same key the one that " +
      'a person wrote or approved, and delete the lines with <<<<<<<, ======= and >>>>>>>'
    : fault instanceof DuplicateKey
      ? `has the key ${JSON.stringify(fault.key)} a second time, as a merge may leave it. Keep the entry that a ` +
        'person wrote or approved, and delete the other'
      : `is not valid JSON: ${fault.message}. Correct it by hand or restore the file`
  return new CaptionsError(file, `${file}:${line} ${reason}. The file was left as it is.`, { line })
}

function offsetOf(json: string, path: readonly string[]): number {
  let found = 0
  const visit: KeyVisitor = (here, offset) => {
    if (here.length <= path.length && here.every((key, index) => key === path[index])) found = offset
  }
  scanJson(json, visit)
  return found
}

function lineAt(json: string, offset: number): number {
  return json.slice(0, offset).split('\n').length
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function byKey([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : a > b ? 1 : 0
}
