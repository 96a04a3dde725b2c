import type { CaptionStore } from '../../captions/caption-store.ts'
import { captionKey, parseCaptionKey } from '../../captions/caption-key.ts'
import { ImageError } from '../../errors/image-error.ts'
import type { ImageLibrary } from '../../images/image-library.ts'
import type { Image } from '../../images/image.ts'
import type { Located } from '../../files/locate.ts'
import type { ImageUse } from '../../rules/image-use.ts'
import { linkTarget } from '../../rules/purpose/link-target.ts'
import type { ImageFilter } from './image-filter.ts'
import { languageOfUse } from './language-of-use.ts'
import { type Outcome, left } from '../outcome.ts'
import type { PageLanguage } from './page-language.ts'
import { sitePath } from './site-path.ts'

/** A use whose image is known: what a caption is looked up and asked for by. */
export interface Subject {
  readonly use: ImageUse
  /** How messages and the captions file name the image. */
  readonly name: string
  /** Digest of the image's bytes. */
  readonly digest: string
  readonly language: string
  /** Where the link leads that the image names. */
  readonly target?: string
  readonly key: string
  /** The key of the image by itself; differs from `key` for what names a link and with `contextKey: 'page'`. */
  readonly plainKey: string
  /** The key of a caption that is kept for this page alone; for what names a link, which has a key of its own. */
  readonly pageKey?: string
  /** The image; absent when a stored caption was found by its address, so that its bytes are not needed. */
  readonly image?: Image
}

/** What identifying an image takes. */
export interface IdentifySettings {
  readonly images: ImageLibrary
  readonly captions: CaptionStore
  readonly base: string
  readonly language: string
  readonly pageLanguage: PageLanguage
  readonly contextKey: 'image' | 'page'
  readonly isExcluded: ImageFilter
  /** Fetch no image: of another host's, only what is stored counts. Default `false`. */
  readonly isStoredOnly?: boolean
  /** What images that are identified together share. */
  readonly located: Located
}

/** Finds out which image a use shows. An image that cannot be used gives an outcome instead; nothing is thrown for it. */
export async function identify(use: ImageUse, settings: IdentifySettings): Promise<Subject | Outcome> {
  if (use.tiny) return unusable(use, 'too-small', 'is declared one pixel wide or high; write alt="" for it')
  if (use.sources.length === 0)
    return unusable(
      use,
      'no-source',
      'has no source that can be read here; give it a `src`, or write its `alt`'
    )
  const language = await languageOfUse(use, settings)
  let firstError: unknown
  for (const source of use.sources) {
    const address = settings.images.addressOf(source, use.page)
    if (settings.isExcluded(address.names)) return excluded(source)
    const digest = address.kind === 'remote' && (await storedDigest(address.url, language, settings))
    if (digest) return subjectOf(use, { digest, name: address.name, language }, settings)
    if (address.kind === 'remote' && settings.isStoredOnly) return elsewhere(address.name)
    try {
      const image = await settings.images.find(source, use.page, settings.located)
      // Of several places where it could lie, this is where it does; a symbolic link may lead elsewhere.
      const names = address.names.length > 1 ? [image.name] : [image.name, ...address.names]
      if (settings.isExcluded(names)) return excluded(source)
      return subjectOf(use, { digest: image.digest, name: image.name, language, image }, settings)
    } catch (error) {
      firstError ??= error
    }
  }
  if (!ImageError.isInstance(firstError)) throw firstError
  return left(use.sources[0] ?? '', firstError.code, firstError.message)
}

/** The digest of a remote image of which a caption is stored: it need not be fetched again. */
async function storedDigest(
  url: string,
  language: string,
  { captions }: IdentifySettings
): Promise<string | undefined> {
  const found = await captions.findByFile(url, language)
  return found && parseCaptionKey(found.key)?.digest
}

/** A use of an image that is known. */
export function subjectOf(
  use: ImageUse,
  { digest, image, language, name }: Pick<Subject, 'digest' | 'image' | 'language' | 'name'>,
  settings: Pick<IdentifySettings, 'base' | 'contextKey'>
): Subject {
  const plainKey = captionKey({ digest, language })
  const { href } = use.purpose.kind === 'link' ? use.purpose : { href: undefined }
  const target = href === undefined ? undefined : linkTarget(href, sitePath(use.page), settings.base)
  const subject = { use, name, digest, language, plainKey, ...(image && { image }) }
  if (target !== undefined) return { ...subject, target, key: captionKey({ digest, language, link: target }) }
  if (settings.contextKey === 'image') return { ...subject, key: plainKey }
  return { ...subject, key: captionKey({ digest, language, page: use.page.name }) }
}

/** An image that cannot be read or prepared is left and named; anything else ends the run. */
export function leftFor(error: unknown, { key, name }: Subject): Outcome {
  if (!ImageError.isInstance(error)) throw error
  return left(name, error.code, error.message, key)
}

function excluded(source: string): Outcome {
  return left(source, 'excluded', `${source} is excluded by the options.`)
}

function elsewhere(url: string): Outcome {
  return left(url, 'remote-not-allowed', `No caption is stored for ${url}.`)
}

function unusable(use: ImageUse, reason: 'too-small' | 'no-source', what: string): Outcome {
  const image = use.sources[0] ?? `<${use.element}>`
  return left(image, reason, `${image} ${what}.`)
}
