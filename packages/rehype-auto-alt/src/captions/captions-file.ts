import { mkdir, rm } from 'node:fs/promises'
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path'
import { CaptionsError } from '../errors/captions-error.ts'
import { cacheFolder } from './cache-folder.ts'
import { addChange, applyChange, type CaptionChange } from './caption-change.ts'
import { CaptionIndex } from './caption-index.ts'
import { type CaptionRecord, recordFingerprint } from './caption-record.ts'
import type { CaptionStore } from './caption-store.ts'
import type { Caption } from './caption.ts'
import { isCaptionKeyText, printCaptions } from './captions-json.ts'
import { checkedRecord } from './checked-record.ts'
import { captionOf } from './effective-caption.ts'
import { withFileLock } from './file-lock.ts'
import { Journal } from './journal.ts'
import { readCaptions } from './read-captions.ts'
import { captionsNameIn, type FoundJournal, readJournals } from './read-journals.ts'
import { realPath } from './real-path.ts'
import { removeAbandoned, writeAtomically } from './write-atomically.ts'

/** Where a captions file and its journals are. */
export interface CaptionsFileOptions {
  /** Project root: relative paths resolve against it. Default: the working directory. */
  readonly root?: string
  /** Folder of the journals. Default: `cacheFolder(root)`. */
  readonly cacheDir?: string
  /** Write nothing: `set` and `delete` last as long as this object, `flush` does nothing. Default `false`. */
  readonly readOnly?: boolean
}

/**
 * The committed captions file with the journals beside it.
 *
 * It is read once, at first use, and not kept open. A change goes into this process's journal at once and into the
 * file at `flush`, which reads the file afresh under a lock: what other processes wrote meanwhile stays, what a
 * person wrote meanwhile wins. Journals that dead processes left behind are read along and brought in by the next
 * `flush`. A file that does not exist is an empty store.
 */
export class CaptionsFile implements CaptionStore {
  readonly location: string
  readonly #path: string
  readonly #cacheDir: string
  readonly #isReadOnly: boolean
  /** The file, as last read. */
  #records: ReadonlyMap<string, CaptionRecord> = new Map()
  /** The file with all changes that are known. */
  #view = new Map<string, CaptionRecord>()
  #index: CaptionIndex | undefined
  /** Changes made here that are not in the file yet. */
  #changes = new Map<string, CaptionChange>()
  #journal: Journal | undefined
  /** Journals of ours that get no further line; their changes are in `#changes` until the file has them. */
  #closedJournals: Journal[] = []
  #loading: Promise<void> | undefined
  #flushing: Promise<void> = Promise.resolve()

