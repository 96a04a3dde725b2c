import type { CaptionStore } from '../../captions/caption-store.ts'
import type { Caption } from '../../captions/caption.ts'
import { chooseWords, wordsIn } from '../../images/embedded-words.ts'
import type { ImageLibrary } from '../../images/image-library.ts'
import type { LinkTitles } from '../../links/link-titles.ts'
import { countGraphemes } from '../../rules/plain-text.ts'
import { sameTarget } from '../../rules/purpose/same-target.ts'
import { linkName } from './link-name.ts'
import { type Outcome, type Source, left, namedByLink } from '../outcome.ts'
import { type PublishSettings, declined, isDecided, isWordOfAPerson, publicationOf } from './publish.ts'
import { placesOf } from '../subject/recorded-places.ts'
import { saidElsewhere } from './said-elsewhere.ts'
import type { Subject } from '../subject/subject.ts'

/** Most UTF-16 code units of an alternative that the captions file takes. */
const longestStored = 2000

/** Everything that can be known about an image without asking anybody. */
export interface LookUpSettings extends PublishSettings {
  readonly images: ImageLibrary
  readonly captions: CaptionStore
  readonly links: LinkTitles
  readonly maxLength: number
  /** Ask for a caption of its own for a link or page, rather than take what a model wrote of the image by itself. */
  readonly canAsk: boolean
  /** Language of the site, reduced. */
  readonly language: string
  /** Nothing is stored. */
  readonly frozen: boolean
}

/** A caption, and the key that it is stored under. */
export interface StoredCaption {
  readonly key: string
  readonly caption: Caption
}

/** What was found: an outcome, and a caption that is not stored yet. */
export interface Found {
  readonly outcome: Outcome
  readonly toStore?: StoredCaption
}

/**
 * Climbs the ladder as far as it goes without asking: a sidecar beside the image, the stored captions, words
 * embedded in the image. An image that names a link takes what is stored for that link, then what people wrote of the
 * image by itself, then the title of the page that the link leads to, then what a model wrote of the image when nobody
 * can be asked: named beats nameless.
 */
export async function lookUp(subject: Subject, settings: LookUpSettings): Promise<Found | undefined> {
  const beside = await sidecar(subject, settings)
  if (beside) return { outcome: beside }
  const { image, key } = subject
  const own = (await stored(key, settings)) ?? (await toSameTarget(subject, settings))
  const outcomeOfOwn = own && published(subject, own, settings, [])
  // What waits for a person gives way to people's words and to the title, what a person rejected does not.
  const isSettled = own !== undefined && (outcomeOfOwn?.kind === 'filled' || isDecided(own.caption))
  const plain = isSettled ? undefined : await ofImage(subject, settings)
  const isSaid = plain !== undefined && isSaidOfImage(plain.caption)
  const named = isSettled || isSaid ? undefined : await titled(subject, settings)
  if (named) return { outcome: named }
  if (outcomeOfOwn && !isSaid) return { outcome: outcomeOfOwn }
  if (!plain) return await withoutOwn(subject, settings)
  // What is known by its address only cannot be sent to anybody.
  const canAsk = settings.canAsk && image !== undefined
  if (canAsk && !isWordOfAPerson(plain.caption)) return undefined
  const outcome = published(subject, plain, settings, linkProblem(subject))
  if (outcome.kind === 'left') return canAsk ? undefined : { outcome }
  // A picture can be decorative by itself; the link that it is all of needs a name.
  const isNameless = outcome.alt === '' && subject.target !== undefined
  return isNameless ? undefined : { outcome }
}

/** A person wrote or approved it in the captions file: it holds for a link, too. Embedded words give way to a title. */
function isSaidOfImage({ alt, origin, status }: Caption): boolean {
  if (alt === '') return false
  return origin === 'human' || status === 'approved' || status === 'edited'
}

/** The caption of the image by itself: on this page, else wherever it stands. */
async function ofImage(
  { key, pageKey, plainKey }: Subject,
  settings: LookUpSettings
): Promise<StoredCaption | undefined> {
  const ofPage = pageKey === undefined ? undefined : await stored(pageKey, settings)
  return ofPage ?? (key === plainKey ? undefined : await stored(plainKey, settings))
}

/** The words in a text file beside the image. */
export async function sidecar(subject: Subject, settings: LookUpSettings): Promise<Outcome | undefined> {
  const words = subject.image && (await settings.images.sidecar(subject.image))
  return words === undefined
    ? undefined
    : filled(subject, words, 'sidecar', 'human', overLimit(words, settings))
}

/** The words that name the link that the image is all of, and that need no caption. */
async function titled(subject: Subject, settings: LookUpSettings): Promise<Outcome | undefined> {
  const name = await linkName(subject, settings.links)
  return name === undefined ? undefined : namedByLink(subject.name, name, settings.maxLength, subject.key)
}

/**
 * What there is for an image without a caption in this language: words embedded in it, or that a person calls it
 * decorative in another language. Embedded words that name no language count for each; those that are certainly of
 * another one are not stored as this one's, and are translated where somebody can be asked.
 */
