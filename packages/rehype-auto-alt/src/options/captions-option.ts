/** The part of a Keyv instance, or of a Keyv storage adapter, of major 5 or 6 that is used here. */
export interface KeyValueStore {
  get(key: string): unknown
  set(key: string, value: never, ...rest: never[]): unknown
  delete(key: string): unknown
  clear(): unknown
}

/** A path, a Keyv instance or storage adapter told by its shape, or a `Map`. */
export type CaptionsOption = string | KeyValueStore
