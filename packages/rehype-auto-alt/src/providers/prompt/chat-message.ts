import type { PreparedImage } from '../provider.ts'

/** One message of a chat request. */
export type ChatMessage =
  | { role: 'system'; content: string }
  | {
      role: 'user'
      content: (
        | { type: 'text'; text: string }
        | { type: 'image_url'; image_url: { url: string; detail?: 'low' } }
      )[]
    }

/** A picture as chat requests hold it. */
export function dataURI({ mediaType, bytes }: PreparedImage): string {
  return `data:${mediaType};base64,${Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64')}`
}
