import { ImageError } from '../errors/image-error.ts'
import { tooManyBytes } from './read-file.ts'

/**
 * The bytes of a `data:` URL, base64 or percent-encoded. Throws an `ImageError` for one that is broken.
 *
 * @param name The URL as messages name it.
 */
export function dataUrlBytes(src: string, maxBytes: number, name: string): Uint8Array {
  const comma = src.indexOf(',')
  if (comma === -1) {
    throw new ImageError(
      'not-an-address',
      name,
      `${name} is a data URL without data. Write it as data:image/png;base64,…`
    )
  }
  if (src.length > maxBytes * 3) throw tooManyBytes(name, src.length, maxBytes)
  const head = src.slice(0, comma)
  const body = src.slice(comma + 1)
  const bytes = /;\s*base64\s*$/iu.test(head) ? fromBase64(body) : percentDecoded(body)
  if (bytes.byteLength === 0) {
    throw new ImageError(
      'empty',
      name,
      `${name} holds no bytes. Put an image into it, or remove the element.`
    )
  }
  if (bytes.byteLength > maxBytes) throw tooManyBytes(name, bytes.byteLength, maxBytes)
  return bytes
}

function fromBase64(body: string): Uint8Array {
  return Buffer.from(
    body.includes('%') ? Buffer.from(percentDecoded(body)).toString('latin1') : body,
    'base64'
  )
}

/** A hash ends the data, as in every URL; text beyond ASCII counts as its UTF-8. */
function percentDecoded(body: string): Uint8Array {
  const written = Buffer.from(body.replace(/#.*$/su, ''), 'utf8')
  const decoded = Buffer.alloc(written.byteLength)
  let length = 0
  for (let at = 0; at < written.byteLength; at++) {
    const hex = written[at] === 0x25 ? written.toString('latin1', at + 1, at + 3) : ''
    const isEncoded = /^[0-9a-f]{2}$/iu.test(hex)
    decoded[length++] = isEncoded ? Number.parseInt(hex, 16) : (written[at] ?? 0)
    if (isEncoded) at += 2
  }
  return decoded.subarray(0, length)
}
