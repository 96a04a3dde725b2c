import { dirname, relative } from 'node:path'
import { pathToFileURL } from 'node:url'

import type { Outcome } from '../../captioner/outcome.ts'
import { bareUse } from '../../rules/bare-use.ts'
import type { ImageUse } from '../../rules/image-use.ts'
import { pageFor } from '../../source/page.ts'
import { finish } from '../finish.ts'
import { inputFiles } from '../input-files.ts'
import type { Io } from '../io.ts'
import type { Flags } from '../options-from-flags.ts'
import { runCommand } from '../run-command.ts'

/** What a glob of images is searched for; a file that is named may have any name. */
const extensions = ['.jpg', '.jpeg', '.png', '.webp', '.avif', '.gif', '.tif', '.tiff', '.svg']

/** `auto-alt caption`: captions for single image files, printed one a line. */
export async function caption(paths: readonly string[], flags: Flags, io: Io): Promise<number> {
  const input = { cwd: io.cwd, extensions, folders: 'none', others: 'take' } as const
  const files = (await inputFiles(paths, input)).map(({ path }) => path)
  const siteRoots = [...new Set(files.map((file) => dirname(file)))]
  return await runCommand({ kind: 'ask', flags, io, siteRoots }, async ({ autoAlt, display, options }) => {
    // Where an image lies tells its language only when nobody names one.
    const lang = options.languageIsDefault ? undefined : options.language
    const uses = files.map((file) => useOf(file, options.root, lang))
    const outcomes = await autoAlt.captionAll(uses, { onProgress: display.onProgress })
    display.stop()
    const captions = outcomes.map((outcome, index) => ({
      file: relative(io.cwd, files[index] ?? ''),
      ...fields(outcome)
    }))
    if (flags['format'] !== 'json') {
      for (const { alt, file, reason } of captions) io.stdout.write(`${file}: ${inWords(alt, reason)}\n`)
    }
    return await finish(autoAlt, io, { format: flags['format'], json: { captions }, words: 'stderr' })
  })
}

function fields(outcome: Outcome): {
  alt: string | null
  origin?: string
  reason?: string
  problems?: readonly string[]
} {
  if (outcome.kind === 'left') return { alt: null, reason: outcome.reason }
  return { alt: outcome.alt, origin: outcome.origin, problems: outcome.problems }
}

function inWords(alt: string | null, reason = ''): string {
  if (alt === null) return `(none: ${reason})`
  return alt === '' ? '(decorative)' : alt
}

/** A use outside any page: the image by itself. */
function useOf(file: string, root: string, lang: string | undefined): ImageUse {
  return bareUse({ page: pageFor(file, root), sources: [pathToFileURL(file).href], lang })
}
