import type { ImageUse } from '../../rules/image-use.ts'
import { runTimeContent } from '../../rules/run-time-content.ts'

/** How alternatives are noted. */
export interface NoteSettings {
  /**
   * They are examples for their own page alone. For pages that come one at a time: which came first is chance, and what
   * is asked must not depend on it. Default `false`.
   */
  readonly isForOwnPage?: boolean
}

/** Alternatives that pages have, as far as they were read. */
export interface NotedAlternatives {
  /** Keeps those of a page that could be examples. Anything it knew of that page is replaced. */
  note(uses: readonly ImageUse[], settings?: NoteSettings): void
  /** Those that are examples for a page: in path order, then in the order of the page. */
  inOrder(page: string): readonly ImageUse[]
}

/** Most pages, and most alternatives of each: the first in path order are kept, whatever order they come in. */
const mostPages = 60
const mostOfPage = 5

/** Most pages that come one at a time, the last of them: as many are hardly looked at side by side. */
const mostAlone = 200

/** Longest alternative that could be an example. UTF-16 code units. */
const longest = 400

/** Starts with none. */
export function createNotedAlternatives(): NotedAlternatives {
  const pages = new Map<string, readonly ImageUse[]>()
  const alone = new Map<string, readonly ImageUse[]>()
  const names = (): string[] => [...pages.keys()].sort()

  function noteOne(page: string, uses: readonly ImageUse[]): void {
    const kept = uses.filter(mayBeExample).slice(0, mostOfPage)
    if (kept.length === 0) return void pages.delete(page)
    pages.set(page, kept)
    const last = pages.size > mostPages ? names().at(-1) : undefined
    if (last !== undefined) pages.delete(last)
  }

  function noteAlone(page: string, uses: readonly ImageUse[]): void {
    alone.delete(page)
    const kept = uses.filter(mayBeExample).slice(0, mostOfPage)
    if (kept.length > 0) alone.set(page, kept)
    const [oldest] = alone.size > mostAlone ? alone.keys() : []
    if (oldest !== undefined) alone.delete(oldest)
  }

  return {
    note(uses, { isForOwnPage = false } = {}) {
      const byPage = Map.groupBy(uses, ({ page }) => page.name)
      for (const [page, ofPage] of byPage) (isForOwnPage ? noteAlone : noteOne)(page, ofPage)
    },
    inOrder: (page) => [...(alone.get(page) ?? []), ...names().flatMap((name) => pages.get(name) ?? [])]
  }
}

/** A person wrote it of a picture by itself, as far as the page shows. */
function mayBeExample({ alt, kind = 'img', off, purpose, verdict }: ImageUse): boolean {
  if (verdict !== 'named' || alt === null || off) return false
  if (kind !== 'img' || purpose.kind !== 'informative') return false
  return alt.trim() !== '' && alt.length <= longest && !alt.includes(runTimeContent)
}
