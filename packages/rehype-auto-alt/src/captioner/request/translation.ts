import type { CaptionStore } from '../../captions/caption-store.ts'
import type { EmbeddedWords } from '../../images/embedded-words.ts'
import type { ImageLibrary } from '../../images/image-library.ts'
import type { DescribeRequest } from '../../providers/provider.ts'
import { otherLanguage } from '../answer/answer-language.ts'
import { saidElsewhere } from '../look-up/said-elsewhere.ts'
import type { Subject } from '../subject/subject.ts'

/** What a translation is looked for in. */
export interface TranslationSettings {
  readonly captions: CaptionStore
  readonly images: ImageLibrary
  readonly options: {
    /** Language of the site, reduced. */
    readonly language: string
    /** `false` sends no words at all. */
    readonly context: boolean
  }
}

type Translation = NonNullable<DescribeRequest['translation']>

/** Longest text, in UTF-16 code units, that is handed over for translation: a cut one would be translated wrongly. */
const longest = 600

/**
 * A request that holds what a person said about the image in another language, to be translated; the same one where
 * nobody said anything.
 */
export async function withTranslation(
  request: DescribeRequest,
  subject: Subject,
  { captions, images, options }: TranslationSettings
): Promise<DescribeRequest> {
  if (!options.context) return request
  const said = await saidElsewhere(subject, captions, options.language)
  if (said?.caption.alt === '') return request
  const translation = said
    ? { language: await languageOf(said), text: said.caption.alt }
    : await inImage(subject, images, options.language)
  return translation && translation.text.length <= longest ? { ...request, translation } : request
}

/** Words that name no language in their file are stored under that of the page that needed them first. */
async function languageOf({
  caption,
  language
}: {
  readonly caption: { readonly alt: string; readonly origin: string }
  readonly language: string
}): Promise<string> {
  const found = caption.origin === 'embedded' ? await otherLanguage(caption.alt, { language }) : undefined
  return found === undefined || found === 'unknown' ? language : found
}

/** Words embedded in the image, in another language than the one asked for. They say nothing about a link. */
async function inImage(
  { image, language, target }: Subject,
  images: ImageLibrary,
  own: string
): Promise<Translation | undefined> {
  const words = target === undefined && image ? await images.embedded(image) : undefined
  if (!words) return undefined
  const [tag] = languagesOf(words, own)
  if (tag !== undefined) return { language: tag, text: words.byLanguage.get(tag) ?? '' }
  const text = words.byLanguage.get('x-default') ?? ''
  const found = await otherLanguage(text, { language })
  return found === undefined || found === 'unknown' ? undefined : { language: found, text }
}

/** The site's language first, the others by code unit. */
function languagesOf({ byLanguage }: EmbeddedWords, own: string): readonly string[] {
  const isOwn = (tag: string): boolean => tag === own.toLowerCase()
  return [...byLanguage.keys()]
    .filter((tag) => tag !== 'x-default')
    .sort((one, other) => Number(isOwn(other)) - Number(isOwn(one)) || (one < other ? -1 : 1))
}
