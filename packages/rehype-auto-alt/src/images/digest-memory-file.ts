import { oneLine } from '../rules/plain-text.ts'
import { type FoundWords, languageKey } from './embedded-words.ts'

/** A file as it was when its digest was taken. */
export interface KnownFile {
  readonly size: number
  readonly mtimeMs: number
  /** When reading began. Milliseconds since 1970. */
  readonly readAt: number
  readonly digest: string
}

/** Everything that is remembered; in both maps the most recently used come last. */
export interface Remembered {
  readonly files: Map<string, KnownFile>
  readonly words: Map<string, FoundWords | null>
}

const version = 1
const mostEntries = 50_000

/** Nothing remembered. */
export function emptyMemory(): Remembered {
  return { files: new Map(), words: new Map() }
}

/** Reads what `writeMemory` wrote; every entry that is not of that form is left out. */
export function parseMemory(text: string): Remembered {
  const memory = emptyMemory()
  const data = parsed(text)
  if (!isRecord(data) || data['version'] !== version) return memory
  for (const entry of asList(data['files'])) {
    const [path, size, mtimeMs, readAt, digest] = asList(entry)
    if (typeof path !== 'string' || !isTime(size) || !isTime(mtimeMs) || !isTime(readAt) || !isDigest(digest))
      continue
    memory.files.set(path, { size, mtimeMs, readAt, digest })
  }
  for (const entry of asList(data['words'])) {
    const [digest, source, texts] = asList(entry)
    if (!isDigest(digest)) continue
    if (source === undefined) memory.words.set(digest, null)
    else if (source === 'xmp' || source === 'svg' || source === 'png') {
      const pairs = asList(texts).flatMap((pair) => wordPair(asList(pair)))
      if (pairs.length > 0) memory.words.set(digest, { source, texts: pairs })
    }
  }
  return memory
}

/** The file's text: one entry a line, at most 50,000 of each kind. */
export function writeMemory({ files, words }: Remembered): string {
  const fileLines = [...files]
    .slice(-mostEntries)
    .map(([path, { digest, mtimeMs, readAt, size }]) => JSON.stringify([path, size, mtimeMs, readAt, digest]))
  const wordLines = [...words]
    .slice(-mostEntries)
    .map(([digest, found]) => JSON.stringify(found ? [digest, found.source, found.texts] : [digest]))
  return `{"version":${version},"files":[\n${fileLines.join(',\n')}\n],"words":[\n${wordLines.join(',\n')}\n]}\n`
}

function wordPair([language, text]: readonly unknown[]): [language: string, text: string][] {
  const isPair = typeof language === 'string' && typeof text === 'string' && text.length <= 10_000
  const line = isPair ? oneLine(text) : ''
  return isPair && line !== '' ? [[languageKey(language), line]] : []
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}

function asList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? (value as readonly unknown[]) : []
}

function isTime(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value)
}

function isDigest(value: unknown): value is string {
  return typeof value === 'string' && /^[0-9a-f]{32}$/u.test(value)
}
