import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Failure } from './checks.mjs'
import { run } from './process.mjs'

const settings = {
  nodenext: { module: 'nodenext' },
  bundler: { module: 'esnext', moduleResolution: 'bundler' }
}

/**
 * Compiles a user's file that imports every entry, as Node and as a bundler resolve it, with the packages'
 * declarations checked too. Errors in declarations of others are not ours to judge.
 */
export async function checkTypes(folder, names) {
  const entries = names.flatMap((name) => {
    const manifest = JSON.parse(readFileSync(join(folder, 'node_modules', name, 'package.json'), 'utf8'))
    const { exports, peerDependenciesMeta = {} } = manifest
    // An entry for an optional host, as `./astro`, has the host's types in its own: without it nobody imports it.
    const hasItsHost = (entry) =>
      !(entry.slice(2) in peerDependenciesMeta) || existsSync(join(folder, 'node_modules', entry.slice(2)))
    return Object.keys(exports)
      .filter((entry) => !entry.endsWith('.json') && hasItsHost(entry))
      .map((entry) => name + entry.slice(1))
  })
  const lines = entries.map((entry, index) => `import * as entry${index} from '${entry}'`)
  const used = `export const all: unknown[] = [${entries.map((_, index) => `entry${index}`).join(', ')}]`
  writeFileSync(join(folder, 'user.mts'), [...lines, used, ''].join('\n'))
  for (const [name, options] of Object.entries(settings)) await compile(folder, name, options)
  return `${entries.length} entries`
}

async function compile(folder, name, options) {
  const file = join(folder, `tsconfig.${name}.json`)
  const compilerOptions = { target: 'es2023', strict: true, noEmit: true, types: ['node'], ...options }
  writeFileSync(file, JSON.stringify({ compilerOptions, files: ['user.mts'] }))
  const { code, output } = await run(['pnpm'], ['exec', 'tsc', '-p', file, '--pretty', 'false'])
  const errors = output.split('\n').filter((line) => /error TS\d+/.test(line))
  const ours = errors.filter(
    (line) => !line.includes('node_modules') || /(rehype|vite-plugin)-auto-alt\//.test(line)
  )
  if (ours.length > 0) throw new Failure(`${name}:\n${ours.join('\n')}`)
  if (code !== 0 && errors.length === 0) throw new Failure(output)
}
