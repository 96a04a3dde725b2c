import type { Caption } from '../../captions/caption.ts'
import { declined } from './publish.ts'

/** Which stored captions to ask about again: all that nobody reviewed, or those among them with problems. */
export type Refresh = 'generated' | 'flagged'

/**
 * Whether to ask again for a stored caption. Never for what a person wrote, approved, rejected or called decorative,
 * nor for words embedded in an image. A refusal, and that it could not tell, are the model's own.
 */
export function isToRefresh(caption: Caption, refresh: Refresh): boolean {
  if (caption.origin !== 'model') return false
  if (caption.status === 'rejected') return declined(caption) !== undefined
  return caption.status === 'generated' && (refresh === 'generated' || caption.problems.length > 0)
}
