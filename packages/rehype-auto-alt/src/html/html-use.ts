import type { ImageUse, Page } from '../rules/image-use.ts'
import type { HtmlImage } from './find-images.ts'

/** An image of an HTML page as a use of that image. */
export function useOfHtmlImage(image: HtmlImage, page: Page): ImageUse {
  const { alt, context, element, lang, off, place, purpose, sources, tiny, verdict } = image
  return {
    page,
    place,
    element,
    sources,
    verdict,
    alt,
    purpose,
    context,
    tiny,
    off,
    ...(lang !== undefined && { lang })
  }
}
