import { readFile } from 'node:fs/promises'

import { createAutoAlt } from '../../captioner/create-auto-alt.ts'
import type { ImageUse } from '../../rules/image-use.ts'
import { findUses } from '../../source/find-uses.ts'
import { pageFor, sourceExtensions } from '../../source/page.ts'
import { finish } from '../finish.ts'
import { inputFiles } from '../input-files.ts'
import type { Io } from '../io.ts'
import { type Flags, optionsFromFlags } from '../option-flags.ts'
import { startProgress } from '../progress.ts'
import { runSetting } from '../run-setting.ts'

/** `auto-alt generate`: captions for the images that source pages show. */
export async function generate(paths: readonly string[], flags: Flags, io: Io): Promise<number> {
  const display = await startProgress(io)
  try {
    const autoAlt = createAutoAlt(optionsFromFlags(flags), runSetting('ask', flags, io, display))
    const options = await autoAlt.options()
    const files = await inputFiles(paths, { cwd: io.cwd, extensions: sourceExtensions, ignored: 'pass-over' })
    const uses: ImageUse[] = []
    for (const [index, file] of files.entries()) {
      display.say(`Reading ${index + 1} of ${files.length} pages`)
      const page = pageFor(file, options.root)
      try {
        const found = await findUses(page, await readFile(file, 'utf8'), options)
        uses.push(...found.filter(({ off, verdict }) => verdict === 'missing' && !off))
      } catch (error) {
        display.print(`${page.name}: not read: ${error instanceof Error ? error.message : String(error)}`)
      }
    }
    await autoAlt.captionAll(uses, { onProgress: display.onProgress })
    display.stop()
    return await finish(autoAlt, flags, io)
  } finally {
    display.stop()
  }
}
