import type { Caption } from '../../captions/caption.ts'

/** The options that decide what reaches a page. */
export interface PublishSettings {
  readonly publish: 'clean' | 'approved' | 'all'
  readonly decorative: 'propose' | 'accept'
}

/** What a stored caption means for a page. */
export type Publication =
  | { readonly kind: 'fill'; readonly alt: string }
  | { readonly kind: 'leave'; readonly reason: 'rejected' | 'needs-review' | 'refusal' | 'unsure' }

/** Decides whether a stored caption reaches a page. */
export function publicationOf(caption: Caption, settings: PublishSettings): Publication {
  if (caption.status === 'decorative') return { kind: 'fill', alt: '' }
  if (caption.status === 'rejected') return { kind: 'leave', reason: declined(caption) ?? 'rejected' }
  if (caption.problems.includes('decorative-proposal') && caption.status === 'generated') {
    return settings.decorative === 'accept'
      ? { kind: 'fill', alt: '' }
      : { kind: 'leave', reason: 'needs-review' }
  }
  if (caption.alt === '') return { kind: 'leave', reason: 'rejected' }
  const fill: Publication = { kind: 'fill', alt: caption.alt }
  if (isWordOfAPerson(caption) || settings.publish === 'all') return fill
  const isClean = settings.publish === 'clean' && caption.problems.length === 0
  if (isClean) return fill
  return { kind: 'leave', reason: caption.problems.includes('low-confidence') ? 'unsure' : 'needs-review' }
}

/** Why there are no words, where that is the model's doing and not what a person decided. */
export function declined({
  problems,
  status
}: Pick<Caption, 'problems' | 'status'>): 'refusal' | 'unsure' | undefined {
  if (status !== 'rejected') return undefined
  if (problems.includes('refusal')) return 'refusal'
  return problems.includes('low-confidence') ? 'unsure' : undefined
}

/** Whether a person has decided about an image, so that no answer of a model takes the place of that. */
export function isDecided(caption: Caption): boolean {
  const isRejected = caption.status === 'rejected' && declined(caption) === undefined
  return isRejected || isWordOfAPerson(caption)
}

/** Whether a person wrote the words, agreed to them or said that none are needed. */
export function isWordOfAPerson({ origin, status }: Caption): boolean {
  return origin !== 'model' || status === 'approved' || status === 'edited' || status === 'decorative'
}
