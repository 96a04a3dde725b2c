// Loaded with --import: writes to $PROBE_FILE at exit which modules and native addons this process loaded and which
// files it opened.
import fs from 'node:fs'
import { registerHooks, syncBuiltinESMExports } from 'node:module'
import { fileURLToPath } from 'node:url'

type Call = (...args: unknown[]) => unknown

const { writeFileSync } = fs
const modules = new Set<string>()
const opened = new Set<string>()

registerHooks({
  resolve(specifier, context, nextResolve) {
    const resolved = nextResolve(specifier, context)
    modules.add(resolved.url)
    return resolved
  }
})

const note = (path: unknown): void => {
  if (path instanceof URL && path.protocol === 'file:') opened.add(fileURLToPath(path))
  else if (typeof path === 'string' || Buffer.isBuffer(path)) opened.add(String(path))
}

function watch(object: object, name: string, noteCall: (args: readonly unknown[]) => void): void {
  const functions = object as Record<string, Call>
  const original = functions[name]
  if (!original) throw new Error(`There is no ${name} to watch`)
  functions[name] = function (this: unknown, ...args) {
    noteCall(args)
    return original.apply(this, args)
  }
}

for (const name of ['open', 'readFile']) watch(fs.promises, name, ([path]) => note(path))
for (const name of [
  'open',
  'openSync',
  'readFile',
  'readFileSync',
  'createReadStream',
  'copyFile',
  'copyFileSync'
]) {
  watch(fs, name, ([path]) => note(path))
}
watch(process, 'dlopen', ([, path]) => void modules.add(String(path)))
syncBuiltinESMExports()

process.on('exit', () => {
  const file = process.env['PROBE_FILE']
  if (file !== undefined) writeFileSync(file, JSON.stringify({ modules: [...modules], opened: [...opened] }))
})