  /** @param file Path of the captions file. */
  constructor(file: string, { root = process.cwd(), cacheDir, readOnly = false }: CaptionsFileOptions = {}) {
    this.#path = resolve(root, file)
    this.#cacheDir = cacheDir === undefined ? cacheFolder(root) : resolve(root, cacheDir)
    this.#isReadOnly = readOnly
    const fromRoot = relative(resolve(root), this.#path)
    const isInside = fromRoot !== '' && !fromRoot.startsWith('..') && !isAbsolute(fromRoot)
    this.location = isInside ? fromRoot.split(sep).join('/') : this.#path
  }

  async get(key: string): Promise<Caption | undefined> {
    await this.#load()
    const record = this.#view.get(key)
    return record && captionOf(record)
  }

  async findByFile(file: string, language: string): Promise<{ key: string; caption: Caption } | undefined> {
    const key = (await this.#loadIndex()).keyOfFile(file, language)
    const caption = key === undefined ? undefined : await this.get(key)
    return key !== undefined && caption ? { key, caption } : undefined
  }

  async keysStartingWith(prefix: string): Promise<readonly string[]> {
    return (await this.#loadIndex()).keysStartingWith(prefix)
  }

  /** Throws a `CaptionsError` for a key or caption that the file cannot hold, or when the journal cannot be written. */
  async set(key: string, caption: Caption): Promise<void> {
    await this.#load()
    if (!isCaptionKeyText(key))
      throw new CaptionsError(this.location, `${JSON.stringify(key)} is no key of a caption.`)
    this.#change(key, checkedRecord(this.location, key, caption, this.#view.get(key)))
  }

  /** Removes a caption. Resolves to whether it was there. */
  async delete(key: string): Promise<boolean> {
    await this.#load()
    if (!this.#view.has(key)) return false
    this.#change(key, null)
    return true
  }

  /** Does nothing to the file when there is nothing new. */
  flush(): Promise<void> {
    const flushed = this.#flushing.then(() => this.#flush())
    this.#flushing = flushed.catch(() => undefined)
    return flushed
  }

  /** Flushes: nothing is held open. */
  close(): Promise<void> {
    return this.flush()
  }

  #load(): Promise<void> {
    this.#loading ??= this.#read()
    return this.#loading
  }

  async #read(): Promise<void> {
    const { records } = await readCaptions(this.#path, this.location)
    this.#show(records, await this.#othersJournals())
  }

  #show(records: ReadonlyMap<string, CaptionRecord>, journals: readonly FoundJournal[]): void {
    this.#records = records
    this.#view = new Map(records)
    this.#index = undefined
    for (const { changes } of journals) for (const change of changes) applyChange(this.#view, change)
    for (const change of this.#changes.values()) applyChange(this.#view, change)
  }

  async #loadIndex(): Promise<CaptionIndex> {
    await this.#load()
    this.#index ??= new CaptionIndex([...this.#view].map(([key, { files = [] }]) => [key, files]))
    return this.#index
  }

  #change(key: string, record: CaptionRecord | null): void {
    const seen = [recordFingerprint(this.#records.get(key)), recordFingerprint(this.#view.get(key))]
    const change = { key, seen, record }
    if (record) {
      this.#view.set(key, record)
      this.#index?.add(key, record.files ?? [])
    } else {
      this.#view.delete(key)
      this.#index?.remove(key)
    }
    if (this.#isReadOnly) return
    addChange(this.#changes, change)
    this.#append(this.#changes.get(key) ?? change)
  }

  #append(change: CaptionChange): void {
    const journal = (this.#journal ??= new Journal(
      this.#cacheDir,
      captionsNameIn(this.#cacheDir, this.#path)
    ))
    try {
      journal.append(change)
    } catch (error) {
      if (this.#journal === journal) this.#closeJournal()
      throw this.#writingError(`the journal in ${this.#cacheDir}`, error)
    }
  }

  #closeJournal(): void {
    if (this.#journal) this.#closedJournals.push(this.#journal)
    this.#journal = undefined
  }

  async #flush(): Promise<void> {
    if (this.#isReadOnly) return
    await this.#load()
    const hasOrphans = (await this.#othersJournals()).some(({ isOrphan }) => isOrphan)
    if (this.#changes.size === 0 && !hasOrphans) return
    const changes = this.#changes
    this.#changes = new Map()
    this.#closeJournal()
    try {
      await this.#rewrite(changes)
    } catch (error) {
      const later = this.#changes
      this.#changes = changes
      for (const change of later.values()) addChange(this.#changes, change)
      throw CaptionsError.isInstance(error)
        ? error
        : this.#writingError(`the captions file ${this.location}`, error)
    }
  }

  async #rewrite(changes: ReadonlyMap<string, CaptionChange>): Promise<void> {
    const path = realPath(this.#path)
    await mkdir(dirname(path), { recursive: true })
    await withFileLock(join(dirname(path), `.${basename(path)}.lock`), async () => {
      await removeAbandoned(path)
      const document = await readCaptions(path, this.location)
      const journals = await this.#othersJournals()
      const orphans = journals.filter(({ isOrphan }) => isOrphan)
      const records = new Map(document.records)
      const all = [...orphans.flatMap((orphan) => orphan.changes), ...changes.values()]
      const isChanged = all.map((change) => applyChange(records, change)).includes(true)
      if (isChanged) await writeAtomically(path, printCaptions({ ...document, records }))
      const spent = this.#closedJournals.splice(0)
      for (const journal of spent) await journal.remove()
      for (const orphan of orphans) await rm(orphan.path, { force: true })
      this.#show(
        records,
        journals.filter(({ isOrphan }) => !isOrphan)
      )
    })
  }

  async #othersJournals(): Promise<readonly FoundJournal[]> {
    const own = [this.#journal, ...this.#closedJournals].map((journal) => journal?.path)
    return (await readJournals(this.#cacheDir, this.#path)).filter(({ path }) => !own.includes(path))
  }

  #writingError(what: string, cause: unknown): CaptionsError {
    const { code = String(cause) } = cause as NodeJS.ErrnoException
    const message = `Cannot write ${what} (${code}). Check the free space and the permissions of its folder.`
    return new CaptionsError(this.location, message, { cause })
  }
}
