import type { AutoAlt } from '../../captioner/create-auto-alt.ts'
import type { Outcome } from '../../captioner/outcome.ts'
import { bareUse } from '../../rules/bare-use.ts'
import type { ImageUse, Page } from '../../rules/image-use.ts'
import type { Patch } from '../patch.ts'
import { type SocialImage, type SocialImages, findSocialImages } from './find-social.ts'

/** A picture that a page hands to other sites, with the words that are stored for it. */
export interface SocialWords<Image> {
  readonly image: Image
  readonly alt: string
}

/**
 * Looks up the words of pictures that a page hands to other sites. Nobody is asked for any: a picture has words where
 * its caption is stored, or stands beside or in its file.
 */
export async function socialWords<Image extends SocialImage<unknown>>(
  { images, lang }: SocialImages<Image>,
  page: Page,
  autoAlt: Pick<AutoAlt, 'captionAll'>
): Promise<SocialWords<Image>[]> {
  if (images.length === 0) return []
  const uses = images.map((image) => useOfSocial(image, page, lang))
  const outcomes = await autoAlt.captionAll(uses, { isSocial: true })
  return images.flatMap((image, index) => {
    const alt = wordsOf(outcomes[index])
    return alt === undefined ? [] : [{ image, alt }]
  })
}

/** A picture for other sites as a use of that picture. */
export function useOfSocial(
  { sources }: Pick<SocialImage<unknown>, 'sources'>,
  page: Page,
  lang: string | undefined
): ImageUse {
  return bareUse({ page, element: 'meta', sources, lang })
}

/** The pictures that a page of HTML hands to other sites without words, as uses of them. */
export async function socialUses(html: string, page: Page): Promise<ImageUse[]> {
  const { images, lang } = await findSocialImages(html)
  return images.map((image) => useOfSocial(image, page, lang))
}

/**
 * What has to change in a page of HTML so that the pictures that it hands to other sites have their words. Without the
 * option `social` they stay as they are: looking them up has counted them.
 *
 * @param outcomes What became of its `socialUses`, in their order.
 */
export async function socialPatches(
  html: string,
  outcomes: readonly (Outcome | undefined)[],
  { social }: { readonly social: boolean }
): Promise<Patch[]> {
  if (!social || outcomes.every((outcome) => wordsOf(outcome) === undefined)) return []
  const { images } = await findSocialImages(html)
  return images.flatMap((image, index) => {
    const alt = wordsOf(outcomes[index])
    return alt === undefined ? [] : [image.write(alt)]
  })
}

function wordsOf(outcome: Outcome | undefined): string | undefined {
  return outcome?.kind === 'filled' && outcome.alt !== '' ? outcome.alt : undefined
}
