/** A text that is not JSON. */
export class JsonFault extends Error {
  /** Where, in UTF-16 code units from 0. */
  readonly offset: number

  constructor(offset: number, reason: string) {
    super(reason)
    this.offset = offset
  }
}

/** An object that has the same key twice, as a careless merge leaves it: readers silently take one of the two. */
export class DuplicateKey extends JsonFault {
  readonly key: string

  constructor(offset: number, key: string) {
    super(offset, `the key ${JSON.stringify(key)} stands here a second time`)
    this.key = key
  }
}

/** Called for each key of each object; `path` holds the keys down to it and changes after the call. */
export type KeyVisitor = (path: readonly string[], offset: number) => void

const deepest = 100
const space = /[ \t\r\n]*/uy
const plain = /[^"\\\u0000-\u001F]*/uy
const scalar = /(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)(?![\w.+-])/uy
const escape = /\\(?:["\\/bfnrt]|u[\dA-Fa-f]{4})/uy

/**
 * Walks over a JSON text for what `JSON.parse` does not tell: where a fault is, where a key stands, and that a key
 * stands twice. Throws a `JsonFault`.
 */
export function scanJson(text: string, onKey?: KeyVisitor): void {
  const path: string[] = []
  let at = 0

  scanSpace()
  scanValue(0)
  scanSpace()
  if (at < text.length) throw new JsonFault(at, 'text follows the end of the JSON value')

  function scanValue(depth: number): void {
    if (depth > deepest) throw new JsonFault(at, `is nested more than ${deepest} levels deep`)
    const character = text[at]
    if (character === '{') scanObject(depth)
    else if (character === '[') scanArray(depth)
    else if (character === '"') scanString()
    else if (!skip(scalar)) throw new JsonFault(at, `expected a value but found ${found()}`)
  }

  function scanObject(depth: number): void {
    const keys = new Set<string>()
    scanItems('}', () => {
      const offset = at
      if (text[at] !== '"') throw new JsonFault(at, `expected a key in double quotes but found ${found()}`)
      const key = scanString()
      if (keys.has(key)) throw new DuplicateKey(offset, key)
      keys.add(key)
      path.push(key)
      onKey?.(path, offset)
      scanSpace()
      if (text[at] !== ':') throw new JsonFault(at, `expected ":" but found ${found()}`)
      at++
      scanSpace()
      scanValue(depth + 1)
      path.pop()
    })
  }

  function scanArray(depth: number): void {
    scanItems(']', () => scanValue(depth + 1))
  }

  function scanItems(end: '}' | ']', scanItem: () => void): void {
    at++
    scanSpace()
    if (text[at] === end) {
      at++
      return
    }
    for (;;) {
      scanItem()
      scanSpace()
      if (text[at] === end) break
      if (text[at] !== ',') throw new JsonFault(at, `expected "," or "${end}" but found ${found()}`)
      at++
      scanSpace()
    }
    at++
  }

  function scanString(): string {
    const start = at
    at++
    let hasEscapes = false
    for (skip(plain); text[at] !== '"'; skip(plain)) {
      if (at >= text.length) throw new JsonFault(start, 'a text in double quotes does not end')
      if (text[at] !== '\\') throw new JsonFault(at, 'a text in double quotes holds a line break or tab')
      if (!skip(escape)) throw new JsonFault(at, 'a backslash is followed by something that is no escape')
      hasEscapes = true
    }
    at++
    return hasEscapes ? (JSON.parse(text.slice(start, at)) as string) : text.slice(start + 1, at - 1)
  }

  function scanSpace(): void {
    skip(space)
  }

  function skip(pattern: RegExp): boolean {
    pattern.lastIndex = at
    if (!pattern.test(text)) return false
    at = pattern.lastIndex
    return true
  }

  function found(): string {
    return at < text.length
      ? JSON.stringify(String.fromCodePoint(text.codePointAt(at) ?? 0))
      : 'the end of the file'
  }
}
