import { noPictures, type Pictures, type StoredWords } from '../audit/pictures.ts'
import type { Outcome } from '../captioner/outcome.ts'
import type { IdentifySettings, Subject } from '../captioner/subject/subject.ts'
import { parseCaptionKey } from '../captions/caption-key.ts'
import type { CaptionStore } from '../captions/caption-store.ts'
import type { ImageLibrary } from '../images/image-library.ts'
import type { ResolvedOptions } from '../options/resolve-options.ts'
import type { ImageUse } from '../rules/image-use.ts'

/** The files behind images, and an end to what was opened for them. */
export interface PictureLookUps extends Pictures {
  close(): Promise<void>
}

type Env = Readonly<Record<string, string | undefined>>

interface Parts {
  readonly images: ImageLibrary
  readonly captions: CaptionStore
  readonly identify: (use: ImageUse) => Promise<Subject | Outcome>
  readonly lookUp: (use: ImageUse, found: Subject | Outcome) => Promise<Outcome | undefined>
}

/**
 * Looks up images and stored captions as a build does that may ask nobody. Nothing is opened or loaded before an image
 * needs it; nothing is written, and no connection to a server of images is made.
 */
export function createPictureLookUps(
  options: ResolvedOptions,
  env: Env,
  siteRoots: readonly string[]
): PictureLookUps {
  let opening: Promise<Parts> | undefined
  let test: Promise<(use: ImageUse) => Promise<boolean>> | undefined
  const open = (): Promise<Parts> => (opening ??= openParts(options, env, siteRoots))
  const isFiltered = options.include.length > 0 || options.exclude.length > 0
  const known = new WeakMap<ImageUse, Promise<Subject | Outcome>>()
  const identified = async (use: ImageUse): Promise<Subject | Outcome> => {
    const found = known.get(use) ?? open().then(({ identify }) => identify(use))
    known.set(use, found)
    return await found
  }
  const subjectOf = async (use: ImageUse): Promise<Subject | undefined> => {
    const found = await identified(use)
    return 'use' in found ? found : undefined
  }

  return {
    ...noPictures,
    async isGone(use) {
      test ??= import('./find-gone.ts').then(({ findGone }) => findGone(options))
      return await (
        await test
      )(use)
    },
    async isExcluded(use) {
      if (!isFiltered || use.sources.length === 0) return false
      const [{ images }, { imageFilter }] = await Promise.all([
        open(),
        import('../captioner/subject/image-filter.ts')
      ])
      const isExcluded = await imageFilter(options)
      return use.sources.some((source) => isExcluded(images.addressOf(source, use.page).names))
    },
    async captionOf(use): Promise<StoredWords | undefined> {
      const found = await identified(use)
      const outcome = await (await open()).lookUp(use, found)
      if (outcome?.kind !== 'filled') return undefined
      // What stays silent at this place only is not written into it for good.
      return { alt: outcome.alt, isFromFile: outcome.source === 'file' && outcome.silent === undefined }
    },
    async formerCaptionOf(use) {
      const subject = await subjectOf(use)
      if (subject?.image === undefined) return undefined
      const { captions, images } = await open()
      if (await captions.get(subject.key)) return undefined
      const { digest } = subject.image
      for (const name of new Set([subject.name, ...namesOf(use, images)])) {
        const found = await captions.findByFile(name, subject.language)
        const isReviewed = found?.caption.status === 'approved' || found?.caption.status === 'edited'
        if (found && isReviewed && parseCaptionKey(found.key)?.digest !== digest) return found.caption.alt
      }
      return undefined
    },
    async digestOf(use) {
      const { images } = await open()
      const source = use.sources[0]
      if (source === undefined || images.addressOf(source, use.page).kind !== 'local') return undefined
      const image = await images.find(source, use.page).catch(() => undefined)
      if (image) images.release(image)
      return image?.digest
    },
    async close() {
      if (opening) await (await opening).captions.close?.()
    }
  }
}

function namesOf({ page, sources }: ImageUse, images: ImageLibrary): readonly string[] {
  const source = sources[0]
  return source === undefined ? [] : images.addressOf(source, page).names
}

async function openParts(options: ResolvedOptions, env: Env, siteRoots: readonly string[]): Promise<Parts> {
  const [library, titles, store, cache, subjects, ladder, pageKeys, languages, naming, places] =
    await Promise.all([
      import('../images/image-library.ts'),
      import('../captioner/open-link-titles.ts'),
      import('../captions/open-caption-store.ts'),
      import('../captions/cache-folder.ts'),
      import('../captioner/subject/subject.ts'),
      import('../captioner/look-up/look-up.ts'),
      import('../captioner/subject/page-keys.ts'),
      import('../captioner/subject/page-language.ts'),
      import('../captioner/look-up/named-without-image.ts'),
      import('../captioner/look-up/at-this-place.ts')
    ])
  const { base, publicDirs, remote, root, roots } = options
  const cacheDir = cache.cacheFolder(root, env)
  const folders = { root, publicDirs: [...siteRoots, ...publicDirs], roots: [...roots, ...siteRoots] }
  const images = library.createImageLibrary({
    ...folders,
    base,
    cacheDir,
    remote,
    frozen: true
  })
  const captions = store.openCaptionStore(options.captions, { root, cacheDir, readOnly: true })
  const settings: IdentifySettings = {
    ...options,
    images,
    captions,
    isExcluded: () => false,
    located: new Map(),
    pageLanguage: languages.createPageLanguage(options.language)
  }
  const links = titles.openLinkTitles(folders, options)
  const lookUpSettings = { ...options, ...settings, links, canAsk: false, frozen: true }
  return {
    images,
    captions,
    identify: async (use) => {
      const found = await subjects.identify(use, settings)
      const [own = found] = await pageKeys.withPageKeys([found], captions)
      return own
    },
    lookUp: async (use, found) => {
      if (!('use' in found)) return await naming.namedWithoutImage(use, found, lookUpSettings)
      const known = await ladder.lookUp(found, lookUpSettings)
      if (found.image) images.release(found.image)
      return known && places.atThisPlace(use, known.outcome, settings)
    }
  }
}
