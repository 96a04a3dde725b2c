/** What stands in every page that hands a picture to other sites. */
export const socialSigns = ['og:image', 'twitter:image', 'ImageObject'] as const

/** Whether a text can hold pictures for other sites at all. Most pages of most sites are told apart by this alone. */
export function mayHoldSocial(text: string): boolean {
  return socialSigns.some((sign) => text.includes(sign))
}
