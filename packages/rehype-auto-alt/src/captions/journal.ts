import { randomBytes } from 'node:crypto'
import { closeSync, constants, mkdirSync, openSync, writeFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { CaptionChange } from './caption-change.ts'
import { recordFields } from './caption-record.ts'
import { thisProcess } from './process-identity.ts'

/**
 * What one process has to say about one captions file until that file is rewritten: a line per change, only ever
 * added to. Its first line names the process and the captions file, since projects may share a cache folder.
 */
export class Journal {
  /** Absolute path of the journal. */
  readonly path: string
  readonly #folder: string
  readonly #header: string
  #isBegun = false
  #failure: Error | undefined

  /**
   * @param folder Absolute path of the cache folder; created with the first line.
   * @param captions The captions file, as `captionsNameIn` names it.
   */
  constructor(folder: string, captions: string) {
    this.path = join(folder, `journal-${process.pid}-${randomBytes(6).toString('hex')}.jsonl`)
    this.#folder = folder
    this.#header = JSON.stringify({ journal: 1, captions, time: Date.now(), ...thisProcess() })
  }

  /**
   * When this returns, the line is in the file: it survives the end of the process, however sudden. Not that of the
   * machine, which would take an fsync for each line. After a line that could not be written, none is any more.
   *
   * Written synchronously: an asynchronous write would queue behind the pictures that are being scaled down.
   */
  append({ key, seen, record }: CaptionChange): void {
    if (this.#failure) throw this.#failure
    const line = JSON.stringify({ key, seen, record: record && Object.fromEntries(recordFields(record)) })
    try {
      this.#add(`${line}\n`)
    } catch (error) {
      // Part of a line may stand there now, and the next one would be added to it.
      this.#failure = error as Error
      throw error
    }
  }

  /** Deletes the journal, once its content is elsewhere. */
  async remove(): Promise<void> {
    await rm(this.path, { force: true })
  }

  /** The file is not kept open: whoever has set a caption need not say when he is done. */
  #add(line: string): void {
    if (this.#isBegun) {
      // Without O_CREAT: a journal that was deleted under our hands would go on without its header.
      const file = openSync(this.path, constants.O_WRONLY | constants.O_APPEND)
      try {
        writeFileSync(file, line)
      } finally {
        closeSync(file)
      }
      return
    }
    mkdirSync(this.#folder, { recursive: true })
    writeFileSync(this.path, `${this.#header}\n${line}`, { flag: 'wx' })
    this.#isBegun = true
  }
}
