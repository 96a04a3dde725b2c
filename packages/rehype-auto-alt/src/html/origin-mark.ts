import type { Outcome } from '../captioner/outcome.ts'

/** Attributes that say who wrote an alternative: with `provenance`, `data-alt-origin="ai"` for words of a model. */
export function originMark(
  outcome: Extract<Outcome, { kind: 'filled' }>,
  { provenance }: { readonly provenance: boolean }
): Readonly<Record<string, string>> {
  return provenance && outcome.origin === 'model' && outcome.alt !== '' ? { 'data-alt-origin': 'ai' } : {}
}
