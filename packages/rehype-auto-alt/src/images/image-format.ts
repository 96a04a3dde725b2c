import { textOf } from './byte-text.ts'

/** Formats that are read. */
export type ImageFormat = 'jpeg' | 'png' | 'gif' | 'webp' | 'avif' | 'tiff' | 'svg'

/** Formats in words, for messages. */
export const readableFormats = 'JPEG, PNG, WebP, AVIF, GIF, TIFF or SVG'

/** What the bytes are, whatever the file is called; `undefined` for everything that is not read. */
export function formatOf(bytes: Uint8Array): ImageFormat | undefined {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 64))
  const latin = head.toString('latin1')
  if (latin.startsWith('\xff\xd8\xff')) return 'jpeg'
  if (latin.startsWith('\x89PNG\r\n\x1a\n')) return 'png'
  if (/^GIF8[79]a/u.test(latin)) return 'gif'
  if (/^RIFF[^]{4}WEBP/u.test(latin)) return 'webp'
  if (/^(?:II[*+]\0|MM\0[*+])/u.test(latin)) return 'tiff'
  // The brands after the file type box tell AVIF from HEIC and video.
  if (latin.startsWith('ftyp', 4) && /avi[fs]/u.test(latin.slice(8, head.readUInt32BE(0)))) return 'avif'
  return isSvg(bytes) ? 'svg' : undefined
}

/** Comments of drawing programs and an internal DTD come before the root element; 64 kB hold all that was ever met. */
function isSvg(bytes: Uint8Array): boolean {
  const first = bytes[0] ?? 0x7f
  const canBeText = first <= 0x20 || first === 0x3c || first === 0xef || first === 0xfe || first === 0xff
  return canBeText && /^<(?:[\w.-]+:)?svg[\s/>]/u.test(withoutPrologue(textOf(bytes.subarray(0, 65_536))))
}

/** The text from its root element on; `''` when none begins. One step per part: a pattern for all of it backtracks. */
function withoutPrologue(text: string): string {
  for (let rest = text.trimStart(); ; rest = rest.trimStart()) {
    const end = prologueEnd(rest)
    if (end === 0) return rest
    if (end === undefined) return ''
    rest = rest.slice(end)
  }
}

/** Where the declaration, comment or DOCTYPE ends that the text starts with; 0 when it starts with none. */
function prologueEnd(text: string): number | undefined {
  const after = (mark: string, from = 0): number | undefined => {
    const at = text.indexOf(mark, from)
    return at === -1 ? undefined : at + mark.length
  }
  if (text.startsWith('<?')) return after('?>')
  if (text.startsWith('<!--')) return after('-->', 4)
  if (!/^<!doctype/iu.test(text)) return 0
  const [close, subset] = [after('>'), after('[')]
  if (subset === undefined || close === undefined || close < subset) return close
  return after('>', after(']', subset) ?? text.length)
}
