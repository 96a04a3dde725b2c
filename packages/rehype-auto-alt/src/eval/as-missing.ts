import type { ImageUse } from '../rules/image-use.ts'

/** A use as it would be without its alternative, so that it can be asked about. */
export function asMissing(use: ImageUse): ImageUse {
  const { name: _name, repeats: _repeats, title: _title, ...rest } = use
  return { ...rest, verdict: 'missing', alt: null }
}
