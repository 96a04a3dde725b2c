import type { ImageUse } from './image-use.ts'

/** What is known of an image where no markup around it was read. */
export type BareUse = Pick<ImageUse, 'page' | 'sources'> &
  Partial<Pick<ImageUse, 'element' | 'purpose'>> & { readonly lang?: string | undefined }

/** A use of an image by itself: without an alternative, informative unless said otherwise, with no words around it. */
export function bareUse({
  element = 'img',
  lang,
  page,
  purpose = { kind: 'informative' },
  sources
}: BareUse): ImageUse {
  return {
    page,
    element,
    sources,
    verdict: 'missing',
    alt: null,
    purpose,
    context: { headings: [] },
    ...(lang !== undefined && { lang }),
    tiny: false,
    off: false
  }
}
