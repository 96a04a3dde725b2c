import type { KeyvStorageAdapter, KeyvStorageCapability, KeyvStorageEntry } from 'keyv'
import { CaptionsError } from '../errors/captions-error.ts'
import { captionSum } from './caption-sum.ts'
import type { Caption } from './caption.ts'
import type { CaptionsFile } from './captions-file.ts'
import { givenCaption } from './checked-record.ts'

/** What Keyv hands to a storage adapter, and takes from it, when serialization is off. */
export interface CaptionEnvelope {
  /** With its checksum, so that a change of the text is noticed when it is set again. */
  readonly value: Caption & { readonly sum: string }
}

type KeyvMethods = Pick<
  KeyvStorageAdapter,
  | 'capabilities'
  | 'namespace'
  | 'has'
  | 'hasMany'
  | 'set'
  | 'setMany'
  | 'delete'
  | 'deleteMany'
  | 'clear'
  | 'disconnect'
>

const method = { exists: true, methodType: 'async' } as const
const methods: KeyvStorageCapability['methods'] = {
  get: method,
  getMany: method,
  has: method,
  hasMany: method,
  set: method,
  setMany: method,
  delete: method,
  deleteMany: method,
  clear: method,
  disconnect: method,
  iterator: method
}

/**
 * A captions file as a storage adapter of Keyv 6:
 * `new Keyv({ store: new CaptionsFileAdapter(file), serialization: false })`.
 *
 * Values are captions; anything else, a key with an expiry, and a namespace are a `CaptionsError`. What is set is
 * in the journal at once and in the file after `disconnect()`, or `flush()` of the captions file.
 */
export class CaptionsFileAdapter implements KeyvMethods {
  /** The captions file behind it. */
  readonly captionStore: CaptionsFile

  constructor(file: CaptionsFile) {
    this.captionStore = file
  }

  /** Keyv uses an adapter that takes absolute expiry times as it is; this one refuses each of them. */
  get capabilities(): KeyvStorageCapability {
    return { compatible: true, store: 'keyvStorage', expires: true, methods }
  }

  get namespace(): string | undefined {
    return undefined
  }

  /** Throws for any text: the keys of the file are shared by all who use it. */
  set namespace(namespace: string | undefined) {
    if (namespace) throw this.#error('A captions file has no namespaces. Leave the option "namespace" out.')
  }

  async get(key: string): Promise<CaptionEnvelope | undefined> {
    const value = await this.captionStore.get(key)
    return value && { value: { ...value, sum: captionSum(value.alt) } }
  }

  getMany(keys: string[]): Promise<(CaptionEnvelope | undefined)[]> {
    return Promise.all(keys.map((key) => this.get(key)))
  }

  async has(key: string): Promise<boolean> {
    return (await this.captionStore.get(key)) !== undefined
  }

  hasMany(keys: string[]): Promise<boolean[]> {
    return Promise.all(keys.map((key) => this.has(key)))
  }

  async set(key: string, value: unknown, expires?: number): Promise<boolean> {
    await this.captionStore.set(key, this.#captionIn(key, value, expires))
    return true
  }

  /** All or none, as far as the values go. */
  async setMany<Value>(entries: KeyvStorageEntry<Value>[]): Promise<boolean[]> {
    const captions = entries.map(
      ({ key, value, expires }) => [key, this.#captionIn(key, value, expires)] as const
    )
    await Promise.all(captions.map(([key, caption]) => this.captionStore.set(key, caption)))
    return captions.map(() => true)
  }

  delete(key: string): Promise<boolean> {
    return this.captionStore.delete(key)
  }

  deleteMany(keys: string[]): Promise<boolean[]> {
    return Promise.all(keys.map((key) => this.captionStore.delete(key)))
  }

  /** Removes every caption that is known now; one that another process adds meanwhile stays. */
  async clear(): Promise<void> {
    await this.deleteMany([...(await this.captionStore.keysStartingWith(''))])
  }

  async *iterator(): AsyncGenerator<[string, CaptionEnvelope], void> {
    for (const key of await this.captionStore.keysStartingWith('')) {
      const envelope = await this.get(key)
      if (envelope) yield [key, envelope]
    }
  }

  /** Brings everything into the captions file. */
  disconnect(): Promise<void> {
    return this.captionStore.close()
  }

  #captionIn(key: string, value: unknown, expires: number | undefined): Caption {
    if (typeof value === 'string') {
      throw this.#error(
        `The captions file takes values as they are. Create Keyv with "serialization: false".`
      )
    }
    const envelope = value as { value?: unknown; expires?: unknown } | null | undefined
    const isEnvelope =
      typeof envelope === 'object' && envelope !== null && 'value' in envelope && !('alt' in envelope)
    const end = expires ?? (isEnvelope ? envelope.expires : undefined)
    if (end !== undefined && end !== null) {
      throw this.#error(`Captions do not expire, so ${JSON.stringify(key)} was not stored. Leave "ttl" out.`)
    }
    return givenCaption(this.captionStore.location, key, isEnvelope ? envelope.value : value)
  }

  #error(message: string): CaptionsError {
    return new CaptionsError(this.captionStore.location, message)
  }
}
