import { randomBytes } from 'node:crypto'
import { constants } from 'node:fs'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { CaptionChange } from './caption-change.ts'
import { recordFields } from './caption-record.ts'
import { thisProcess } from './process-identity.ts'

interface Waiting {
  readonly line: string
  readonly resolve: () => void
  readonly reject: (reason: Error) => void
}

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
  #waiting: Waiting[] = []
  #writing: Promise<void> | undefined
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
   * Resolves when the line is in the file: it then survives the end of the process, however sudden. Not that of the
   * machine, which would take an fsync for each line. After a line that could not be written, none is any more.
   */
  append({ key, seen, record }: CaptionChange): Promise<void> {
    if (this.#failure) return Promise.reject(this.#failure)
    const line = JSON.stringify({ key, seen, record: record && Object.fromEntries(recordFields(record)) })
    return new Promise((resolve, reject) => {
      this.#waiting.push({ line: `${line}\n`, resolve, reject })
      this.#writing ??= this.#write()
    })
  }

  /** Resolves when all lines are written that were appended so far. */
  async settled(): Promise<void> {
    await this.#writing
  }

  /** Deletes the journal, once its content is elsewhere. */
  async remove(): Promise<void> {
    await rm(this.path, { force: true })
  }

  async #write(): Promise<void> {
    while (this.#waiting.length > 0) {
      const batch = this.#waiting
      this.#waiting = []
      try {
        await this.#add(batch.map(({ line }) => line).join(''))
        for (const { resolve } of batch) resolve()
      } catch (error) {
        // Part of a line may stand there now, and the next one would be added to it.
        this.#failure = error as Error
        for (const { reject } of [...batch, ...this.#waiting.splice(0)]) reject(this.#failure)
      }
    }
    this.#writing = undefined
  }

  /** The file is not kept open: whoever has set a caption need not say when he is done. */
  async #add(lines: string): Promise<void> {
    if (this.#isBegun) {
      // Without O_CREAT: a journal that was deleted under our hands would go on without its header.
      await writeFile(this.path, lines, { flag: constants.O_WRONLY | constants.O_APPEND })
      return
    }
    await mkdir(this.#folder, { recursive: true })
    await writeFile(this.path, `${this.#header}\n${lines}`, { flag: 'wx' })
    this.#isBegun = true
  }
}
