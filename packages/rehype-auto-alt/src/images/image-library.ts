import { basename, relative, sep } from 'node:path'

import type { Page } from '../rules/image-use.ts'
import { parseAddress } from './address.ts'
import { createByteStore } from './byte-store.ts'
import { candidatesOf } from './candidates.ts'
import { dataUrlBytes } from './data-url.ts'
import { openDigestMemory } from './digest-memory.ts'
import { digestOf } from './digest.ts'
import { type EmbeddedWords, usableWords } from './embedded-words.ts'
import { type Fence, createFence } from '../files/fence.ts'
import { createFileImages } from './file-images.ts'
import { createGate } from './gate.ts'
import { noAddress } from './image-faults.ts'
import { shownName } from './image-name.ts'
import type { Image } from './image.ts'
import type { ImportedImages } from './imported-images.ts'
import { type Located, locate } from '../files/locate.ts'
import { locateError } from './locate-error.ts'
import type { Edges, PreparedImage } from './prepared-image.ts'
import type { RemoteSettings } from './remote-policy.ts'
import { readSidecar } from './sidecar.ts'

/** Where images may come from. All paths absolute. */
export interface ImageLibrarySettings {
  /** Project root; images are named by their path from here. */
  readonly root: string
  /** Folders that answer `/`. */
  readonly publicDirs: readonly string[]
  /** Nothing outside these, `publicDirs` and a page's `siteRoot` is read, decided after resolving symbolic links. */
  readonly roots: readonly string[]
  /** URL prefix of the site, as `/docs/`. */
  readonly base: string
  /** Folder for what is remembered between runs. */
  readonly cacheDir: string
  readonly remote: RemoteSettings
  /** Open no connection. Default `false`. */
  readonly frozen?: boolean
  /** Images whose address the bundler made. Asked before an address is read. Default: none. */
  readonly imports?: ImportedImages
}

/** What an image's address tells without touching disk or network. */
export type ImageAddress =
  /** `url` has no query, hash and userinfo. */
  | {
      readonly kind: 'remote'
      readonly url: string
      readonly name: string
      readonly names: readonly string[]
    }
  /** `name` is the likeliest path from the project root, with `/`; `names` all that come into question. */
  | { readonly kind: 'local' | 'data' | 'none'; readonly name: string; readonly names: readonly string[] }

/** The images of a site. */
export interface ImageLibrary {
  /**
   * The image that a page shows. The same file gives the same object. Throws an `ImageError`.
   *
   * @param located What calls that belong together share, so that a file is looked for once. Default: nothing.
   */
  find(src: string, page: Page, located?: Located): Promise<Image>
  addressOf(src: string, page: Page): ImageAddress
  /** The picture that a model gets. Throws an `ImageError`. `edges`: its long edge. Default: 512, 1024 for what is drawn. */
  prepare(image: Image, edges?: Edges): Promise<PreparedImage>
  /** The words that a person put into the file. */
  embedded(image: Image): Promise<EmbeddedWords | undefined>
  /** The words in `<file>.alt.txt` beside the file, on one line. */
  sidecar(image: Image): Promise<string | undefined>
  /** Lets go of an image's bytes. */
  release(image: Image): void
  /** Writes what the next run need not find out again. Never throws. */
  save(): Promise<void>
}

const maxDataBytes = 50_000_000
const keptBytes = 128_000_000
const picturesAtOnce = 4

