import type { ImageUse } from '../../rules/image-use.ts'
import type { Outcome } from '../outcome.ts'

/** The uses of a call: those to look up, and those that the image before them speaks for, each with the former. */
export interface Rows {
  readonly spoken: readonly ImageUse[]
  /** By the use that stays silent. `undefined`: the page's author named the first of the row. */
  readonly silent: ReadonlyMap<ImageUse, ImageUse | undefined>
}

/** Finds those uses that repeat the image before them in a row, in the order of their pages. */
export function rowsIn(uses: readonly ImageUse[]): Rows {
  const spoken: ImageUse[] = []
  const silent = new Map<ImageUse, ImageUse | undefined>()
  let first: ImageUse | undefined
  for (const use of uses) {
    const isOfRow = first?.page.file === use.page.file && first.sources[0] === use.sources[0]
    if (use.repeats === 'named') silent.set(use, undefined)
    else if (use.repeats === 'missing' && isOfRow) silent.set(use, first)
    else spoken.push((first = use))
  }
  return { spoken, silent }
}

/** What becomes of a use that the first of its row speaks for: it is silent once that one has words. */
export function outcomeInRow(use: ImageUse, first: Outcome | undefined): Outcome {
  const image = use.sources[0] ?? use.element
  if (first?.kind === 'left') return first
  const silent = { alt: '', silent: 'told-before' } as const
  if (!first) return { kind: 'filled', ...silent, source: 'page', origin: 'human', image, problems: [] }
  const { description: _, ...rest } = first
  return { ...rest, ...silent, problems: [] }
}
