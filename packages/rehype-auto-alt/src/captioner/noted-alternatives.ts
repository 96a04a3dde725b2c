import type { ImageUse } from '../rules/image-use.ts'
import { runTimeContent } from '../rules/run-time-content.ts'

/** Alternatives that pages have, as far as they were read. */
export interface NotedAlternatives {
  /** Keeps those of a page that could be examples. Anything it knew of that page is replaced. */
  note(uses: readonly ImageUse[]): void
  /** In path order, then in the order of the page. */
  inOrder(): readonly ImageUse[]
}

/** Most pages, and most alternatives of each: the first in path order are kept, whatever order they come in. */
const mostPages = 60
const mostOfPage = 5

/** Longest alternative that could be an example. UTF-16 code units. */
const longest = 400

/** Starts with none. */
export function createNotedAlternatives(): NotedAlternatives {
  const pages = new Map<string, readonly ImageUse[]>()
  const names = (): string[] => [...pages.keys()].sort()

  function noteOne(page: string, uses: readonly ImageUse[]): void {
    const kept = uses.filter(mayBeExample).slice(0, mostOfPage)
    if (kept.length === 0) return void pages.delete(page)
    pages.set(page, kept)
    const last = pages.size > mostPages ? names().at(-1) : undefined
    if (last !== undefined) pages.delete(last)
  }

  return {
    note(uses) {
      const byPage = Map.groupBy(uses, ({ page }) => page.name)
      for (const [page, ofPage] of byPage) noteOne(page, ofPage)
    },
    inOrder: () => names().flatMap((name) => pages.get(name) ?? [])
  }
}

/** A person wrote it of a picture by itself, as far as the page shows. */
function mayBeExample({ alt, kind = 'img', off, purpose, verdict }: ImageUse): boolean {
  if (verdict !== 'named' || alt === null || off) return false
  if (kind !== 'img' || purpose.kind !== 'informative') return false
  return alt.trim() !== '' && alt.length <= longest && !alt.includes(runTimeContent)
}
