import { readFile } from 'node:fs/promises'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

import { OptionError } from '../errors/option-error.ts'
import type { Options } from './options.ts'
import { checkOptions } from './schema.ts'

const names = ['auto-alt.config.ts', 'auto-alt.config.js', 'auto-alt.config.json'] as const

/** Options from a config file, and whether the file is code (JSON is data and is trusted with less). */
export interface LoadedConfig {
  readonly options: Options
  readonly isCode: boolean
}

/** Reads `auto-alt.config.{ts,js,json}` from a folder; empty options when there is none. Never looks further up. */
export async function loadConfig(folder: string): Promise<LoadedConfig> {
  const name = names.find((candidate) => existsSync(join(folder, candidate)))
  if (name === undefined) return { options: {}, isCode: false }
  const file = join(folder, name)
  const isCode = !name.endsWith('.json')
  const options = checkOptions(isCode ? await importDefault(file, name) : await readJson(file, name), name)
  if (options.config !== undefined) {
    throw new OptionError('config', `Unexpected option \`config\` in ${name}: it is for inline options only.`)
  }
  if (!isCode && options.apiKey !== undefined) {
    throw new OptionError(
      'apiKey',
      `Unexpected \`apiKey\` in ${name}: a key does not belong in a file that is committed. ` +
        'Set AUTO_ALT_API_KEY in the environment or in .env instead, and revoke a key that was committed.'
    )
  }
  return { options, isCode }
}

async function importDefault(file: string, name: string): Promise<unknown> {
  let module: { default?: unknown }
  try {
    module = (await import(pathToFileURL(file).href)) as { default?: unknown }
  } catch (error) {
    throw new OptionError('config', `Cannot load ${name}: ${messageOf(error)}`, { cause: error })
  }
  if (module.default === undefined) {
    throw new OptionError('config', `Expected ${name} to have a default export with the options.`)
  }
  return module.default
}

async function readJson(file: string, name: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as unknown
  } catch (error) {
    // The parser quotes what it stumbled over, and that may be a key: neither its words nor the error go on.
    const reason = messageOf(error).replace(/, (?:\.\.\.)?".*$/su, ' where none belongs')
    throw new OptionError('config', `Cannot read ${name}: ${reason}. Is it JSON?`)
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
