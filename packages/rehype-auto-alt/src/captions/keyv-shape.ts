import type { CaptionStore } from './caption-store.ts'
import type { ErrorEmitter } from './store-errors.ts'

/** What captions need of a Keyv instance; majors 5 and 6 both have it. */
export interface KeyvLike extends ErrorEmitter {
  get(key: string): Promise<unknown>
  /** The value in its envelope. Unlike `get`, Keyv 5 lets errors through here. */
  getRaw?(key: string): Promise<unknown>
  set(key: string, value: unknown): Promise<unknown>
  /** Absent in Keyv 5 for a store that cannot list its keys. */
  iterator?(): AsyncIterable<unknown>
  disconnect?(): Promise<unknown>
}

/** A store that somebody handed over, told by its shape: it may come from another copy of its package. */
export type FoundStore =
  | { readonly kind: 'captions'; readonly store: CaptionStore }
  | { readonly kind: 'keyv'; readonly store: KeyvLike }
  /** A storage adapter, or a `Map`. */
  | { readonly kind: 'adapter'; readonly store: object }

/** What kind of store a value is; `undefined` for one that is none. */
export function storeIn(value: object): FoundStore | undefined {
  if (hasMethods(value, ['get', 'set', 'flush', 'findByFile', 'keysStartingWith'])) {
    return { kind: 'captions', store: value as CaptionStore }
  }
  const { stats, store } = value as { stats?: unknown; store?: unknown }
  const { captionStore } = innermostStore(value) as { captionStore?: CaptionStore }
  // A captions file as adapter, under whatever Keyv: the file itself can do more.
  if (captionStore) return { kind: 'captions', store: captionStore }
  if (!hasMethods(value, ['get', 'set', 'delete', 'clear'])) return undefined
  // Adapters that wrap another store have `store` as well; statistics are kept by instances only.
  if (isObject(store) && isObject(stats)) return { kind: 'keyv', store: value as KeyvLike }
  return { kind: 'adapter', store: value }
}

/** Names a store in messages: the class of its innermost adapter and, where it has one, its address. */
export function storeName(value: object): string {
  const innermost = innermostStore(value)
  const { opts } = innermost as { opts?: unknown }
  const { url, uri } = (isObject(opts) ? opts : {}) as { url?: unknown; uri?: unknown }
  const address = [url, uri].find((text) => typeof text === 'string')
  const name = innermost.constructor?.name || 'Keyv'
  return address === undefined ? `${name} store` : `${name} store at ${address}`
}

function innermostStore(value: object): object {
  let innermost = value
  for (let depth = 0; depth < 5; depth++) {
    const { store } = innermost as { store?: unknown }
    if (!isObject(store)) break
    innermost = store
  }
  return innermost
}

function hasMethods(value: object, names: readonly string[]): boolean {
  return names.every((name) => typeof (value as Record<string, unknown>)[name] === 'function')
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}
