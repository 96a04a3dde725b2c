import type { ParserOptions } from '@babel/parser'

import { isBlank } from '../../rules/blank.ts'
import type { Patch } from '../patch.ts'
import type { Range } from '../tokenize.ts'

/** An `ImageObject` of structured data that has no caption. */
export interface NamelessObject extends Range {
  readonly addresses: readonly string[]
  /** Gives it a caption: the smallest change of the text. */
  patch(caption: string): Patch
}

type Parsed = ReturnType<(typeof import('@babel/parser'))['parseExpression']>
type Property = Extract<
  Extract<Parsed, { type: 'ObjectExpression' }>['properties'][number],
  { type: 'ObjectProperty' }
>
type Element = NonNullable<Extract<Parsed, { type: 'ArrayExpression' }>['elements'][number]>
type Node = Parsed | Element | Property['value']

/** A member of an object, by where its name and its value stand. */
interface Member {
  readonly key: Range
  readonly value: Property['value']
}

const withoutComments: ParserOptions = { attachComment: false }

/** Most UTF-16 code units of a script that is read. */
const longest = 256 * 1024

/** Finds the pictures of JSON-LD that have no caption, in their order. None where the text is no JSON, or too long. */
export async function namelessObjects(json: string): Promise<NamelessObject[]> {
  if (json.length > longest || !json.includes('ImageObject') || !isJson(json)) return []
  // JSON is JavaScript, and that parser tells where everything stands.
  const { parseExpression } = await import('@babel/parser')
  const found: NamelessObject[] = []
  try {
    visit(parseExpression(json, withoutComments), (members) => {
      const object = namelessObject(members, json)
      if (object) found.push(object)
    })
  } catch {
    // Nested deeper than anybody means it.
    return []
  }
  return found
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

function visit(node: Node, onObject: (members: ReadonlyMap<string, Member>) => void): void {
  if (node.type === 'ArrayExpression') {
    for (const element of node.elements) if (element) visit(element, onObject)
  } else if (node.type === 'ObjectExpression') {
    const members = new Map<string, Member>()
    for (const property of node.properties) {
      if (property.type !== 'ObjectProperty' || property.key.type !== 'StringLiteral') continue
      members.set(property.key.value, { key: rangeOf(property.key), value: property.value })
    }
    onObject(members)
    for (const { value } of members.values()) visit(value, onObject)
  }
}

function namelessObject(members: ReadonlyMap<string, Member>, json: string): NamelessObject | undefined {
  const caption = members.get('caption')
  if (!isImageObject(members.get('@type')?.value) || (caption && textOf(caption.value)?.trim() !== ''))
    return undefined
  const named = ['url', 'contentUrl'].flatMap((name) => members.get(name) ?? [])
  const addresses = named.flatMap(({ value }) => textOf(value) ?? []).filter((address) => !isBlank(address))
  const [first] = named
  if (!first || addresses.length === 0) return undefined
  const { end } = rangeOf(first.value)
  return {
    start: first.key.start,
    end,
    addresses,
    patch: (words) =>
      caption
        ? { ...rangeOf(caption.value), text: jsonText(words) }
        : {
            start: end,
            end,
            text: `,${spaceBefore(first, json)}"caption"${colonOf(first, json)}${jsonText(words)}`
          }
  }
}

function isImageObject(type: Node | undefined): boolean {
  if (type?.type === 'ArrayExpression')
    return type.elements.some((element) => element !== null && isImageObject(element))
  const name = type && textOf(type)
  return name !== undefined && /^(?:schema:|https?:\/\/schema\.org\/)?ImageObject$/u.test(name)
}

function textOf(node: Node): string | undefined {
  return node.type === 'StringLiteral' ? node.value : undefined
}

function rangeOf({ end, start }: { readonly start?: number | null; readonly end?: number | null }): Range {
  return { start: start ?? 0, end: end ?? 0 }
}

/** The line break and indentation, or the space, that the member stands behind. */
function spaceBefore({ key }: Member, json: string): string {
  const before = json.slice(0, key.start)
  return before.slice(before.trimEnd().length)
}

function colonOf({ key, value }: Member, json: string): string {
  return json.slice(key.end, rangeOf(value).start)
}

/** As a text of JSON inside a `script` element, which `</script` would end and `<!--` would confuse. */
function jsonText(words: string): string {
  return JSON.stringify(words).replaceAll('<', '\\u003c')
}
