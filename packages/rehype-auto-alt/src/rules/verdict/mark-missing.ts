import { intentMarker } from './verdict.ts'

/** What Markdown's engines keep of an image, whichever of them it is. */
export interface MarkdownImage {
  readonly alt?: string | null | undefined
  readonly data?: { readonly hProperties?: Readonly<Record<string, unknown>> | undefined } | undefined
}

/**
 * The `data` of a Markdown image whose HTML is to say that its empty alternative is missing, not decorative;
 * `undefined` for an image with words.
 */
export function markMissing({
  alt,
  data
}: MarkdownImage): { hProperties: Record<string, unknown> } | undefined {
  if (alt) return undefined
  return { ...data, hProperties: { ...data?.hProperties, [intentMarker]: 'missing' } }
}
