import type { AttributeValue } from '../attribute-value.ts'
import type { Purpose } from '../image-use.ts'

const imageFile = /\.(?:png|jpe?g|gif|webp|avif|svg|bmp|tiff?)$/iu

/**
 * What an image is there for when it is the only content of a link.
 *
 * A link to a file of a picture only shows it larger, so the image stays informative. A link that leads nowhere
 * else (`#menu`, `javascript:`, empty, or known at run time only) acts as a button.
 */
export function purposeOfLink(href: AttributeValue): Purpose {
  if (typeof href !== 'string') return { kind: 'button' }
  const target = href.trim()
  if (target === '' || target.startsWith('#') || /^javascript:/iu.test(target)) return { kind: 'button' }
  return isImageAddress(target) ? { kind: 'informative' } : { kind: 'link', href: target }
}

/** True for an address that leads to a file of a picture, by its extension. */
export function isImageAddress(address: string): boolean {
  return imageFile.test(address.replace(/[?#].*$/su, ''))
}
