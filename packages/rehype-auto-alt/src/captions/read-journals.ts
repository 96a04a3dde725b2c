import { readdir, readFile, stat } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import { addChange, type CaptionChange } from './caption-change.ts'
import { readRecord } from './caption-record.ts'
import { isCaptionKeyText } from './captions-json.ts'
import { isProcessIdentity, processState } from './process-identity.ts'
import { realPath } from './real-path.ts'

/** The journal of some process about one captions file. */
export interface FoundJournal {
  readonly path: string
  /** Its process has ended, so that its content is for the next one to bring into the captions file. */
  readonly isOrphan: boolean
  /** When it was begun. Milliseconds since 1970. */
  readonly time: number
  /** One for each key. */
  readonly changes: readonly CaptionChange[]
}

/** Silence after which a journal from another machine counts as abandoned. */
const longestSilence = 24 * 60 * 60_000

/** How journals in this cache folder name a captions file: relative, so that a project can be moved as a whole. */
export function captionsNameIn(cacheDir: string, captionsFile: string): string {
  return relative(realPath(cacheDir), realPath(captionsFile)).split(sep).join('/')
}

/** All journals in a cache folder that are about this captions file, oldest first. */
export async function readJournals(cacheDir: string, captionsFile: string): Promise<readonly FoundJournal[]> {
  const name = captionsNameIn(cacheDir, captionsFile)
  const found: FoundJournal[] = []
  for (const entry of await readdir(cacheDir).catch(() => [])) {
    if (!/^journal-\d+-[0-9a-f]+\.jsonl$/u.test(entry)) continue
    const journal = await readJournal(join(cacheDir, entry), name)
    if (journal) found.push(journal)
  }
  return found.sort((a, b) => a.time - b.time || (a.path < b.path ? -1 : 1))
}

async function readJournal(path: string, name: string): Promise<FoundJournal | undefined> {
  try {
    const { mtimeMs } = await stat(path)
    const text = await readFile(path, 'utf8')
    // What follows the last line break was being written when the process died.
    const [first = '', ...lines] = text.split('\n').slice(0, -1)
    const header: unknown = JSON.parse(first)
    if (!isHeader(header) || header.captions !== name) return undefined
    const state = isProcessIdentity(header) ? processState(header) : 'dead'
    const isOrphan = state === 'dead' || (state === 'elsewhere' && Date.now() - mtimeMs > longestSilence)
    const changes = new Map<string, CaptionChange>()
    for (const line of lines) {
      const change = readChange(line)
      if (change) addChange(changes, change)
    }
    return { path, isOrphan, time: header.time, changes: [...changes.values()] }
  } catch {
    // Gone meanwhile, or of an interrupted start: there is nothing in it that anybody was promised.
    return undefined
  }
}

function isHeader(value: unknown): value is { captions: string; time: number } {
  if (typeof value !== 'object' || value === null) return false
  const { journal, captions, time } = value as Record<'journal' | 'captions' | 'time', unknown>
  return journal === 1 && typeof captions === 'string' && typeof time === 'number'
}

function readChange(line: string): CaptionChange | undefined {
  try {
    const value = JSON.parse(line) as Partial<Record<keyof CaptionChange, unknown>>
    const { key, seen, record } = value
    if (typeof key !== 'string' || !isCaptionKeyText(key) || !Array.isArray(seen)) return undefined
    return { key, seen, record: record === null ? null : readRecord(record) }
  } catch {
    return undefined
  }
}
