/**
 * Of the link targets that captions of an image are kept for, the one that leads to the same page, named from another
 * root: the folder of the sources is not always known (`/docs/guide` in `docs/a.md` is `/guide` in the built site).
 * `undefined` where none or several come into question.
 */
export function sameTarget(target: string, kept: readonly string[]): string | undefined {
  if (!target.startsWith('/') || target === '/') return undefined
  const same = kept.filter(
    (other) => other.startsWith('/') && other !== '/' && (other.endsWith(target) || target.endsWith(other))
  )
  return same.length === 1 ? same[0] : undefined
}
