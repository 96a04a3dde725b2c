import { type Product, productFrom } from './product.ts'

/** Most UTF-16 code units of a script that is read, how deep, and how many of its values. */
const longest = 256 * 1024
const deepest = 12
const mostValues = 20_000

/** The products in JSON-LD, wherever they stand in it. Text that does not parse, or is too long, has none. */
export function productsInJsonLd(text: string): Product[] {
  if (text.length > longest || !text.includes('Product')) return []
  let data: unknown
  try {
    data = JSON.parse(text)
  } catch {
    return []
  }
  const products: Product[] = []
  let values = 0
  const visit = (value: unknown, depth: number): void => {
    if (typeof value !== 'object' || value === null || depth > deepest || ++values > mostValues) return
    const parts: unknown[] = Object.values(value)
    if (!Array.isArray(value) && isProduct('@type' in value ? value['@type'] : undefined)) {
      const product = productFrom(Object.fromEntries(Object.entries(value)))
      if (product) products.push(product)
    }
    for (const part of parts) visit(part, depth + 1)
  }
  visit(data, 0)
  return products
}

/** Whether a type, or one of several, is schema.org's product. */
export function isProduct(type: unknown): boolean {
  if (Array.isArray(type)) return type.some((one) => typeof one === 'string' && isProduct(one))
  return typeof type === 'string' && /(?:^|[/#:])(?:Individual)?Product(?:Group|Model)?$/u.test(type.trim())
}
