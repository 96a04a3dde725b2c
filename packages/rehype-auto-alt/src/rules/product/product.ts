/** A product as structured data of a page describes it. */
export interface Product {
  readonly name: string
  readonly brand?: string
  readonly color?: string
  readonly material?: string
  /** Addresses of its pictures. */
  readonly images: readonly string[]
}

/** Most UTF-16 code units of one property. */
const longest = 150

/** Most lists and things in each other that lead to one property. */
const deepest = 4

/** Reads a product's properties as schema.org names them; `undefined` for one without a name. */
export function productFrom(record: Readonly<Record<string, unknown>>): Product | undefined {
  const name = textOf(record['name'])
  if (name === undefined) return undefined
  const brand = textOf(record['brand'])
  const color = textOf(record['color'] ?? record['colour'])
  const material = textOf(record['material'])
  const images = [record['image'], record['images']].flatMap((one) => addressesIn(one, 0))
  return {
    name,
    ...(brand !== undefined && { brand }),
    ...(color !== undefined && { color }),
    ...(material !== undefined && { material }),
    images: [...new Set(images)].slice(0, 100)
  }
}

/** What goes along with an image of a product: its name first. */
export function productText({ brand, color, material, name }: Omit<Product, 'images'>): string {
  const more = [
    brand !== undefined && brand !== name && `brand: ${brand}`,
    color !== undefined && `colour: ${color}`,
    material !== undefined && `material: ${material}`
  ]
  return [name, ...more].filter((part) => part !== false).join('; ')
}

/**
 * The one product that an image is a picture of: its data names the same file, be it in another size or format.
 * `undefined` where none does, or several do.
 *
 * @param sources Addresses of the image.
 */
export function productOf(sources: readonly string[], products: readonly Product[]): Product | undefined {
  const byPath = products.filter(({ images }) =>
    images.some((image) => sources.some((source) => isSamePath(source, image)))
  )
  const own =
    byPath.length > 0
      ? byPath
      : products.filter(({ images }) =>
          images.some((image) => sources.some((source) => isSameFile(source, image)))
        )
  const texts = new Set(own.map(productText))
  return texts.size === 1 ? own[0] : undefined
}

/** One path ends with the whole of the other, which has a folder in it. */
function isSamePath(one: string, other: string): boolean {
  const [first, second] = [pathOf(one), pathOf(other)]
  const [long, short] = first.length < second.length ? [second, first] : [first, second]
  return short.includes('/') && `/${long}`.endsWith(`/${short}`)
}

function isSameFile(one: string, other: string): boolean {
  const name = nameOf(one)
  return /\p{L}{3}/u.test(name) && name === nameOf(other)
}

function pathOf(address: string): string {
  return address
    .replace(/[?#].*$/su, '')
    .replace(/^[a-z][a-z\d+.-]*:\/\/[^/]*/iu, '')
    .replace(/^(?:\.{0,2}\/)+/u, '')
}

/** What a bundler adds to a name: eight letters and digits, with capitals or figures. */
const digest = /[-._](?=[\w-]*\d|[\w-]*[a-z][A-Z])[\w-]{8}(?:_[\w-]{4,8})?$/u
/** Sizes in a name that cannot be anything else: a number alone may be a model's. */
const size =
  /(?:[-_@.](?:\d+x\d*|x\d+|\d+w|x?small|medium|x?large|thumb(?:nail)?|preview|mobile|desktop|tablet|scaled))+$/iu

/** Most UTF-16 code units of a file's name. */
const longestName = 500

/** File name without extension, size and digest. */
function nameOf(address: string): string {
  if (/^\s*data:/iu.test(address)) return ''
  const stem = pathOf(address)
    .replace(/^.*\//su, '')
    .replace(/\.[^.]*$/u, '')
  if (stem.length > longestName) return ''
  // A size is no digest ("backpack_200x200"), and stands before one or behind it.
  return stem.replace(size, '').replace(digest, '').replace(size, '').toLowerCase()
}

function textOf(value: unknown, depth = 0): string | undefined {
  if (depth > deepest) return undefined
  if (Array.isArray(value)) return textOf(value[0], depth + 1)
  if (typeof value === 'object' && value !== null) {
    const record: { readonly name?: unknown; readonly '@value'?: unknown } = value
    return textOf(record.name ?? record['@value'], depth + 1)
  }
  const text = typeof value === 'string' ? value.replace(/\s+/gu, ' ').trim() : ''
  return text === '' || /^https?:/iu.test(text) ? undefined : text.slice(0, longest)
}

function addressesIn(value: unknown, depth: number): string[] {
  if (typeof value === 'string') return value.trim() === '' ? [] : [value.trim()]
  if (depth > deepest) return []
  if (Array.isArray(value)) return value.slice(0, 100).flatMap((one) => addressesIn(one, depth + 1))
  if (typeof value !== 'object' || value === null) return []
  const image: { readonly url?: unknown; readonly contentUrl?: unknown; readonly src?: unknown } = value
  return [image.url, image.contentUrl, image.src].flatMap((one) =>
    typeof one === 'string' ? addressesIn(one, depth) : []
  )
}
