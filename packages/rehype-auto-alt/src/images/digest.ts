import { createHash } from 'node:crypto'

import { formatOf } from './image-format.ts'

/** How an image is known. */
export interface Digest {
  /** 32 hex digits. */
  readonly digest: string
  /** The bytes are not the image but a Git LFS pointer to it. */
  readonly isPointer: boolean
}

/**
 * The first 32 hex digits of the SHA-256 of an image's bytes. SVG counts with CRLF as LF, because Git may change it;
 * a Git LFS pointer counts as the file that it stands for.
 */
export function digestOf(bytes: Uint8Array): Digest {
  const oid = lfsOid(bytes)
  if (oid !== undefined) return { digest: oid.slice(0, 32), isPointer: true }
  const hash = createHash('sha256')
  hash.update(formatOf(bytes) === 'svg' ? withoutCarriageReturns(bytes) : bytes)
  return { digest: hash.digest('hex').slice(0, 32), isPointer: false }
}

function lfsOid(bytes: Uint8Array): string | undefined {
  // Git LFS itself takes files under 1024 bytes for pointers only.
  if (bytes.byteLength >= 1024 || bytes[0] !== 0x76) return undefined
  const text = Buffer.from(bytes).toString('latin1')
  if (!/^version https:\/\/git-lfs\.github\.com\/spec\/v1\r?\n/u.test(text)) return undefined
  return /^oid sha256:([0-9a-f]{64})\r?$/mu.exec(text)?.[1]
}

function withoutCarriageReturns(bytes: Uint8Array): Uint8Array {
  if (!bytes.includes(0x0d)) return bytes
  const kept = new Uint8Array(bytes.byteLength)
  let length = 0
  for (let at = 0; at < bytes.byteLength; at++) {
    const byte = bytes[at] ?? 0
    if (byte !== 0x0d || bytes[at + 1] !== 0x0a) kept[length++] = byte
  }
  return kept.subarray(0, length)
}
