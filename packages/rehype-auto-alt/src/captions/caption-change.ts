import { type CaptionRecord, recordFingerprint, withoutPrototype } from './caption-record.ts'
import { captionOf, mergedFiles } from './effective-caption.ts'

/** One record to be written or deleted, with what its author had seen under this key. */
export interface CaptionChange {
  readonly key: string
  /** Fingerprints of what stood there for the author of the change: in the file, and in changes before this one. */
  readonly seen: readonly (string | null)[]
  /** `null` deletes. */
  readonly record: CaptionRecord | null
}

/**
 * Brings a change into records. Returns whether they are other than before.
 *
 * Where the file has moved on since the author looked, what a person wrote or decided there wins over the change;
 * a record that has vanished is written again, because the change is the newer word. New `files` alone change nothing.
 */
export function applyChange(
  records: Map<string, CaptionRecord>,
  { key, seen, record }: CaptionChange
): boolean {
  const former = records.get(key)
  const hasMovedOn = !seen.includes(recordFingerprint(former))
  if (record === null) return !hasMovedOn && records.delete(key)
  if (former && hasMovedOn && captionOf(former).status !== 'generated') return false
  if (former && isSameCaption(former, record)) return false
  const files = mergedFiles(former?.files ?? [], record.files ?? [])
  const rest = former?.rest ?? record.rest
  // What somebody wrote meanwhile stays; what was there before gives way to what its author changed.
  const [first, second] = hasMovedOn ? [former, record] : [record, former]
  const description = first?.description ?? second?.description
  const more = { ...(description !== undefined && { description }), ...(rest && { rest }) }
  records.set(key, withoutPrototype({ ...record, files, ...more }))
  return true
}

/** A later change of the same author to the same key takes the place of an earlier one. */
export function addChange(changes: Map<string, CaptionChange>, change: CaptionChange): void {
  const seen = [...new Set([...(changes.get(change.key)?.seen ?? []), ...change.seen])]
  changes.set(change.key, { ...change, seen })
}

function isSameCaption(a: CaptionRecord, b: CaptionRecord): boolean {
  return JSON.stringify({ ...captionOf(a), files: [] }) === JSON.stringify({ ...captionOf(b), files: [] })
}
