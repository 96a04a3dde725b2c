import { relative } from 'node:path'

import { OptionError } from '../../errors/option-error.ts'
import { fillFiles } from '../../html/fill-files.ts'
import type { ResolvedOptions } from '../../options/resolve-options.ts'
import { pageFor, sourceExtensions } from '../../source/page.ts'
import { aboutEmptyAlt, createEmptyAltReader } from '../empty-alt.ts'
import { finish } from '../finish.ts'
import { type InputFile, inputFiles } from '../input-files.ts'
import { type Io, exitStatus } from '../io.ts'
import type { Flags } from '../options-from-flags.ts'
import { type UnreadPage, notUtf8, pageFault } from '../read-pages.ts'
import { readSources } from '../read-sources.ts'
import { runCommand } from '../run-command.ts'

const extensions = ['.html', '.htm']

/** `auto-alt fill`: captions for the images of built HTML, then written into it. */
export async function fill(paths: readonly string[], flags: Flags, io: Io): Promise<number> {
  const files = await inputFiles(paths, { cwd: io.cwd, extensions, folders: 'built' })
  const sourceFiles = await sourceFilesOf(flags['sources'], io)
  const siteRoots = [...new Set(files.map(({ from }) => from))]
  const isDry = flags['dryRun'] === true
  return await runCommand({ kind: 'build', flags, io, siteRoots }, async ({ autoAlt, display, options }) => {
    const built = files.map(({ from, path }) => ({ ...pageFor(path, options.root), siteRoot: from }))
    if (sourceFiles) checkEmptyAlt(options)
    const sources = sourceFiles && { files: sourceFiles, built, siteRoots, options, display, io }
    const reader = createEmptyAltReader(options, sources && (() => readSources(sources)), autoAlt)
    const unread: UnreadPage[] = []
    let failed = 0
    const { changed, skipped } = await fillFiles(built, autoAlt, {
      write: !isDry,
      together: true,
      find: (html, page) => reader.find(html, page),
      onPage(step, done) {
        display.say(`${step === 'read' ? 'Reading' : 'Writing'} ${done + 1} of ${built.length} pages`)
      },
      onProgress: display.onProgress,
      onFault(page, error, step) {
        if (step === 'read') return noteUnread(page, error)
        failed++
        const why = error instanceof Error ? error.message : String(error)
        display.print(
          `${relative(io.cwd, page.file)}: not written: ${why}. Check the permissions of its folder.`
        )
      }
    })
    for (const page of skipped) noteUnread(page, notUtf8())
    display.stop()
    const counts = { read: built.length - unread.length, changed: changed.length }
    if (flags['format'] !== 'json') {
      const noun = built.length === 1 ? 'page' : 'pages'
      io.stdout.write(
        `${counts.changed} of ${built.length} ${noun} ${isDry ? 'would change' : 'changed'}\n\n`
      )
      const about = options.emptyAlt === 'auto' ? aboutEmptyAlt(reader) : undefined
      if (about !== undefined) io.stdout.write(`${about}\n\n`)
    }
    const json = { pages: counts, emptyAlt: reader.bySources ?? { silent: reader.silent } }
    const status = await finish(autoAlt, io, { format: flags['format'], unread, json })
    return failed > 0 ? exitStatus.couldNotWork : status

    function noteUnread(
      { file, name }: { readonly file: string; readonly name: string },
      error: unknown
    ): void {
      const { at, message, place } = pageFault(file, error, io.cwd)
      unread.push({ file: name, ...place, message })
      display.print(`${at}: left as it is, because ${message}`)
    }
  })
}

async function sourceFilesOf(paths: unknown, io: Io): Promise<readonly InputFile[] | undefined> {
  if (!Array.isArray(paths)) return undefined
  const input = { cwd: io.cwd, extensions: sourceExtensions, folders: 'source' } as const
  return await inputFiles(paths.map(String), input)
}

function checkEmptyAlt({ emptyAlt }: ResolvedOptions): void {
  if (emptyAlt === 'auto') return
  throw new OptionError(
    'emptyAlt',
    `--sources tells empty alternatives apart, but emptyAlt is '${emptyAlt}' for all of them. Leave one of the two out.`
  )
}
