import { createHash } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'

/** A picture as it arrived in a data URI. */
export interface ReceivedImage {
  readonly bytes: Buffer
  readonly mediaType: string
  /** Hex SHA-256 of the bytes. */
  readonly sha256: string
}

/** A chat request, read. */
export interface ReceivedRequest {
  /** Counts from 1, over everything the server was asked. */
  readonly number: number
  readonly body: Readonly<Record<string, unknown>>
  /** All text parts of the messages, joined by line breaks. */
  readonly text: string
  /** The last picture in the messages. */
  readonly image?: ReceivedImage
  readonly headers: IncomingHttpHeaders
  /** Chat requests with the same picture before this one. */
  readonly earlier: number
}

/** What a chat body holds besides parameters. */
export interface ReadBody {
  readonly body: Record<string, unknown>
  /** The body with each picture's bytes replaced by their SHA-256. */
  readonly recorded: Record<string, unknown>
  readonly text: string
  readonly image?: ReceivedImage
}

const dataUri = /^data:([a-z0-9.+/-]+);base64,(.*)$/s

/** Reads a chat body; `undefined` when it is not a JSON object. */
export function readBody(text: string): ReadBody | undefined {
  const body = parseObject(text)
  if (!body) return undefined
  const texts: string[] = []
  let image: ReceivedImage | undefined
  const recorded = JSON.parse(text, (key, value: unknown) => {
    if (typeof value !== 'string') return value
    if (key === 'text' || key === 'content') texts.push(value)
    const match = key === 'url' || key === 'image_url' ? dataUri.exec(value) : null
    if (!match) return value
    const bytes = Buffer.from(match[2] ?? '', 'base64')
    image = { bytes, mediaType: match[1] ?? '', sha256: createHash('sha256').update(bytes).digest('hex') }
    return `sha256:${image.sha256}`
  }) as Record<string, unknown>
  return { body, recorded, text: texts.join('\n'), ...(image && { image }) }
}

function parseObject(text: string): Record<string, unknown> | undefined {
  try {
    const value = JSON.parse(text) as unknown
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : undefined
  } catch {
    return undefined
  }
}
