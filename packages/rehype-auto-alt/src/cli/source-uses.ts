import type { ImageUse } from '../rules/image-use.ts'
import { needsAlternative } from '../rules/verdict/needs-alternative.ts'
import { componentExtensions, pageFor } from '../source/page.ts'
import { filesBelow, inputFiles } from './input-files.ts'
import type { Io } from './io.ts'
import { type PageContents, type ReadingRun, readPages } from './read-pages.ts'

/**
 * The images without an alternative in source pages and components; without paths, in those of the project.
 *
 * @param isWanted Which images to keep. Default: those without an alternative.
 */
export async function sourceUses(
  paths: readonly string[],
  run: ReadingRun,
  io: Io,
  isWanted: (use: ImageUse) => boolean = needsAlternative
): Promise<PageContents> {
  const { display, options } = run
  const input = { cwd: io.cwd, extensions: componentExtensions, folders: 'source' } as const
  const files =
    paths.length > 0
      ? await inputFiles(paths, input)
      : (await filesBelow(options.root, input)).map((path) => ({ path, from: undefined }))
  if (files.length === 0) {
    display.print(`No page in ${options.root}: ${componentExtensions.join(' ')} are read.`)
  }
  const pages = files.map(({ from, path }) => {
    const page = pageFor(path, options.root)
    // A built page finds /x.png in the folder that was named, as in an audit.
    return from !== undefined && /\.html?$/iu.test(path) ? { ...page, siteRoot: from } : page
  })
  return await readPages(pages, run, io.cwd, isWanted)
}
