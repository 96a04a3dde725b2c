import { parseCaptionKey } from './caption-key.ts'

/** Finds keys of captions by how they start, and by the files that their records name. */
export class CaptionIndex {
  /** Sorted by code unit. */
  readonly #keys: string[] = []
  readonly #keysByFile = new Map<string, Set<string>>()

  constructor(records: Iterable<readonly [key: string, files: readonly string[]]>) {
    for (const [key, files] of records) {
      this.#keys.push(key)
      this.#addFiles(key, files)
    }
    this.#keys.sort()
  }

  /** Adds a key, or further files of one that is there. */
  add(key: string, files: readonly string[]): void {
    const at = this.#position(key)
    if (this.#keys[at] !== key) this.#keys.splice(at, 0, key)
    this.#addFiles(key, files)
  }

  /** Forgets a key. */
  remove(key: string): void {
    const at = this.#position(key)
    if (this.#keys[at] === key) this.#keys.splice(at, 1)
    for (const keys of this.#keysByFile.values()) keys.delete(key)
  }

  /** Every key that starts with this text, sorted by code unit. */
  keysStartingWith(prefix: string): readonly string[] {
    const start = this.#position(prefix)
    let end = start
    while (this.#keys[end]?.startsWith(prefix)) end++
    return this.#keys.slice(start, end)
  }

  /** The first key of a record that names this file, in this language, without a link part; one without a page part before others. */
  keyOfFile(file: string, language: string): string | undefined {
    const keys = [...(this.#keysByFile.get(file) ?? [])].sort().filter((key) => {
      const parts = parseCaptionKey(key)
      return parts?.language === language && parts.link === undefined
    })
    return keys.find((key) => parseCaptionKey(key)?.page === undefined) ?? keys[0]
  }

  #addFiles(key: string, files: readonly string[]): void {
    for (const file of files) {
      const keys = this.#keysByFile.get(file)
      if (keys) keys.add(key)
      else this.#keysByFile.set(file, new Set([key]))
    }
  }

  #position(key: string): number {
    let [low, high] = [0, this.#keys.length]
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((this.#keys[middle] ?? '') < key) low = middle + 1
      else high = middle
    }
    return low
  }
}
