import { CaptionsError } from '../errors/captions-error.ts'
import { CaptionIndex } from './caption-index.ts'
import { parseCaptionKey } from './caption-key.ts'
import { type CaptionRecord, readRecord, recordFields } from './caption-record.ts'
import type { CaptionStore } from './caption-store.ts'
import type { Caption } from './caption.ts'
import { checkedRecord, storedCaption, storedRecord } from './checked-record.ts'
import { captionOf, mergedFiles } from './effective-caption.ts'
import { hideCredentials } from './hide-credentials.ts'
import type { KeyvLike } from './keyv-shape.ts'
import { StoreErrors } from './store-errors.ts'

interface Connection {
  readonly keyv: KeyvLike
  readonly errors: StoreErrors
}

/**
 * Captions in a shared store, through Keyv. Values are the records of the captions file and are checked like those.
 *
 * `findByFile` and `keysStartingWith` list the store once per run, at their first use; of a store that cannot be
 * listed they know only what was set here. A caption is in the store when `set` resolves: `flush` has nothing to do.
 */
export class KeyvCaptionStore implements CaptionStore {
  readonly location: string
  readonly #open: () => Promise<KeyvLike>
  #connection: Promise<Connection> | undefined
  #index: Promise<CaptionIndex> | undefined
  /** With `readOnly`: what was set here. */
  readonly #unwritten: Map<string, CaptionRecord> | undefined

  /**
   * @param name Names the store in messages; credentials in it are hidden.
   * @param open Makes the Keyv instance, at first use.
   * @param readOnly Write nothing: what is set lasts as long as this object.
   */
  constructor(name: string, open: () => Promise<KeyvLike>, readOnly = false) {
    this.location = hideCredentials(name)
    this.#open = open
    this.#unwritten = readOnly ? new Map() : undefined
  }

  async get(key: string): Promise<Caption | undefined> {
    const unwritten = this.#unwritten?.get(key)
    if (unwritten) return captionOf(unwritten)
    const value = await this.#read(key)
    return value === undefined ? undefined : storedCaption(this.location, key, value)
  }

  async findByFile(file: string, language: string): Promise<{ key: string; caption: Caption } | undefined> {
    const key = (await this.#loadIndex()).keyOfFile(file, language)
    const caption = key === undefined ? undefined : await this.get(key)
    return key !== undefined && caption ? { key, caption } : undefined
  }

  async keysStartingWith(prefix: string): Promise<readonly string[]> {
    return (await this.#loadIndex()).keysStartingWith(prefix)
  }

  async set(key: string, caption: Caption): Promise<void> {
    const former = this.#unwritten ? undefined : await this.#read(key)
    const formerRecord = former === undefined ? undefined : storedRecord(this.location, key, former)
    const record = checkedRecord(this.location, key, caption, formerRecord)
    const files = mergedFiles(formerRecord?.files ?? [], record.files ?? [])
    if (this.#unwritten) this.#unwritten.set(key, record)
    else await this.#write(key, { ...record, files })
    if (this.#index) (await this.#index).add(key, files)
  }

  async flush(): Promise<void> {}

  /** Ends the connection. It is opened anew at the next use. */
  async close(): Promise<void> {
    const connection = this.#connection
    if (!connection) return
    await this.#do(
      ({ keyv }) => keyv.disconnect?.() ?? Promise.resolve(),
      () => true
    )
  }

  async #read(key: string): Promise<unknown> {
    const isMiss = (value: unknown): boolean => value === undefined || value === null
    const value = await this.#do(async ({ keyv }) => {
      if (typeof keyv.getRaw !== 'function') return keyv.get(key)
      const envelope = (await keyv.getRaw(key)) as { value?: unknown } | null | undefined
      return envelope?.value
    }, isMiss)
    return isMiss(value) ? undefined : value
  }

  async #write(key: string, record: CaptionRecord): Promise<void> {
    const isTaken = await this.#do(
      ({ keyv }) => keyv.set(key, Object.fromEntries(recordFields(record))),
      () => true
    )
    if (isTaken === false) throw this.#failure('it did not take the caption')
  }

  #loadIndex(): Promise<CaptionIndex> {
    this.#index ??= this.#list()
    return this.#index
  }

  async #list(): Promise<CaptionIndex> {
    const found = await this.#do(
      async ({ keyv }) => {
        const listed: [string, readonly string[]][] = []
        if (typeof keyv.iterator !== 'function') return listed
        for await (const entry of keyv.iterator()) {
          const [key, value] = entry as [unknown, unknown]
          if (typeof key === 'string' && parseCaptionKey(key)) listed.push([key, filesIn(value)])
        }
        return listed
      },
      () => true
    )
    const unwritten = [...(this.#unwritten ?? [])].map(([key, { files = [] }]) => [key, files] as const)
    const index = new CaptionIndex(found)
    for (const [key, files] of unwritten) index.add(key, files)
    return index
  }

  async #do<T>(work: (connection: Connection) => Promise<T>, hasFailed: (result: T) => boolean): Promise<T> {
    try {
      this.#connection ??= this.#open().then((keyv) => ({ keyv, errors: new StoreErrors(keyv) }))
      const connection = await this.#connection
      return await connection.errors.during(() => work(connection), hasFailed)
    } catch (error) {
      throw CaptionsError.isInstance(error) ? error : this.#failure(reasonOf(error))
    }
  }

  /** Without the original error as cause: it may hold the address with its password. */
  #failure(reason: string): CaptionsError {
    const message = `The captions store does not answer (${this.location}): ${hideCredentials(reason)}.`
    return new CaptionsError(
      this.location,
      `${message} Check that it runs and that its address and password are right.`
    )
  }
}

/** A value that is no caption is reported when it is asked for. */
function filesIn(value: unknown): readonly string[] {
  try {
    return readRecord(value).files ?? []
  } catch {
    return []
  }
}

function reasonOf(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(reasonOf).join(', ')
  return error instanceof Error
    ? error.message || ((error as NodeJS.ErrnoException).code ?? error.name)
    : String(error)
}
