import { createHash } from 'node:crypto'
import * as v from 'valibot'
import type { CaptionOrigin, CaptionStatus } from './caption.ts'
import { nearMiss } from './near-miss.ts'

/** One caption as it stands in the captions file. Without prototype. Only `alt` is required. */
export interface CaptionRecord {
  readonly alt: string
  readonly status?: CaptionStatus
  readonly origin?: CaptionOrigin
  readonly model?: string
  readonly prompt?: number
  readonly page?: string
  readonly files?: readonly string[]
  readonly sum?: string
  readonly problems?: readonly string[]
  readonly description?: string
  /** Fields that this version does not know: kept as they are, written last. */
  readonly rest?: Readonly<Record<string, unknown>>
}

/** A value that is no caption: which field is wrong (none: the value as a whole), and why. */
export class RecordFault extends Error {
  readonly field: string | undefined

  constructor(field: string | undefined, reason: string) {
    super(field === undefined ? `the caption ${reason}` : `the field ${JSON.stringify(field)} ${reason}`)
    this.field = field
  }
}

/** Most entries of `files` in one record. */
export const mostFiles = 1000
/** Most UTF-16 code units of a long description. */
export const longestDescription = 2000
const mostUnknownFields = 20
const longestUnknownField = 2000

const text = (longest: number): v.GenericSchema<string> =>
  v.pipe(v.string('must be a text'), v.maxLength(longest, `is longer than ${longest} characters`))
const texts = (most: number, longest: number): v.GenericSchema<string[]> =>
  v.pipe(
    v.array(text(longest), 'must be a list of texts'),
    v.maxLength(most, `has more than ${most} entries`)
  )
const oneOf = <const T extends string>(...names: T[]): v.GenericSchema<T> =>
  v.picklist(names, `must be one of ${names.join(', ')}`)

const entries = {
  alt: text(2000),
  status: v.exactOptional(oneOf('generated', 'approved', 'edited', 'decorative', 'rejected')),
  origin: v.exactOptional(oneOf('model', 'embedded', 'human')),
  model: v.exactOptional(text(500)),
  prompt: v.exactOptional(
    v.pipe(
      v.number('must be a number'),
      v.integer('must be a whole number'),
      v.minValue(0, 'must not be negative'),
      v.maxValue(1_000_000, 'is over 1,000,000')
    )
  ),
  page: v.exactOptional(text(2000)),
  files: v.exactOptional(texts(mostFiles, 4000)),
  sum: v.exactOptional(text(64)),
  problems: v.exactOptional(texts(100, 100)),
  description: v.exactOptional(text(longestDescription))
}
const recordSchema = v.object(entries)
const fieldNames = Object.keys(entries) as readonly (keyof typeof entries)[]

/** Checks a value that comes from outside; throws a `RecordFault` for what is no caption. */
export function readRecord(value: unknown): CaptionRecord {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new RecordFault(undefined, 'must be an object with at least the field "alt"')
  }
  if (!Object.hasOwn(value, 'alt')) throw new RecordFault('alt', 'is missing')
  const rest = unknownFields(value)
  const result = v.safeParse(recordSchema, value, { abortEarly: true })
  if (!result.success) {
    const [issue] = result.issues
    throw new RecordFault(v.getDotPath(issue)?.split('.')[0], issue.message)
  }
  return withoutPrototype({ ...result.output, ...(rest && { rest }) })
}

function unknownFields(value: object): Readonly<Record<string, unknown>> | undefined {
  const unknown = Object.entries(value).filter(([name]) => !(fieldNames as readonly string[]).includes(name))
  if (unknown.length === 0) return undefined
  if (unknown.length > mostUnknownFields) {
    throw new RecordFault(undefined, `has more than ${mostUnknownFields} fields that are not known`)
  }
  const rest = Object.create(null) as Record<string, unknown>
  for (const [name, field] of unknown) {
    const meant = nearMiss(name, fieldNames)
    if (meant !== undefined)
      throw new RecordFault(name, `is not known. Did you mean ${JSON.stringify(meant)}?`)
    if (name.length + (JSON.stringify(field) ?? '').length > longestUnknownField) {
      throw new RecordFault(name, `is longer than ${longestUnknownField} characters`)
    }
    rest[name] = field
  }
  return rest
}

/** The fields that a record has, in the order in which they are written; unknown ones last, by code unit. */
export function recordFields(record: CaptionRecord): [name: string, value: unknown][] {
  const known = fieldNames
    .filter((name) => record[name] !== undefined)
    .map((name) => [name, record[name]] as const)
  const unknown = Object.entries(record.rest ?? {}).sort(([a], [b]) => (a < b ? -1 : 1))
  return [...known, ...unknown].map(([name, value]) => [name, value])
}

/** Tells two records apart, whatever their `files`. `null` stands for no record. */
export function recordFingerprint(record: CaptionRecord | undefined): string | null {
  if (!record) return null
  const fields = recordFields(record).filter(([name]) => name !== 'files')
  return createHash('sha256').update(JSON.stringify(fields)).digest('hex').slice(0, 16)
}

/** The same fields in an object without prototype, so that no field name reaches one. */
export function withoutPrototype(record: CaptionRecord): CaptionRecord {
  return Object.assign(Object.create(null) as object, record)
}
