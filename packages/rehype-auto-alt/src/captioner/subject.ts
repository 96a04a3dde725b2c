import type { CaptionStore } from '../captions/caption-store.ts'
import { captionKey } from '../captions/caption-key.ts'
import type { Caption } from '../captions/caption.ts'
import { ImageError } from '../errors/image-error.ts'
import type { ImageLibrary } from '../images/image-library.ts'
import type { Image } from '../images/image.ts'
import type { ImageUse } from '../rules/image-use.ts'
import { reduceLanguage } from '../rules/language.ts'
import { linkTarget } from '../rules/link-target.ts'
import type { Outcome } from './outcome.ts'
import { sitePath } from './site-path.ts'

/** A use whose image is known: what a caption is looked up and asked for by. */
export interface Subject {
  readonly use: ImageUse
  /** How messages and the captions file name the image. */
  readonly name: string
  readonly language: string
  /** Where the link leads that the image names. */
  readonly target?: string
  readonly key: string
  /** The key of the image by itself; differs from `key` for what names a link and with `contextKey: 'page'`. */
  readonly plainKey: string
  /** The image; absent when its bytes may not be had and a stored caption was found by its address. */
  readonly image?: Image
  /** That stored caption. */
  readonly stored?: Caption
}

/** What identifying an image takes. */
export interface IdentifySettings {
  readonly images: ImageLibrary
  readonly captions: CaptionStore
  readonly base: string
  readonly language: string
  readonly contextKey: 'image' | 'page'
  readonly isExcluded: (name: string) => boolean
}

/** Finds out which image a use shows. An image that cannot be used gives an outcome instead; nothing is thrown for it. */
export async function identify(use: ImageUse, settings: IdentifySettings): Promise<Subject | Outcome> {
  if (use.tiny) return left(use, 'too-small', 'is declared one pixel wide or high; write alt="" for it')
  if (use.sources.length === 0) return left(use, 'no-source', 'has no source; give it a `src`')
  const language = (use.lang && reduceLanguage(use.lang)) || settings.language
  let firstError: unknown
  for (const source of use.sources) {
    const address = settings.images.addressOf(source, use.page)
    if (settings.isExcluded(address.kind === 'remote' ? address.url : address.name)) {
      return { kind: 'left', reason: 'excluded', image: source, message: `${source} is excluded by the options.` }
    }
    if (address.kind === 'remote') {
      const found = await settings.captions.findByFile(address.url, language)
      if (found) {
        const { key, caption: stored } = found
        return { use, name: address.url, language, key, plainKey: key, stored }
      }
    }
    try {
      return subjectOf(use, await settings.images.find(source, use.page), language, settings)
    } catch (error) {
      firstError ??= error
    }
  }
  if (!ImageError.isInstance(firstError)) throw firstError
  return { kind: 'left', reason: firstError.code, image: use.sources[0] ?? '', message: firstError.message }
}

function subjectOf(use: ImageUse, image: Image, language: string, settings: IdentifySettings): Subject {
  const { digest, name } = image
  const plainKey = captionKey({ digest, language })
  const { href } = use.purpose.kind === 'link' ? use.purpose : { href: undefined }
  const target = href === undefined ? undefined : linkTarget(href, sitePath(use.page), settings.base)
  if (target !== undefined) {
    return { use, image, name, language, target, plainKey, key: captionKey({ digest, language, link: target }) }
  }
  if (settings.contextKey === 'page') {
    return { use, image, name, language, plainKey, key: captionKey({ digest, language, page: use.page.name }) }
  }
  return { use, image, name, language, plainKey, key: plainKey }
}

function left(use: ImageUse, reason: 'too-small' | 'no-source', what: string): Outcome {
  const image = use.sources[0] ?? `<${use.element}>`
  return { kind: 'left', reason, image, message: `${image} ${what}.` }
}
