import { inflateSync } from 'node:zlib'

/** One text chunk of a PNG. */
export interface PngText {
  readonly keyword: string
  /** Only `iTXt` names a language; `''` elsewhere. */
  readonly language: string
  readonly text: string
}

const longestText = 1_000_000

/**
 * The text chunks of a PNG with one of these keywords: `tEXt` and `zTXt` (Latin-1) and `iTXt` (UTF-8).
 *
 * sharp reads Latin-1 chunks as UTF-8, which loses every letter outside ASCII, and drops the language; so this is
 * read here, which needs no sharp either. Broken chunks are passed over.
 */
export function pngTexts(bytes: Uint8Array, keywords: readonly string[]): PngText[] {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const texts: PngText[] = []
  for (let at = 8; at + 12 <= file.byteLength;) {
    const length = file.readUInt32BE(at)
    const type = file.toString('latin1', at + 4, at + 8)
    const data = file.subarray(at + 8, at + 8 + length)
    if (type === 'IEND' || data.byteLength < length) break
    const text = /^(?:tEXt|zTXt|iTXt)$/u.test(type) ? readChunk(type, data, keywords) : undefined
    if (text) texts.push(text)
    at += 12 + length
  }
  return texts
}

function readChunk(type: string, data: Buffer, keywords: readonly string[]): PngText | undefined {
  const end = data.indexOf(0)
  const keyword = data.toString('latin1', 0, Math.max(end, 0))
  if (!keywords.includes(keyword)) return undefined
  try {
    const rest = data.subarray(end + 1)
    if (type === 'tEXt') return { keyword, language: '', text: rest.toString('latin1') }
    if (type === 'zTXt') return { keyword, language: '', text: inflated(rest.subarray(1)).toString('latin1') }
    const isPacked = rest[0] === 1
    const afterLanguage = rest.indexOf(0, 2)
    const afterTranslation = rest.indexOf(0, afterLanguage + 1)
    if (afterLanguage === -1 || afterTranslation === -1) return undefined
    const body = rest.subarray(afterTranslation + 1)
    const text = (isPacked ? inflated(body) : body).toString('utf8')
    return { keyword, language: rest.toString('latin1', 2, afterLanguage), text }
  } catch {
    return undefined
  }
}

function inflated(packed: Buffer): Buffer {
  return inflateSync(packed, { maxOutputLength: longestText })
}
