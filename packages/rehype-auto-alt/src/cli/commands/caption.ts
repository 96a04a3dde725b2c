import { dirname, relative, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'

import { createAutoAlt } from '../../captioner/create-auto-alt.ts'
import type { Outcome } from '../../captioner/outcome.ts'
import type { ImageUse } from '../../rules/image-use.ts'
import { pageFor } from '../../source/page.ts'
import { finish } from '../finish.ts'
import type { Io } from '../io.ts'
import { type Flags, optionsFromFlags } from '../option-flags.ts'
import { startProgress } from '../progress.ts'
import { runSetting } from '../run-setting.ts'

/** `auto-alt caption`: captions for single image files, printed one a line. */
export async function caption(paths: readonly string[], flags: Flags, io: Io): Promise<number> {
  const display = await startProgress(io)
  try {
    const files = paths.map((path) => resolve(io.cwd, path))
    const setting = { ...runSetting('ask', flags, io, display), siteRoots: [...new Set(files.map((file) => dirname(file)))] }
    const autoAlt = createAutoAlt(optionsFromFlags(flags), setting)
    const { root } = await autoAlt.options()
    const outcomes = await autoAlt.captionAll(
      files.map((file) => useOf(file, root)),
      { onProgress: display.onProgress }
    )
    display.stop()
    if (flags['format'] !== 'json') {
      for (const [index, outcome] of outcomes.entries()) {
        const file = files[index] ?? ''
        io.stdout.write(`${relative(io.cwd, file) || file}: ${inWords(outcome)}\n`)
      }
    }
    return await finish(autoAlt, flags, io)
  } finally {
    display.stop()
  }
}

function inWords(outcome: Outcome): string {
  if (outcome.kind === 'left') return `(none: ${outcome.reason})`
  return outcome.alt === '' ? '(decorative)' : outcome.alt
}

/** A use outside any page: the image by itself. */
function useOf(file: string, root: string): ImageUse {
  return {
    page: pageFor(file, root),
    element: 'img',
    sources: [pathToFileURL(file).href],
    verdict: 'missing',
    alt: null,
    purpose: { kind: 'informative' },
    context: { headings: [] },
    tiny: false,
    off: false
  }
}
