import type { Caption, CaptionOrigin, CaptionStatus } from './caption.ts'
import { type CaptionRecord, mostFiles, withoutPrototype } from './caption-record.ts'
import { captionSum } from './caption-sum.ts'
import { storedAlt, storedText } from './stored-text.ts'

/**
 * A record as it is in effect: defaults filled in, a person's edit noticed by the checksum, texts cleaned.
 *
 * - A text without checksum, or with another one, is a person's: status `edited`, origin `human`, and the
 *   problems that were found in the former text are gone. `model`, `prompt` and `page` still tell where it came from.
 * - A status `approved`, `decorative` or `rejected` set by hand on the tool's own text is honoured; `decorative`
 *   and `rejected` also on a text without any checksum.
 * - An emptied text is `rejected` until its status says `decorative`. The tool's own proposal of an empty text
 *   stays `generated`; once a person sets it to `approved`, it is `decorative`.
 * - A decorative image has the alternative `''`, whatever text the record still holds.
 */
export function captionOf(record: CaptionRecord): Caption {
  const alt = storedAlt(record.alt)
  const isToolsText = record.sum === captionSum(alt)
  const status = effectiveStatus(record, alt, isToolsText)
  const description = storedAlt(record.description ?? '')
  return {
    alt: status === 'decorative' ? '' : alt,
    status,
    origin: isToolsText ? (record.origin ?? 'human') : effectiveOrigin(record, status),
    ...(record.model !== undefined && { model: storedText(record.model) }),
    ...(record.prompt !== undefined && { prompt: record.prompt }),
    ...(record.page !== undefined && { page: storedText(record.page) }),
    files: (record.files ?? []).map(storedText),
    problems: isToolsText ? (record.problems ?? []).map(storedText) : [],
    ...(description !== '' && { description })
  }
}

function effectiveStatus(record: CaptionRecord, alt: string, isToolsText: boolean): CaptionStatus {
  const { status, problems = [] } = record
  if (alt === '') {
    const isProposal = isToolsText && problems.includes('decorative-proposal')
    if (status === 'decorative' || (status === 'approved' && isProposal)) return 'decorative'
    return status === 'generated' && isProposal ? 'generated' : 'rejected'
  }
  if (isToolsText) return status ?? 'edited'
  const isWholeByHand = record.sum === undefined
  return isWholeByHand && (status === 'decorative' || status === 'rejected') ? status : 'edited'
}

function effectiveOrigin(record: CaptionRecord, status: CaptionStatus): CaptionOrigin {
  const isWordless = record.sum === undefined && (status === 'decorative' || status === 'rejected')
  return isWordless ? (record.origin ?? 'human') : 'human'
}

/** What is written for a caption: its cleaned fields with the checksum, and what the former record holds besides. */
export function recordOf(caption: Caption, former?: CaptionRecord): CaptionRecord {
  const alt = storedAlt(caption.alt)
  const description = caption.description === undefined ? former?.description : storedAlt(caption.description)
  return withoutPrototype({
    alt,
    status: caption.status,
    origin: caption.origin,
    ...(caption.model !== undefined && { model: storedText(caption.model) }),
    ...(caption.prompt !== undefined && { prompt: caption.prompt }),
    ...(caption.page !== undefined && { page: storedText(caption.page) }),
    files: mergedFiles([], caption.files.map(storedText)),
    sum: captionSum(alt),
    problems: [...new Set(caption.problems.map(storedText))],
    ...(description !== undefined && { description }),
    ...(former?.rest && { rest: former.rest })
  })
}

/** Both lists as one, by code unit, each name once. At most as many as a record holds; the former ones stay. */
export function mergedFiles(former: readonly string[], added: readonly string[]): readonly string[] {
  return [...new Set([...former, ...added])].slice(0, mostFiles).sort()
}
