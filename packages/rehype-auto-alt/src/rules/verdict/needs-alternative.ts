import type { ImageUse } from '../image-use.ts'

/**
 * True for an image that shows something, says nothing, and is not to be left alone. Image buttons, areas of image maps
 * and drawings are left to people.
 */
export function needsAlternative({
  kind = 'img',
  off,
  verdict
}: Pick<ImageUse, 'kind' | 'off' | 'verdict'>): boolean {
  return kind === 'img' && verdict === 'missing' && !off
}
