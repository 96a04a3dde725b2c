import { oneLine } from '../rules/plain-text.ts'

const lineBreaks = /[\t\n\v\f\r\u0085\u2028\u2029]+/gu
const unwanted = /[\p{Cc}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu

/** A stored path, URL or name: line breaks become spaces, control and bidirectional characters go, the rest stays. */
export function storedText(text: string): string {
  return text.replace(lineBreaks, ' ').replace(unwanted, '')
}

/** A stored alternative: one line of NFC text without control and bidirectional characters. */
export function storedAlt(text: string): string {
  return oneLine(storedText(text))
}
