import type { VFile } from 'vfile'

import { asRecord, frontMatter } from '../files/front-matter.ts'
import { firstWords } from '../html/excerpt.ts'
import { type Product, productFrom } from '../rules/product/product.ts'
import type { PageFacts } from './find-in-tree.ts'

/**
 * What frontmatter says, wherever the pipeline keeps it: `vfile-matter`, Astro, `file.data.frontmatter`; else as it
 * stands at the top of the text.
 */
export async function pageFacts(file: VFile): Promise<PageFacts> {
  const { astro, frontmatter, matter } = file.data as Record<string, unknown>
  const record = [matter, asRecord(astro)?.['frontmatter'], frontmatter]
    .map(asRecord)
    .find((each) => each !== undefined)
  return record ? factsFrom(record) : await factsInText(String(file))
}

/** What a page says about itself in the YAML at the top of its text; nothing where that does not parse. */
export async function factsInText(text: string): Promise<PageFacts> {
  return factsFrom((await frontMatter(text)) ?? {})
}

function factsFrom(record: Readonly<Record<string, unknown>>): PageFacts {
  const { description, excerpt, lang, language, locale, summary, title } = record
  const tag = [lang, language, locale].find((value) => typeof value === 'string' && value !== '')
  return {
    ...(typeof title === 'string' && title !== '' && { title }),
    ...(typeof tag === 'string' && { lang: tag }),
    ...descriptionFrom([description, summary, excerpt]),
    ...productsFrom(record),
    ...groundsFrom(record)
  }
}

const mostGrounds = 1500

/** All that frontmatter says in words: authors, tags, places. A name may stand in an identifier, as `jane-doe`. */
function groundsFrom(record: Readonly<Record<string, unknown>>): Pick<PageFacts, 'grounds'> {
  const words: string[] = []
  let length = 0
  const gather = (value: unknown, depth: number): void => {
    if (length > mostGrounds || depth === 0) return
    if (typeof value === 'string') {
      words.push(firstWords(value))
      length += value.length
    } else if (typeof value === 'object' && value !== null) {
      for (const member of Object.values(value)) gather(member, depth - 1)
    }
  }
  gather(record, 4)
  const grounds = words.join('\n').slice(0, mostGrounds)
  return grounds.trim() === '' ? {} : { grounds }
}

function descriptionFrom(values: readonly unknown[]): Pick<PageFacts, 'description'> {
  const said = values.map((value) => (typeof value === 'string' ? firstWords(value) : ''))
  const description = said.find((text) => text !== '')
  return description === undefined ? {} : { description }
}

/** The product of a product's page, by its name or as schema.org describes it, with the pictures that the page names. */
function productsFrom(record: Readonly<Record<string, unknown>>): Pick<PageFacts, 'products'> {
  const { cover, hero, image, images, product: given } = record
  const own = typeof given === 'string' ? { name: given } : asRecord(given)
  const pictures = [own?.['image'], own?.['images'], image, images, cover, hero]
  const product: Product | undefined =
    own && productFrom({ ...own, images: undefined, image: pictures.flat() })
  return product ? { products: [product] } : {}
}
