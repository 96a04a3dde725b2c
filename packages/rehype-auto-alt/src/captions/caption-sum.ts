import { createHash } from 'node:crypto'

const base32 = 'abcdefghijklmnopqrstuvwxyz234567'
const length = 6

/**
 * The short checksum that tells whether a text is still what the tool wrote: the first 6 base32 characters
 * of the SHA-256 of the NFC, trimmed, space-collapsed text.
 */
export function captionSum(alt: string): string {
  const text = alt.normalize('NFC').trim().replace(/\s+/gu, ' ')
  const first = createHash('sha256').update(text, 'utf8').digest().readUInt32BE(0)
  return Array.from({ length }, (_, index) => base32[(first >>> (27 - 5 * index)) & 31]).join('')
}
