import { AutoAltError } from '../errors/auto-alt-error.ts'
import { presets } from '../providers/presets.ts'
import { scrubSecrets } from '../providers/scrub-secrets.ts'
import type { Io } from './io.ts'

/**
 * An error as the command line shows it: a user's error is its message, anything else is ours to mend and says so.
 * Keys never show.
 *
 * @param debug Show where the error comes from, and what caused it.
 */
export function errorInWords(
  error: unknown,
  args: readonly string[],
  env: Io['env'],
  debug: boolean
): string {
  const isOurs = AutoAltError.isInstance(error)
  const message = error instanceof Error ? error.message : String(error)
  const lead = isOurs ? 'auto-alt: ' : 'auto-alt: this is a bug, please report it: '
  const text = `${lead}${message}${debug || !isOurs ? stacksOf(error) : ''}`
  // Frames one by one and by known keys only: a long path looks like a key.
  return text
    .split('\n')
    .map((line) => (/^ +at /u.test(line) ? withoutKnown(line, args, env) : withoutSecrets(line, args, env)))
    .join('\n')
}

/** A text without the keys that were given to this run, and without user names and passwords in addresses. */
export function withoutSecrets(text: string, args: readonly string[], env: Io['env']): string {
  const clean = text
    .replace(/(\/\/)[^\s/@'"]*@/gu, '$1')
    // A key after a misspelt `--api-key=`.
    .replace(/(unknown option '-[^'=]*=)[^']*/gu, '$1…')
  return scrubSecrets(clean, secretsOf(args, env))
}

function withoutKnown(text: string, args: readonly string[], env: Io['env']): string {
  return secretsOf(args, env).reduce((clean, secret) => clean.replaceAll(secret, '[key]'), text)
}

function secretsOf(args: readonly string[], env: Io['env']): string[] {
  const variables = ['AUTO_ALT_API_KEY', ...presets.flatMap(({ keyVariable }) => keyVariable ?? [])]
  const given = args.flatMap((arg, index) => {
    if (arg === '--api-key') return args[index + 1] ?? []
    return arg.startsWith('--api-key=') ? arg.slice('--api-key='.length) : []
  })
  const all = [...variables.map((name) => env[name]), ...given]
  // What local servers are given as a key (`ollama`, `none`) is a word that messages need.
  return all.flatMap((secret) => (secret === undefined || secret.trim().length < 8 ? [] : secret.trim()))
}

function stacksOf(error: unknown): string {
  let text = ''
  for (let cause = error, depth = 0; cause instanceof Error && depth < 5; cause = cause.cause, depth++) {
    text += `\n${depth === 0 ? '' : 'Caused by: '}${cause.stack ?? String(cause)}`
  }
  return text
}
