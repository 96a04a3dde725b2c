import { parseCaptionKey } from '../../captions/caption-key.ts'
import type { ImageUse } from '../../rules/image-use.ts'
import { saysNoMore } from '../../rules/purpose/says-no-more.ts'
import { type Outcome, left } from '../outcome.ts'

/**
 * What becomes of one place where an image stands, by what is beside it there: words of a model that say no more than
 * the text beside them are not said again. What a person wrote or approved is said wherever it belongs. A
 * picture that is decorative by itself leaves a button without a name, so there it stays as it is.
 */
export function atThisPlace(
  use: ImageUse,
  outcome: Outcome,
  options: { readonly language: string }
): Outcome {
  if (outcome.kind === 'filled' && outcome.alt === '' && use.purpose.kind === 'button') {
    const message = `${outcome.image} is all that a button holds, and what is kept for it is empty. Write its alternative in the page, or give the button a label: it needs a name.`
    return left(outcome.image, 'needs-review', message, outcome.key)
  }
  if (outcome.kind === 'left' || outcome.alt === '' || outcome.origin !== 'model' || outcome.isApproved)
    return outcome
  // A long description hangs on the image: it has to be met.
  if (outcome.description !== undefined) return outcome
  const { language = options.language } = parseCaptionKey(outcome.key ?? '') ?? {}
  return saysNoMore(outcome.alt, use, language) ? { ...outcome, alt: '', silent: 'said-beside' } : outcome
}
