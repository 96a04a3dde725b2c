import * as v from 'valibot'

import type { ProcessIdentity } from './process-identity.ts'

/** Checksums of the names that a page gives, six characters each, one after the other. */
export interface BatchNames {
  /** See `OwnNames`. */
  readonly sure?: string
  readonly likely?: string
  readonly phrases?: string
  /** Those that a caption may use, whoever else gives them. */
  readonly given?: string
}

/** One image that an answer is on its way for. */
export interface BatchItem {
  readonly page?: string
  readonly files: readonly string[]
  /** What it is there for, where the key does not say so. */
  readonly purpose?: 'button'
  /** Checksums of names that its page gives. */
  readonly names?: BatchNames
}

/** A batch from before its requests leave until its results are in. */
export interface BatchRecord {
  /** Name of its file at the provider. */
  readonly name: string
  /** Id of the provider, as with each caption. */
  readonly provider: string
  readonly api: 'files' | 'groups'
  /** When it was made ready, ISO 8601. */
  readonly created: string
  readonly maxLength: number
  /** Base URL that took it. */
  readonly address?: string
  /** Id of the uploaded file. */
  readonly file?: string
  /** Id of the batch, once it is begun. */
  readonly batch?: string
  /** Who is sending it; absent once it is begun. */
  readonly by?: ProcessIdentity
  /** By key of the caption. */
  readonly items: ReadonlyMap<string, BatchItem>
}

/** An image whose last answer could not be used: the next batch asks again. */
export interface AgainRecord {
  /** How many answers could not be used. */
  readonly tries: number
  /** Why, in plain words. */
  readonly reason: string
  /** An answer that broke rules, for the repair. */
  readonly text?: string
}

/** What is in flight, and what has to be asked again. */
export interface BatchDocument {
  readonly batches: readonly BatchRecord[]
  readonly again: ReadonlyMap<string, AgainRecord>
}

const text = (longest: number): v.GenericSchema<string> => v.pipe(v.string(), v.maxLength(longest))
const key = v.pipe(v.string(), v.minLength(1), v.maxLength(2000))
/** A list would pass as a record with numbers for keys. */
const isRecord = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const entries = <Value>(value: v.GenericSchema<Value>) =>
  v.pipe(v.custom<object>(isRecord, 'must be an object'), v.record(key, value))
const sums = v.exactOptional(text(600))
const item = v.strictObject({
  page: v.exactOptional(text(2000)),
  files: v.pipe(v.array(text(4000)), v.maxLength(1000)),
  purpose: v.exactOptional(v.literal('button')),
  names: v.exactOptional(v.strictObject({ sure: sums, likely: sums, phrases: sums, given: sums }))
})
const count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1_000_000))
const id = v.pipe(v.string(), v.regex(/^[\w.:-]{1,200}$/u))
const schema = v.strictObject({
  version: v.literal(1),
  batches: v.pipe(
    v.array(
      v.strictObject({
        name: v.pipe(v.string(), v.regex(/^[\w-]{1,80}$/u)),
        provider: text(500),
        api: v.picklist(['files', 'groups']),
        created: v.pipe(v.string(), v.isoTimestamp()),
        maxLength: count,
        address: v.exactOptional(text(2000)),
        file: v.exactOptional(id),
        batch: v.exactOptional(id),
        by: v.exactOptional(
          v.strictObject({ pid: count, host: text(300), started: v.exactOptional(text(100)) })
        ),
        items: entries<BatchItem>(item)
      })
    ),
    v.maxLength(100_000)
  ),
  again: v.exactOptional(
    entries<AgainRecord>(
      v.strictObject({ tries: count, reason: text(2000), text: v.exactOptional(text(4000)) })
    ),
    {}
  )
})

/** Checks what a file holds; a text says what is wrong with it, and where. */
export function readBatchDocument(value: unknown): BatchDocument | string {
  const result = v.safeParse(schema, value, { abortEarly: true })
  if (!result.success) {
    const [issue] = result.issues
    return `${v.getDotPath(issue) ?? 'the file'}: ${issue.message}`
  }
  const { again, batches } = result.output
  return {
    batches: batches.map((batch) => ({ ...batch, items: new Map(Object.entries(batch.items)) })),
    again: new Map(Object.entries(again))
  }
}

/** A document as it is written: entries in an order that does not depend on when they came. */
export function plainBatchDocument({ again, batches }: BatchDocument): Record<string, unknown> {
  return {
    version: 1,
    batches: batches.map(({ items, ...batch }) => ({ ...batch, items: sorted(items) })),
    ...(again.size > 0 && { again: sorted(again) })
  }
}

function sorted<Value>(entries: ReadonlyMap<string, Value>): Record<string, Value> {
  const record = Object.create(null) as Record<string, Value>
  for (const [name, value] of [...entries].sort(([a], [b]) => (a < b ? -1 : 1))) record[name] = value
  return record
}
