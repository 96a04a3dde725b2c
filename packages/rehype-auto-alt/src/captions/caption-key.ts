import { createHash } from 'node:crypto'

/** What a caption is for, taken apart. */
export interface CaptionKeyParts {
  /** 32 hex digits of the image's digest. */
  readonly digest: string
  /** BCP 47 tag, already reduced to language and, where it is not the usual one, script. */
  readonly language: string
  /** Target of the link that the image names. Wins over `page`. */
  readonly link?: string
  /** Source path of the one page that the caption is for. */
  readonly page?: string
}

const longest = 1000
const unprintable = /[\p{Cc}\p{Cs}\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069]/gu

/**
 * The key of a caption: digest, `:`, language, then `:link=<target>` or `:page=<path>`. The target or path comes
 * last and stands as it is, colons included. Only what has no place in a line of text (control and bidirectional
 * characters) is percent-encoded; a target over 1,000 characters is cut and ends with `~` and a digest of its own.
 */
export function captionKey(parts: CaptionKeyParts): string {
  const key = `${parts.digest}:${parts.language}`
  if (parts.link !== undefined) return `${key}:link=${tail(parts.link)}`
  if (parts.page !== undefined) return `${key}:page=${tail(parts.page)}`
  return key
}

/** The parts of a key, as they stand in it; `undefined` for a text that is no key of a caption. */
export function parseCaptionKey(key: string): CaptionKeyParts | undefined {
  const match = /^([0-9a-f]{32}):([A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*)(?::(link|page)=(.+))?$/u.exec(key)
  const [, digest, language, kind, rest] = match ?? []
  if (digest === undefined || language === undefined) return undefined
  if (kind === 'link' && rest !== undefined) return { digest, language, link: rest }
  if (kind === 'page' && rest !== undefined) return { digest, language, page: rest }
  return { digest, language }
}

function tail(text: string): string {
  const printable = text.replace(unprintable, percentEncoded)
  if (printable.length <= longest) return printable
  return `${printable.slice(0, longest)}~${createHash('sha256').update(text).digest('hex').slice(0, 16)}`
}

function percentEncoded(character: string): string {
  return encodeURIComponent(/\p{Cs}/u.test(character) ? '\uFFFD' : character)
}
