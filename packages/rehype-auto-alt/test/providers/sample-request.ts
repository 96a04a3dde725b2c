import sharp from 'sharp'

import type { DescribeRequest } from '../../src/providers/provider.ts'

/** A request about a small picture of one colour. */
export async function sampleRequest(
  changes: Partial<DescribeRequest> = {},
  colour = '#c22'
): Promise<DescribeRequest> {
  const picture = sharp({ create: { width: 32, height: 24, channels: 3, background: colour } })
  const bytes = await picture.jpeg().toBuffer()
  return {
    image: { mediaType: 'image/jpeg', bytes, width: 32, height: 24 },
    purpose: { kind: 'informative' },
    language: 'en',
    maxLength: 120,
    ...changes
  }
}

/** A signal that nobody aborts. */
export function noAbort(): AbortSignal {
  return new AbortController().signal
}
