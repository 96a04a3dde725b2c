import { CaptionsError } from '../errors/captions-error.ts'
import { type CaptionRecord, RecordFault, readRecord } from './caption-record.ts'
import { captionSum } from './caption-sum.ts'
import type { Caption } from './caption.ts'
import { captionOf, recordOf } from './effective-caption.ts'
import { storedAlt } from './stored-text.ts'

/** What is written for a caption. Throws a `CaptionsError` when a field is wrong or too long. */
export function checkedRecord(
  store: string,
  key: string,
  caption: Caption,
  former?: CaptionRecord
): CaptionRecord {
  return named(store, key, () => {
    readRecord(caption)
    return recordOf(caption, former)
  })
}

/** A value of a shared store as it stands there. Throws a `CaptionsError` for what is no caption. */
export function storedRecord(store: string, key: string, value: unknown): CaptionRecord {
  return named(store, key, () => readRecord(value))
}

/** A value of a shared store as the caption that is in effect. Throws a `CaptionsError` for what is no caption. */
export function storedCaption(store: string, key: string, value: unknown): Caption {
  return captionOf(storedRecord(store, key, value))
}

/**
 * A value that somebody hands over to be stored: a caption, or as much of one as a person writes (`{ alt }`). One
 * with the checksum of another text is a person's edit.
 * Throws a `CaptionsError` for what is no caption.
 */
export function givenCaption(store: string, key: string, value: unknown): Caption {
  return named(store, key, () => {
    const record = readRecord(value)
    return captionOf({ ...record, sum: record.sum ?? captionSum(storedAlt(record.alt)) })
  })
}

function named<T>(store: string, key: string, read: () => T): T {
  try {
    return read()
  } catch (error) {
    if (!(error instanceof RecordFault)) throw error
    throw new CaptionsError(
      store,
      `${store}: what is stored under ${JSON.stringify(key)} is no caption: ${error.message}.`
    )
  }
}
