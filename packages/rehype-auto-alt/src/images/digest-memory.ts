import { randomUUID } from 'node:crypto'
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'

import { type Remembered, emptyMemory, parseMemory, writeMemory } from './digest-memory-file.ts'
import type { FoundWords } from './embedded-words.ts'

/** What earlier runs learned about image files, so that a warm run reads none. Losing it costs time only. */
export interface DigestMemory {
  /** The digest of a file that still has this size and time; `undefined` when it is not known or not trusted. */
  digest(path: string, size: number, mtimeMs: number): Promise<string | undefined>
  /** Keeps a digest. `readAt`: when reading began, milliseconds since 1970. */
  keepDigest(
    path: string,
    file: { size: number; mtimeMs: number; readAt: number; digest: string }
  ): Promise<void>
  /** The file is not what its size and time promised. */
  forget(path: string): Promise<void>
  /** Words found in the image with this digest; `null` when it holds none, `undefined` when nobody looked yet. */
  words(digest: string): Promise<FoundWords | null | undefined>
  keepWords(digest: string, words: FoundWords | null): Promise<void>
  /** Writes what is new, atomically. A disk that cannot be written is no reason to stop a build. */
  save(): Promise<void>
}

/** A change within this time after the digest was taken can leave size and time as they were. */
const racyMs = 2000

/**
 * Opens the memory in `cacheDir/digests.json`; what is broken there is ignored.
 *
 * @param root Files below it are kept by their path from here, so that a moved project keeps its memory.
 */
export function openDigestMemory(cacheDir: string, root: string): DigestMemory {
  const file = join(cacheDir, 'digests.json')
  let opening: Promise<Remembered> | undefined
  let isChanged = false

  const memory = (): Promise<Remembered> =>
    (opening ??= readFile(file, 'utf8').then(parseMemory, emptyMemory))
  const keyOf = (path: string): string => {
    const way = relative(root, path)
    return (way.startsWith('..') ? path : way).replaceAll(sep, '/')
  }

  /** What is used moves to the end, so that the bound drops what no run asks for any more. */
  function touch<Value>(map: Map<string, Value>, key: string): Value | undefined {
    const value = map.get(key)
    if (value === undefined) return undefined
    map.delete(key)
    map.set(key, value)
    return value
  }

  return {
    async digest(path, size, mtimeMs) {
      const known = touch((await memory()).files, keyOf(path))
      const isSame = known && known.size === size && known.mtimeMs === mtimeMs
      return isSame && known.mtimeMs + racyMs <= known.readAt ? known.digest : undefined
    },
    async keepDigest(path, known) {
      ;(await memory()).files.set(keyOf(path), known)
      isChanged = true
    },
    async forget(path) {
      if ((await memory()).files.delete(keyOf(path))) isChanged = true
    },
    words: async (digest) => touch((await memory()).words, digest),
    async keepWords(digest, words) {
      ;(await memory()).words.set(digest, words)
      isChanged = true
    },
    async save() {
      if (!isChanged) return
      isChanged = false
      const temporary = join(cacheDir, `digests.${randomUUID()}.tmp`)
      try {
        const text = writeMemory(await memory())
        await mkdir(cacheDir, { recursive: true })
        await writeFile(temporary, text)
        await rename(temporary, file)
      } catch {
        await rm(temporary, { force: true }).catch(() => undefined)
      }
    }
  }
}
