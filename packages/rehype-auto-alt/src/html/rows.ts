import type { ImageUse, Verdict } from '../rules/image-use.ts'
import type { ControlPlace } from './control.ts'
import type { TextAround } from './page-text.ts'

/** An image with what tells whether it stands in a row of the same. */
export interface RowMember {
  readonly draft: { readonly text: TextAround; readonly around: ControlPlace & { readonly off: boolean } }
  readonly sources: readonly string[]
  readonly verdict: Verdict
}

/** Fewest of the same picture that are a row: two may be meant each by itself. */
const shortest = 3

/**
 * Finds rows of the same picture without alternatives, of which one is enough to hear of: five stars are not heard five
 * times. The first may have an alternative, which then speaks for all. Any text, block, link or button ends a row.
 *
 * @returns What speaks for an image: `undefined` where that is itself.
 */
export function repeatsIn(images: readonly RowMember[]): (image: RowMember) => ImageUse['repeats'] {
  const found = new Map<RowMember, ImageUse['repeats']>()
  let row: RowMember[] = []
  const endRow = (): void => {
    const [first, ...others] = row
    if (first && row.length >= shortest) {
      for (const other of others) found.set(other, first.verdict === 'named' ? 'named' : 'missing')
    }
  }
  for (const image of images) {
    const last = row.at(-1)
    if (last && continues(last, image)) row.push(image)
    else {
      endRow()
      row = image.verdict === 'named' || image.verdict === 'missing' ? [image] : []
    }
  }
  endRow()
  return (image) => found.get(image)
}

function continues(last: RowMember, image: RowMember): boolean {
  const [there, here] = [last.draft.around, image.draft.around]
  return (
    image.verdict === 'missing' &&
    image.draft.text.follows === last.draft.text &&
    image.sources[0] !== undefined &&
    image.sources[0] === last.sources[0] &&
    here.control === there.control &&
    here.isFallback === there.isFallback &&
    !here.off &&
    !there.off
  )
}