async function withoutOwn(subject: Subject, settings: LookUpSettings): Promise<Found | undefined> {
  const { image, language } = subject
  const all = image && (await settings.images.embedded(image))
  const own = all && wordsIn(all, language)
  if (own !== undefined) return embedded(subject, own, settings)
  const decorative = await decorativeElsewhere(subject, settings)
  if (decorative) return { outcome: decorative }
  const general = all && chooseWords(all, language)
  if (general === undefined) return undefined
  const found = embedded(subject, general, settings)
  if (settings.frozen || !(await isInOther(general, language))) return found
  return settings.canAsk && subject.target === undefined ? undefined : { outcome: found.outcome }
}

/** A person's word about a picture holds in each language; a link or button that it is all of needs a name. */
async function decorativeElsewhere(subject: Subject, settings: LookUpSettings): Promise<Outcome | undefined> {
  if (subject.target !== undefined || subject.use.purpose.kind === 'button') return undefined
  const said = await saidElsewhere(subject, settings.captions, settings.language)
  return said?.caption.status === 'decorative' ? published(subject, said, settings, []) : undefined
}

async function isInOther(words: string, language: string): Promise<boolean> {
  const { otherLanguage } = await import('../answer/answer-language.ts')
  return (await otherLanguage(words, { language })) !== undefined
}

function embedded(subject: Subject, alt: string, settings: LookUpSettings): Found {
  const { plainKey: key } = subject
  const problems = overLimit(alt, settings)
  const outcome = filled(subject, alt, 'embedded', 'embedded', [...problems, ...linkProblem(subject)])
  if (alt.length > longestStored) return { outcome }
  const caption: Caption = { alt, status: 'generated', origin: 'embedded', ...placesOf([subject]), problems }
  return { outcome, toStore: { key, caption } }
}

/** A caption whose link leads to the same page. A source's own absolute link leaves no doubt where it leads. */
async function toSameTarget(subject: Subject, settings: LookUpSettings): Promise<StoredCaption | undefined> {
  const { plainKey, target, use } = subject
  if (target === undefined || !target.startsWith('/')) return undefined
  const isAbsolute = use.purpose.kind === 'link' && use.purpose.href.trim().startsWith('/')
  if (isAbsolute && use.page.siteRoot === undefined) return undefined
  const prefix = `${plainKey}:link=`
  const keys = await settings.captions.keysStartingWith(prefix)
  const kept = keys.map((key) => key.slice(prefix.length))
  const same = sameTarget(target, kept)
  return same === undefined ? undefined : await stored(prefix + same, settings)
}

async function stored(key: string, { captions }: LookUpSettings): Promise<StoredCaption | undefined> {
  const caption = await captions.get(key)
  return caption && { key, caption }
}

/** What a stored caption makes of a use. `more`: problems of this use of it. */
export function published(
  subject: Subject,
  { caption, key }: StoredCaption,
  settings: LookUpSettings,
  more: readonly string[]
): Outcome {
  const publication = publicationOf(caption, settings)
  if (publication.kind === 'fill') {
    const problems = [...caption.problems, ...more]
    const words = filled(subject, publication.alt, 'file', caption.origin, problems)
    const outcome = caption.status === 'approved' ? { ...words, isApproved: true as const } : words
    const { description } = caption
    return description === undefined || publication.alt === '' ? outcome : { ...outcome, description }
  }
  const message = whatToDo(subject.name, caption, `“${key}” in ${settings.captions.location}`)
  return left(subject.name, publication.reason, message, subject.key)
}

function whatToDo(name: string, caption: Caption, record: string): string {
  const why = declined(caption)
  if (why === 'refusal') {
    return `The model declined to describe ${name}. Write its alternative at ${record}.`
  }
  if (why === 'unsure') {
    return `The model could not tell what ${name} shows. Write its alternative at ${record}, or run \`auto-alt generate --refresh flagged\` with another model.`
  }
  if (caption.status === 'rejected') {
    return `${name} is marked as rejected. Write its alternative at ${record} when there is one.`
  }
  if (caption.problems.includes('decorative-proposal')) {
    return `${name} looks decorative to the model. Set the status at ${record} to "decorative", or write its alternative.`
  }
  if (caption.problems.includes('low-confidence')) {
    return `The model is not sure of its caption of ${name}, “${caption.alt}”. Approve or edit ${record}.`
  }
  const problems = caption.problems.join(', ') || 'generated, not approved'
  return `The caption of ${name} needs a look (${problems}). Approve or edit ${record}.`
}

function filled(
  { key, name }: Subject,
  alt: string,
  source: Source,
  origin: 'model' | 'embedded' | 'human',
  problems: readonly string[]
): Extract<Outcome, { kind: 'filled' }> {
  return { kind: 'filled', alt, source, origin, key, image: name, problems }
}

/** Words of the image by itself do not say where its link leads. */
function linkProblem({ target }: Subject): 'link-purpose'[] {
  return target === undefined ? [] : ['link-purpose']
}

/** A person's words are never cut: over the limit they are kept and reported. */
function overLimit(words: string, { maxLength }: LookUpSettings): 'too-long'[] {
  return countGraphemes(words) > maxLength ? ['too-long'] : []
}
