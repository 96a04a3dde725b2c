import { stat } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'

import { createAutoAlt } from '../../captioner/create-auto-alt.ts'
import { fillFile } from '../../html/fill-file.ts'
import { pageFor } from '../../source/page.ts'
import { finish } from '../finish.ts'
import { inputFiles } from '../input-files.ts'
import type { Io } from '../io.ts'
import { type Flags, optionsFromFlags } from '../option-flags.ts'
import { startProgress } from '../progress.ts'
import { runSetting } from '../run-setting.ts'

/** `auto-alt fill`: captions written into built HTML. */
export async function fill(paths: readonly string[], flags: Flags, io: Io): Promise<number> {
  const display = await startProgress(io)
  try {
    const siteRoots = await foldersOf(paths, io.cwd)
    const setting = { ...runSetting('build', flags, io, display), siteRoots }
    const autoAlt = createAutoAlt(optionsFromFlags(flags), setting)
    const options = await autoAlt.options()
    const files = await inputFiles(paths, { cwd: io.cwd, extensions: ['.html', '.htm'], ignored: 'take' })
    const isDry = flags['dryRun'] === true
    let changed = 0
    for (const [index, file] of files.entries()) {
      display.say(`Page ${index + 1} of ${files.length}`)
      const siteRoot = siteRoots.find((folder) => file.startsWith(folder)) ?? dirname(file)
      const result = await fillFile({ ...pageFor(file, options.root), siteRoot }, autoAlt, { write: !isDry })
      if (result.kind === 'skipped') display.print(`${file}: left as it is: ${result.reason}`)
      else if (result.changed) changed++
    }
    display.stop()
    if (flags['format'] !== 'json') {
      io.stdout.write(`${changed} of ${files.length} pages ${isDry ? 'would change' : 'changed'}\n`)
    }
    return await finish(autoAlt, flags, io)
  } finally {
    display.stop()
  }
}

async function foldersOf(paths: readonly string[], cwd: string): Promise<string[]> {
  const folders: string[] = []
  for (const path of paths) {
    const absolute = resolve(cwd, path)
    const info = await stat(absolute).catch(() => undefined)
    if (info?.isDirectory()) folders.push(absolute)
  }
  return folders
}
