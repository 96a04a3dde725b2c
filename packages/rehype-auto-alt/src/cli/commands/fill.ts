import { relative } from 'node:path'

import type { AutoAlt } from '../../captioner/create-auto-alt.ts'
import type { Outcome } from '../../captioner/outcome.ts'
import { fillFile } from '../../html/fill-file.ts'
import type { ImageUse, Page } from '../../rules/image-use.ts'
import { pageFor } from '../../source/page.ts'
import { finish } from '../finish.ts'
import { inputFiles } from '../input-files.ts'
import { type Io, exitStatus } from '../io.ts'
import type { Flags } from '../options-from-flags.ts'
import type { ProgressDisplay } from '../progress.ts'
import { readPages } from '../read-pages.ts'
import { runCommand } from '../run-command.ts'

const extensions = ['.html', '.htm']

/** `auto-alt fill`: captions for the images of built HTML, then written into it. */
export async function fill(paths: readonly string[], flags: Flags, io: Io): Promise<number> {
  const files = await inputFiles(paths, { cwd: io.cwd, extensions, folders: 'built' })
  const siteRoots = [...new Set(files.map(({ from }) => from))]
  const isDry = flags['dryRun'] === true
  return await runCommand({ kind: 'build', flags, io, siteRoots }, async ({ autoAlt, display, options }) => {
    const pages = files.map(({ from, path }) => ({ ...pageFor(path, options.root), siteRoot: from }))
    const { silent, unread, uses } = await readPages(pages, options, display, io.cwd)
    const outcomes = await autoAlt.captionAll(uses, { onProgress: display.onProgress })
    const isUnread = new Set(unread.map(({ file }) => file))
    const { changed, failed } = await writePages(
      pages.filter(({ name }) => !isUnread.has(name)),
      withOutcomes(autoAlt, uses, outcomes),
      { write: !isDry, display, cwd: io.cwd }
    )
    display.stop()
    if (flags['format'] !== 'json') {
      const noun = pages.length === 1 ? 'page' : 'pages'
      io.stdout.write(`${changed} of ${pages.length} ${noun} ${isDry ? 'would change' : 'changed'}\n\n`)
      if (silent > 0 && options.emptyAlt === 'auto') io.stdout.write(`${aboutSilence(silent)}\n\n`)
    }
    const json = { pages: { read: pages.length - unread.length, changed } }
    const status = await finish(autoAlt, io, { format: flags['format'], unread, json })
    return failed > 0 ? exitStatus.couldNotWork : status
  })
}

/** In built HTML nobody can tell a deliberate empty alternative from that of `![](x)` in Markdown. */
function aboutSilence(silent: number): string {
  const images = silent === 1 ? '1 image has alt="" and stays' : `${silent} images have alt="" and stay`
  return `${images} silent. Markdown writes that for ![](x), too: --empty-alt missing fills them.`
}

/** Everything is asked for before the first page is written; then each page takes its share of the outcomes. */
function withOutcomes(autoAlt: AutoAlt, uses: readonly ImageUse[], outcomes: readonly Outcome[]): AutoAlt {
  const idOf = ({ page, place, sources }: ImageUse): string =>
    JSON.stringify([page.file, place?.offset, sources])
  const known = new Map(uses.map((use, index) => [idOf(use), outcomes[index]]))
  return {
    ...autoAlt,
    async captionAll(asked) {
      const found = asked.flatMap((use) => known.get(idOf(use)) ?? [])
      // Somebody wrote the page anew since it was read.
      return found.length === asked.length ? found : await autoAlt.captionAll(asked)
    }
  }
}

async function writePages(
  pages: readonly Page[],
  autoAlt: AutoAlt,
  settings: { readonly write: boolean; readonly display: ProgressDisplay; readonly cwd: string }
): Promise<{ changed: number; failed: number }> {
  const { cwd, display, write } = settings
  let changed = 0
  let failed = 0
  for (const [index, page] of pages.entries()) {
    display.say(`Writing ${index + 1} of ${pages.length} pages`)
    try {
      const result = await fillFile(page, autoAlt, { write })
      if (result.kind === 'done' && result.changed) changed++
    } catch (error) {
      failed++
      const why = error instanceof Error ? error.message : String(error)
      display.print(`${relative(cwd, page.file)}: not written: ${why}. Check the permissions of its folder.`)
    }
  }
  return { changed, failed }
}
