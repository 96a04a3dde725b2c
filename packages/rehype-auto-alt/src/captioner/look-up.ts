import type { CaptionStore } from '../captions/caption-store.ts'
import type { Caption } from '../captions/caption.ts'
import { chooseWords } from '../images/embedded-words.ts'
import type { ImageLibrary } from '../images/image-library.ts'
import { countGraphemes } from '../rules/plain-text.ts'
import type { Outcome, Source } from './outcome.ts'
import { type PublishSettings, isWordOfAPerson, publicationOf } from './publish.ts'
import type { Subject } from './subject.ts'

/** Everything that can be known about an image without asking anybody. */
export interface LookUpSettings extends PublishSettings {
  readonly images: ImageLibrary
  readonly captions: CaptionStore
  readonly maxLength: number
  /** Whether a caption that does not say where a link leads will do where a provider could be asked for a better one. */
  readonly canAsk: boolean
}

/** What was found: an outcome, and a caption that is not stored yet. */
export interface Found {
  readonly outcome: Outcome
  readonly toStore?: { readonly key: string; readonly caption: Caption }
}

/**
 * Climbs the ladder as far as it goes without asking: a sidecar beside the image, the stored captions, words
 * embedded in the image. An image that names a link takes a caption of the image by itself when people wrote it or
 * when nobody can be asked: named beats nameless.
 */
export async function lookUp(subject: Subject, settings: LookUpSettings): Promise<Found | undefined> {
  const { image, key, plainKey } = subject
  const isPlain = key === plainKey
  const words = image && (await settings.images.sidecar(image))
  if (words !== undefined) return { outcome: filled(subject, words, 'sidecar', 'human', overLimit(words, settings)) }
  const own = subject.stored ?? (await settings.captions.get(key)) ?? (await sameTarget(subject, settings))
  if (own) return { outcome: published(subject, own, settings, []) }
  const plain = isPlain ? undefined : await settings.captions.get(plainKey)
  const purpose = subject.target === undefined ? [] : ['link-purpose']
  if (plain && (isWordOfAPerson(plain) || !settings.canAsk)) {
    const outcome = published(subject, plain, settings, purpose)
    if (outcome.kind === 'filled' || !settings.canAsk) return { outcome }
  }
  return image && (await embedded(subject, settings, purpose))
}

async function embedded(subject: Subject, settings: LookUpSettings, purpose: string[]): Promise<Found | undefined> {
  const { image, language, name, plainKey: key, use } = subject
  const all = image && (await settings.images.embedded(image))
  const alt = all && chooseWords(all, language)
  if (alt === undefined) return undefined
  const problems = overLimit(alt, settings)
  const caption: Caption = {
    alt,
    status: 'generated',
    origin: 'embedded',
    page: use.page.name,
    files: [name],
    problems
  }
  const outcome = filled(subject, alt, 'embedded', 'embedded', [...problems, ...purpose])
  return { outcome, toStore: { key, caption } }
}

/** A built page and its source can name the target of one link from different roots. */
async function sameTarget({ target, plainKey }: Subject, settings: LookUpSettings): Promise<Caption | undefined> {
  if (target === undefined || !target.startsWith('/') || target === '/') return undefined
  const prefix = `${plainKey}:link=`
  const keys = await settings.captions.keysStartingWith(prefix)
  const same = keys.filter((key) => {
    const other = key.slice(prefix.length)
    return other.startsWith('/') && other !== '/' && (other.endsWith(target) || target.endsWith(other))
  })
  return same.length === 1 && same[0] !== undefined ? settings.captions.get(same[0]) : undefined
}

/** What a stored caption makes of a use. */
export function published(
  subject: Subject,
  caption: Caption,
  settings: PublishSettings,
  more: readonly string[]
): Outcome {
  const publication = publicationOf(caption, settings)
  if (publication.kind === 'fill') {
    return filled(subject, publication.alt, 'file', caption.origin, [...caption.problems, ...more])
  }
  return { kind: 'left', reason: publication.reason, image: subject.name, key: subject.key, message: why(subject, caption) }
}

function why({ key, name }: Subject, caption: Caption): string {
  const where = `“${key}” in the captions file`
  if (caption.problems.includes('refusal')) return `The model declined to describe ${name}. Write its alternative at ${where}.`
  if (caption.status === 'rejected') return `${name} is marked as rejected. Write its alternative at ${where} when there is one.`
  if (caption.problems.includes('decorative-proposal')) {
    return `${name} looks decorative to the model. Set the status at ${where} to "decorative", or write its alternative.`
  }
  const problems = caption.problems.join(', ') || 'generated, not approved'
  return `The caption of ${name} needs a look (${problems}). Approve or edit ${where}.`
}

/** An outcome with an alternative. */
export function filled(
  subject: Subject,
  alt: string,
  source: Source,
  origin: 'model' | 'embedded' | 'human',
  problems: readonly string[]
): Outcome {
  return { kind: 'filled', alt, source, origin, key: subject.key, image: subject.name, problems }
}

/** A person's words are never cut: over the limit they are kept and reported. */
function overLimit(words: string, { maxLength }: LookUpSettings): 'too-long'[] {
  return countGraphemes(words) > maxLength ? ['too-long'] : []
}
