import { relative } from 'node:path'

import { cacheFolder } from '../captions/cache-folder.ts'
import { isWithin } from '../files/fence.ts'
import { createImageLibrary } from '../images/image-library.ts'
import type { ResolvedOptions } from '../options/resolve-options.ts'
import type { Page } from '../rules/image-use.ts'
import {
  createEmptyAlternatives,
  type EmptyAlternatives,
  type SourcePage
} from '../source/empty-alternatives.ts'
import { findUses } from '../source/find-uses.ts'
import { type Routed } from '../source/match-pages.ts'
import { ownAddress } from '../files/own-address.ts'
import { builtRoutes, sourceRoutes } from '../source/page-routes.ts'
import { pageFor } from '../source/page.ts'
import type { Pictures } from '../source/same-picture.ts'
import { withoutTemplateTags } from '../source/template-tags.ts'
import type { InputFile } from './input-files.ts'
import type { Io } from './io.ts'
import type { ProgressDisplay } from './progress.ts'
import { pageFault, readPage } from './read-pages.ts'

/** A built site and where to look for the sources behind it. */
export interface SourcesSettings {
  readonly files: readonly InputFile[]
  readonly built: readonly Page[]
  readonly siteRoots: readonly string[]
  readonly options: ResolvedOptions
  readonly display: ProgressDisplay
  readonly io: Io
}

/** Reads the sources of a built site, so that they can tell what its empty alternatives mean. */
export async function readSources(settings: SourcesSettings): Promise<EmptyAlternatives> {
  const { built, display, io, options, siteRoots } = settings
  const files = settings.files.filter(({ path }) => !siteRoots.some((folder) => isWithin(folder, path)))
  const sources: Routed<SourcePage>[] = []
  let hasUnread = false
  for (const [index, file] of files.entries()) {
    display.say(`Reading ${index + 1} of ${files.length} sources`)
    try {
      sources.push(await readSource(file, options))
    } catch (error) {
      hasUnread = true
      const { at, message } = pageFault(file.path, error, io.cwd)
      display.print(`${at}: tells nothing about alt="", because ${message}`)
    }
  }
  return createEmptyAlternatives({
    built: built.map((page) => ({ page, routes: builtRoutes([page.name, pathIn(page.siteRoot, page)]) })),
    sources,
    hasUnread,
    pictures: picturesOf(settings)
  })
}

async function readSource({ from, path }: InputFile, options: ResolvedOptions): Promise<Routed<SourcePage>> {
  const page = pageFor(path, options.root)
  const text = readPage(path)
  const markdown = /\.mdx$/iu.test(path) ? text : withoutTemplateTags(text)
  const uses = await findUses(page, markdown, { components: options.components, emptyAlt: 'auto' })
  const folder = pageFor(from, options.root).name
  const images = uses.map((use) => ({ use, folder }))
  return {
    page: { page, images },
    routes: sourceRoutes([page.name, pathIn(from, page)], await ownAddress(text))
  }
}

function pathIn(folder: string | undefined, page: Page): string {
  return folder === undefined ? page.name : relative(folder, page.file).replaceAll('\\', '/')
}

/** Files only: whether two pictures are the same is no reason to open a connection. */
function picturesOf({ files, io, options, siteRoots }: SourcesSettings): Pictures {
  const images = createImageLibrary({
    root: options.root,
    publicDirs: [...siteRoots, ...options.publicDirs],
    roots: [...options.roots, ...siteRoots, ...new Set(files.map(({ from }) => from))],
    base: options.base,
    cacheDir: cacheFolder(options.root, io.env),
    remote: { allow: [], private: [] },
    frozen: true
  })
  const located = new Map()
  const inPages = new Map<string, Promise<string | undefined>>()

  async function digestOf(src: string, page: Page): Promise<string | undefined> {
    if (images.addressOf(src, page).kind === 'remote') return undefined
    return await images.find(src, page, located).then(
      ({ digest }) => digest,
      () => undefined
    )
  }

  return {
    namesOf: (src, page) => images.addressOf(src, page).names,
    digestOf(src, page) {
      if (!/^\s*data:/iu.test(src)) return digestOf(src, page)
      // A picture of the layout stands in every page.
      const digest = inPages.get(src) ?? digestOf(src, page)
      inPages.set(src, digest)
      return digest
    }
  }
}
