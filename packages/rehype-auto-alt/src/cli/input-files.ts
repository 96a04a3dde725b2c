import { execFile } from 'node:child_process'
import { stat } from 'node:fs/promises'
import { relative, resolve } from 'node:path'
import { promisify } from 'node:util'

import { OptionError } from '../errors/option-error.ts'

const run = promisify(execFile)

/**
 * The files that arguments name: a file as it is, a folder with everything of these extensions below it, a glob.
 * In a git working tree, files that git ignores are passed over unless they are named or asked for.
 *
 * @param extensions With dot, lower case.
 * @returns Absolute paths, sorted.
 * @throws OptionError for a path that is not there.
 */
export async function inputFiles(
  paths: readonly string[],
  settings: { readonly cwd: string; readonly extensions: readonly string[]; readonly ignored: 'pass-over' | 'take' }
): Promise<string[]> {
  const { cwd, extensions, ignored } = settings
  const found = new Set<string>()
  for (const path of paths.length > 0 ? paths : ['.']) {
    const absolute = resolve(cwd, path)
    const info = await stat(absolute).catch(() => undefined)
    if (info?.isFile()) found.add(absolute)
    else if (info?.isDirectory()) for (const file of await below(absolute, extensions, ignored)) found.add(file)
    else for (const file of await matching(path, cwd, extensions)) found.add(file)
  }
  return [...found].sort()
}

async function below(folder: string, extensions: readonly string[], ignored: 'pass-over' | 'take'): Promise<string[]> {
  const tracked = ignored === 'pass-over' ? await filesOfGit(folder) : undefined
  const files = tracked ?? (await globFiles('**/*', folder, ignored === 'take'))
  return files.filter((file) => extensions.some((extension) => file.toLowerCase().endsWith(extension)))
}

/** Files that git tracks or would track; `undefined` where git has no say: no git, no working tree, an ignored folder. */
async function filesOfGit(folder: string): Promise<string[] | undefined> {
  const isIgnored = await run('git', ['check-ignore', '-q', folder], { cwd: folder }).then(
    () => true,
    () => false
  )
  if (isIgnored) return undefined
  try {
    const list = ['ls-files', '-z', '--cached', '--others', '--exclude-standard', '--deduplicate']
    const { stdout } = await run('git', list, { cwd: folder, maxBuffer: 1 << 28 })
    const files = stdout.split('\0').filter((name) => name !== '')
    return files.filter((name) => !/(?:^|\/)node_modules\//u.test(name)).map((name) => resolve(folder, name))
  } catch {
    return undefined
  }
}

async function matching(pattern: string, cwd: string, extensions: readonly string[]): Promise<string[]> {
  const files = /[*?[\]{}]/u.test(pattern) ? await globFiles(pattern, cwd, false) : []
  const wanted = files.filter((file) => extensions.some((extension) => file.toLowerCase().endsWith(extension)))
  if (wanted.length > 0) return wanted
  const message = `No file at ${relative(cwd, resolve(cwd, pattern)) || pattern}. Name a file, a folder or a quoted glob.`
  throw new OptionError('paths', message)
}

async function globFiles(pattern: string, cwd: string, everything: boolean): Promise<string[]> {
  const { glob } = await import('tinyglobby')
  const ignore = everything ? [] : ['**/node_modules/**', '**/.git/**', '**/.*/**']
  return await glob(pattern, { cwd, absolute: true, dot: everything, ignore, followSymbolicLinks: false })
}
