import { identifyAll } from '../captioner/subject/identify-all.ts'
import { imageFilter } from '../captioner/subject/image-filter.ts'
import type { Subject } from '../captioner/subject/subject.ts'
import { openCaptionStore } from '../captions/open-caption-store.ts'
import type { ImageLibrary } from '../images/image-library.ts'
import type { ResolvedOptions } from '../options/resolve-options.ts'
import type { ImageUse } from '../rules/image-use.ts'
import { heard } from '../rules/same-words.ts'
import { asMissing } from './as-missing.ts'
import { type EvalCase, type EvalSample, sampleOf } from './eval-case.ts'
import { isGood } from './human-words.ts'

/** An image with what people say of it. */
export interface Described {
  readonly use: ImageUse
  readonly references: readonly string[]
  /** Somebody vouches for the words: they are not judged. Default `false`. */
  readonly isVouched?: boolean
}

/** What choosing takes. */
export interface ChoiceSettings {
  readonly images: ImageLibrary
  readonly options: ResolvedOptions
  /** Words that models wrote, as they are heard. */
  readonly ofModels: ReadonlySet<string>
  /** Most images. `Infinity` for all. */
  readonly limit: number
}

/** Finds out which images these are, and takes those with a good alternative: each once, with all that is said of it. */
export async function casesOf(
  described: readonly Described[],
  { images, limit, ofModels, options }: ChoiceSettings
): Promise<EvalSample> {
  const identified = await identifyAll(
    described.map(({ use }) => asMissing(use)),
    // Nothing that is stored of these images counts.
    { ...options, images, captions: openCaptionStore(new Map()), isExcluded: await imageFilter(options) }
  )
  const secrets = new Map<string, Set<string>>()
  const good = new Map<string, { subject: Subject; references: Map<string, string> }>()
  const unusable: string[] = []
  let poor = 0
  for (const [index, subject] of identified.entries()) {
    const one = described[index]
    if (!one || !('use' in subject)) {
      if ('kind' in subject && subject.kind === 'left' && subject.reason !== 'excluded')
        unusable.push(subject.message)
      continue
    }
    const { isVouched = false, references, use } = one
    const known = secrets.get(subject.digest) ?? new Set()
    secrets.set(subject.digest, known)
    for (const reference of references) known.add(reference)
    const judged = references.filter(
      (reference) => isVouched || (!ofModels.has(heard(reference)) && isGood(use, subject, options.maxLength))
    )
    poor += references.length - judged.length
    if (judged.length === 0) continue
    const found = good.get(subject.key) ?? { subject, references: new Map() }
    good.set(subject.key, found)
    for (const reference of judged) {
      if (!found.references.has(heard(reference))) found.references.set(heard(reference), reference)
    }
  }
  const cases = [...good.values()].map(({ references, subject }): EvalCase => ({
    subject,
    references: [...references.values()],
    secrets: [...(secrets.get(subject.digest) ?? [])]
  }))
  return {
    cases: sampleOf(cases, limit),
    alternatives: described.reduce((sum, { references }) => sum + references.length, 0),
    images: cases.length,
    poor,
    unusable
  }
}
