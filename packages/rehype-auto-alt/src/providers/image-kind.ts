import type { ImageKind } from './provider.ts'

/** Every kind, with the words that tell a model what it is. */
export const imageKinds: Readonly<Record<ImageKind, string>> = {
  photo: 'taken by a camera',
  illustration: 'drawn or painted',
  chart: 'data as bars, lines or sectors',
  diagram: 'how things connect or work',
  screenshot: 'a screen',
  text: 'mainly words',
  logo: 'the sign of an organisation or product',
  decorative: 'nothing that a reader would miss',
  unknown: 'you cannot tell what it shows'
}

/** The kind in an answer; `undefined` for anything unknown. */
export function readImageKind(value: unknown): ImageKind | undefined {
  const name = typeof value === 'string' ? value.trim().toLowerCase() : ''
  return Object.hasOwn(imageKinds, name) ? (name as ImageKind) : undefined
}
