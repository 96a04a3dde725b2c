import { createHash } from 'node:crypto'

/** The key of an image that is told by a name. */
export function keyOf(name: string, rest = ':en'): string {
  return createHash('sha256').update(name).digest('hex').slice(0, 32) + rest
}

/** What the nth caption of a writing process says. */
export function nameOf(writer: string, index: number): string {
  return `Caption ${index} of ${writer}`
}
