import { pageFor, sourceExtensions } from '../../source/page.ts'
import { finish } from '../finish.ts'
import { filesBelow, inputFiles } from '../input-files.ts'
import type { Io } from '../io.ts'
import type { Flags } from '../options-from-flags.ts'
import { readPages } from '../read-pages.ts'
import { runCommand } from '../run-command.ts'

/** `auto-alt generate`: captions for the images that source pages show. */
export async function generate(paths: readonly string[], flags: Flags, io: Io): Promise<number> {
  return await runCommand({ kind: 'ask', flags, io }, async ({ autoAlt, display, options }) => {
    const input = { cwd: io.cwd, extensions: sourceExtensions, folders: 'source' } as const
    const files =
      paths.length > 0
        ? (await inputFiles(paths, input)).map(({ path }) => path)
        : await filesBelow(options.root, input)
    if (files.length === 0) {
      display.print(`No page in ${options.root}: ${sourceExtensions.join(' ')} are read.`)
    }
    const pages = files.map((file) => pageFor(file, options.root))
    const { unread, uses } = await readPages(pages, options, display, io.cwd)
    await autoAlt.captionAll(uses, { onProgress: display.onProgress })
    display.stop()
    return await finish(autoAlt, io, { format: flags['format'], unread })
  })
}
