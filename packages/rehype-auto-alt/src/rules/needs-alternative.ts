import type { ImageUse } from './image-use.ts'

/** True for an image that shows something, says nothing, and is not to be left alone. */
export function needsAlternative({ off, verdict }: Pick<ImageUse, 'off' | 'verdict'>): boolean {
  return verdict === 'missing' && !off
}
