import type { ImageUse, Page } from '../rules/image-use.ts'
import type { HtmlImage } from './find-images.ts'
import { type FoundImage, placeFacts } from './found-image.ts'

/** An image of an HTML page as a use of that image. */
export function useOfHtmlImage(image: HtmlImage, page: Page): ImageUse {
  return useOfFound(image, page, { place: image.place, end: image.endPlace })
}

/** An image that was found as a use of that image. */
export function useOfFound(
  image: Omit<FoundImage<never>, 'handle'>,
  page: Page,
  places: Required<Pick<ImageUse, 'place' | 'end'>>
): ImageUse {
  const { alt, context, element, lang, off, purpose, sources, tiny, title, verdict } = image
  return {
    page,
    ...places,
    element,
    sources,
    verdict,
    alt,
    purpose,
    context,
    tiny,
    off,
    ...(title !== undefined && { title }),
    ...(lang !== undefined && { lang }),
    ...placeFacts(image)
  }
}