/** Opens the images of a site. Nothing is read before the first image. */
export function createImageLibrary(settings: ImageLibrarySettings): ImageLibrary {
  const { frozen = false, imports, publicDirs, remote, root, roots } = settings
  const memory = openDigestMemory(settings.cacheDir, root)
  const store = createByteStore(keptBytes)
  const openFile = createFileImages({ root, memory, store })
  const dataImages = new Map<string, Image>()
  const fences = new Map<string, Fence>()
  /** What was in reach of the page that an image was found for. */
  const fenceOf = new WeakMap<Image, Fence>()
  const drawing = createGate(picturesAtOnce)
  let remoteImages: Promise<(href: string, url: string) => Promise<Image>> | undefined

  function fenceAround(siteRoots: readonly string[]): Fence {
    const key = siteRoots.join('\0')
    const fence = fences.get(key) ?? createFence([...roots, ...publicDirs, ...siteRoots])
    fences.set(key, fence)
    return fence
  }

  async function findLocal(
    paths: readonly string[],
    folders: readonly string[],
    { located, page, src }: { readonly src: string; readonly page: Page; readonly located: Located }
  ): Promise<Image> {
    const fence = fenceAround(folders)
    const key = JSON.stringify([folders, paths])
    const looking = located.get(key) ?? locate(paths, fence)
    located.set(key, looking)
    const found = await looking
    if (typeof found === 'string') throw locateError(found, shownName(src), page.name)
    const image = await openFile(found)
    if (!fenceOf.has(image)) fenceOf.set(image, fence)
    return image
  }

  async function findRemote(href: string, url: string): Promise<Image> {
    remoteImages ??= import('./remote-images.ts').then(({ createRemoteImages }) =>
      createRemoteImages({ remote, frozen, store })
    )
    return (await remoteImages)(href, url)
  }

  function findData(src: string): Image {
    const name = shownName(src)
    const bytes = dataUrlBytes(src, maxDataBytes, name)
    const { digest } = digestOf(bytes)
    const image = dataImages.get(digest) ?? {
      digest,
      name,
      bytes: async () => dataUrlBytes(src, maxDataBytes, name)
    }
    dataImages.set(digest, image)
    return image
  }

  return {
    async find(src, page, located = new Map()) {
      const original = imports?.resolve(src, page)
      if (original !== undefined) return findLocal([original], imports?.allow ?? [], { src, page, located })
      const address = parseAddress(src)
      if (address.kind === 'remote') return findRemote(address.href, address.url)
      if (address.kind === 'data') return findData(src)
      if (address.kind === 'none') throw noAddress(address.reason, shownName(src), page.name)
      const siteRoots = page.siteRoot === undefined ? [] : [page.siteRoot]
      return findLocal(candidatesOf(address, page, settings), siteRoots, { src, page, located })
    },
    addressOf(src, page) {
      const original = imports?.resolve(src, page)
      if (original !== undefined) {
        const name = relative(root, original).replaceAll(sep, '/')
        return { kind: 'local', name, names: [name] }
      }
      const address = parseAddress(src)
      if (address.kind === 'remote')
        return { kind: 'remote', url: address.url, name: address.url, names: [address.url] }
      const paths =
        address.kind === 'path' || address.kind === 'file' ? candidatesOf(address, page, settings) : []
      const names = paths.map((path) => relative(root, path).replaceAll(sep, '/'))
      const kind = address.kind === 'data' || address.kind === 'none' ? address.kind : 'local'
      return { kind, name: names[0] ?? shownName(src), names: names.length > 0 ? names : [shownName(src)] }
    },
    async prepare(image, edges) {
      const { prepareImage } = await import('./prepare-image.ts')
      return await drawing(() => prepareImage(image, edges))
    },
    async embedded(image) {
      let found = await memory.words(image.digest)
      if (found === undefined) {
        const { findWords } = await import('./find-words.ts')
        found = (await findWords(await image.bytes(), image.name)) ?? null
        await memory.keepWords(image.digest, found)
      }
      return usableWords(found ?? undefined, fileNameOf(image))
    },
    sidecar: async (image) =>
      image.file === undefined
        ? undefined
        : readSidecar(image.file, fenceOf.get(image) ?? fenceAround([]), image.name),
    release: (image) => store.release(image.digest),
    save: () => memory.save()
  }
}

function fileNameOf({ file, name }: Image): string {
  if (file !== undefined) return basename(file)
  return name.startsWith('data:') ? '' : name.slice(name.lastIndexOf('/') + 1)
}
