import type { Description } from '../../providers/provider.ts'

/** Least confidence of an answer that may reach a page before a person has looked at it. */
const leastConfidence = 0.3

/** Whether a model says that it is not sure of its words. One that says nothing of it is taken at its word. */
export function isDoubted({ confidence, kind }: Description): boolean {
  return kind === 'unknown' || (typeof confidence === 'number' && confidence < leastConfidence)
}

/** Whether a model says that it cannot tell what the picture shows, and gives no words. */
export function cannotTell(description: Description): boolean {
  const { kind, text } = description
  return text.trim() === '' && kind !== 'decorative' && isDoubted(description)
}
