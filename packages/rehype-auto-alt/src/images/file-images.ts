import { realpath } from 'node:fs/promises'
import { relative, sep } from 'node:path'

import { ImageError } from '../errors/image-error.ts'
import type { ByteStore } from './byte-store.ts'
import type { DigestMemory } from './digest-memory.ts'
import { digestOf } from './digest.ts'
import { isWithin } from '../files/fence.ts'
import { createGate } from './gate.ts'
import { emptyImage } from './image-faults.ts'
import type { Image } from './image.ts'
import type { LocatedFile } from '../files/locate.ts'
import { readRegularFile, tooManyBytes } from './read-file.ts'

/** What file images share with the rest of a library. */
export interface FileImagesParts {
  /** Project root, absolute. */
  readonly root: string
  readonly memory: DigestMemory
  readonly store: ByteStore
}

const maxBytes = 50_000_000
const readsAtOnce = 8

/**
 * Makes the opener of image files. A file whose digest is remembered is not read; the same file gives the same object
 * until its size or time changes.
 */
export function createFileImages({
  memory,
  root,
  store
}: FileImagesParts): (file: LocatedFile) => Promise<Image> {
  const images = new Map<string, { readonly version: string; readonly image: Promise<Image> }>()
  const reading = createGate(readsAtOnce)
  let realRoot: Promise<string> | undefined

  async function openFile({ candidate, mtimeMs, path, size }: LocatedFile): Promise<Image> {
    const name = await nameOf(path, candidate)
    if (size === 0) throw emptyImage(name)
    if (size > maxBytes) throw tooManyBytes(name, size, maxBytes)
    const digest = (await memory.digest(path, size, mtimeMs)) ?? (await readDigest(path, name))
    return { digest, name, file: path, bytes: () => store.get(digest, () => readAgain(path, digest, name)) }
  }

  async function readDigest(path: string, name: string): Promise<string> {
    const readAt = Date.now()
    const { bytes, isSteady, mtimeMs, size } = await reading(() => readRegularFile(path, maxBytes, name))
    if (bytes.byteLength === 0) throw emptyImage(name)
    const { digest, isPointer } = digestOf(bytes)
    if (isSteady) await memory.keepDigest(path, { size, mtimeMs, readAt, digest })
    if (!isPointer) store.put(digest, bytes)
    return digest
  }

  async function readAgain(path: string, digest: string, name: string): Promise<Uint8Array> {
    const { bytes } = await reading(() => readRegularFile(path, maxBytes, name))
    const now = digestOf(bytes)
    if (now.digest !== digest) {
      images.delete(path)
      await memory.forget(path)
      throw new ImageError('damaged', name, `${name} changed while it was in use. Run again.`)
    }
    if (now.isPointer) {
      throw new ImageError(
        'git-lfs-pointer',
        name,
        `${name} is a Git LFS pointer, not the image. Run \`git lfs pull\`.`
      )
    }
    return bytes
  }

  /** By its real place where that is in the project; a linked folder elsewhere is named as the project sees it. */
  async function nameOf(path: string, candidate: string): Promise<string> {
    const real = await (realRoot ??= realpath(root).catch(() => root))
    const isReal = isWithin(real, path) || !isWithin(root, candidate)
    return (isReal ? relative(real, path) : relative(root, candidate)).replaceAll(sep, '/')
  }

  return async (file) => {
    const version = `${file.size} ${file.mtimeMs}`
    const known = images.get(file.path)
    if (known?.version === version) return known.image
    const image = openFile(file)
    images.set(file.path, { version, image })
    image.catch(() => images.delete(file.path))
    return image
  }
}
