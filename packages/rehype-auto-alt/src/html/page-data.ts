import { attributeText } from '../rules/attribute-value.ts'
import type { PageContext } from '../rules/image-use.ts'
import { productsInJsonLd } from '../rules/product/json-ld.ts'
import { type Product, productOf, productText } from '../rules/product/product.ts'
import { firstWords } from './excerpt.ts'
import type { FoundImage } from './found-image.ts'
import type { MarkupSink } from './markup-events.ts'
import { feedHtml } from './tokenize.ts'

/** What a page says about itself as a whole, besides its title. */
export interface PageData {
  readonly description?: string
  /** See `PageContext`. */
  readonly grounds?: string
  readonly products: readonly Product[]
}

/** Adds to the words around images what the page says elsewhere: its description, and the product they show. */
export async function withPageData<Image extends OpenOrNot & { readonly start: number }>(
  html: string,
  images: readonly Image[]
): Promise<Image[]> {
  if (!images.some(isOpen)) return [...images]
  const data: PageData = { ...descriptionIn(html), products: productsIn(html) }
  const marked = /\bitemtype\s*=[^>]{0,500}Product/u.test(html)
    ? (await import('./microdata.ts')).productsInMicrodata(html)
    : undefined
  return images.map((image) => {
    if (!isOpen(image)) return image
    return { ...image, context: contextWith(image.context, image.sources, data, marked?.get(image.start)) }
  })
}

type OpenOrNot = Pick<FoundImage<never>, 'context' | 'off' | 'sources' | 'tiny' | 'verdict'>

function isOpen({ off, tiny, verdict }: OpenOrNot): boolean {
  return verdict === 'missing' && !off && !tiny
}

/** The words around an image with what the page says elsewhere. */
export function contextWith(
  context: PageContext,
  sources: readonly string[],
  { description, grounds, products }: PageData,
  marked?: Product
): PageContext {
  const product = marked ?? (products.length === 0 ? undefined : productOf(sources, products))
  if (description === undefined && grounds === undefined && product === undefined) return context
  return {
    ...context,
    ...(grounds !== undefined && { grounds }),
    ...(description !== undefined && { description }),
    ...(product && { product: firstWords(productText(product)) })
  }
}

/** Of several descriptions the one that is for readers of search results, else the one for other sites. */
export function descriptionOf(
  own: string | undefined,
  social: string | undefined
): Pick<PageData, 'description'> {
  const description = firstWords(own ?? '') || firstWords(social ?? '')
  return description === '' ? {} : { description }
}

/** UTF-16 code units of a page that may be its head. */
const longestHead = 200_000

function descriptionIn(html: string): Pick<PageData, 'description'> {
  const start = html.slice(0, longestHead)
  const end = start.search(/<\/head|<body/iu)
  const head = end === -1 ? start : start.slice(0, end)
  if (!/<meta\b[^>]{0,1000}description/iu.test(head)) return {}
  const found = new Map<string, string>()
  const sink: MarkupSink<undefined> = {
    open({ attributes, name }) {
      if (name !== 'meta') return
      const property = attributeText(attributes.get('name') ?? attributes.get('property'))
      const key = property?.trim().toLowerCase() ?? ''
      if (!found.has(key)) found.set(key, attributeText(attributes.get('content')) ?? '')
    },
    close() {},
    text() {},
    isForeign: () => false,
    doubt() {},
    isSettled: () => false
  }
  feedHtml(head, sink, () => undefined, { components: ['meta'] })
  return descriptionOf(found.get('description'), found.get('og:description'))
}

const jsonLd = /<script\b[^>]{0,1000}?application\/ld\+json[^>]{0,1000}>/giu

/** Scripts of a page that are read, and UTF-16 code units of each. */
const mostScripts = 50
const longestScript = 256 * 1024

/** The products in JSON-LD scripts of some HTML. */
export function productsIn(html: string): Product[] {
  if (!html.includes('ld+json')) return []
  const products: Product[] = []
  let scripts = 0
  for (const { 0: tag, index } of html.matchAll(jsonLd)) {
    if (++scripts > mostScripts) break
    const start = index + tag.length
    const rest = html.slice(start, start + longestScript + 1)
    const end = rest.search(/<\/script/iu)
    if (end !== -1) products.push(...productsInJsonLd(rest.slice(0, end)))
  }
  return products
}
