import type { Subject } from '../captioner/subject/subject.ts'

/** An image whose text alternative is known from people. */
export interface EvalCase {
  /** The first place where it stands with a good alternative, as if it had none. */
  readonly subject: Subject
  /** What people wrote, as it is heard differently; at least one. */
  readonly references: readonly string[]
  /** Every alternative of this image that is known, good or not: no request may hold one. */
  readonly secrets: readonly string[]
}

/** The images to ask about, and how many there were to choose from. */
export interface EvalSample {
  readonly cases: readonly EvalCase[]
  /** Alternatives that were looked at. */
  readonly alternatives: number
  /** Images with a good one; `limit` takes some of them. */
  readonly images: number
  /** Alternatives that break a rule, or that a model wrote. */
  readonly poor: number
  /** Why images could not be used, a message each. */
  readonly unusable: readonly string[]
}

/**
 * The same images each time: those whose keys, which begin with the digest, come first. They stay in the order in
 * which they were found.
 */
export function sampleOf(cases: readonly EvalCase[], limit: number): readonly EvalCase[] {
  if (cases.length <= limit) return cases
  const keys = cases.map(({ subject }) => subject.key).sort()
  const chosen = new Set(keys.slice(0, limit))
  return cases.filter(({ subject }) => chosen.has(subject.key))
}
