import type { ImageKind } from './provider.ts'

/** Every kind, with the words that tell a model what it is. */
export const imageKinds: Readonly<Record<ImageKind, string>> = {
  photo: 'a photograph',
  illustration: 'a drawing or painting',
  chart: 'data drawn as bars, lines or sectors',
  diagram: 'how things are connected or work',
  screenshot: 'a picture of a screen',
  text: 'mainly words',
  logo: 'the sign of an organisation or product',
  decorative: 'nothing that a reader would miss: a texture, a divider, a spacer'
}

/** The kind in an answer; `undefined` for anything unknown. */
export function readImageKind(value: unknown): ImageKind | undefined {
  const name = typeof value === 'string' ? value.trim().toLowerCase() : ''
  return Object.hasOwn(imageKinds, name) ? (name as ImageKind) : undefined
}
