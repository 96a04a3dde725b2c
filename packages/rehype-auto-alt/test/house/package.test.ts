import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { folderOf, manifestOf, publicPackages } from './public-packages.ts'

const expected: Readonly<Record<string, RegExp>> = {
  'rehype-auto-alt':
    /^(package\.json|README\.md|LICENSE|bin\/auto-alt\.js|schema\/captions\.json|dist\/[\w./-]+\.(js|d\.ts))$/,
  'vite-plugin-auto-alt':
    /^(package\.json|README\.md|LICENSE|components\/\w+\.astro|dist\/[\w./-]+\.(js|d\.ts))$/
}

describe.each(publicPackages)('The package %s as it is published', (name) => {
  let files: readonly string[]

  beforeAll(async () => {
    files = await packedFiles(name)
  })

  test('holds its README and LICENSE', () => {
    expect(files).toEqual(expect.arrayContaining(['package.json', 'README.md', 'LICENSE']))
  })

  test('holds a file for every entry and command', () => {
    const { exports, bin = {} } = manifestOf(name)
    const targets = Object.values(exports).flatMap((target) =>
      typeof target === 'string' ? [target] : [target.types, target.default]
    )
    const wanted = [...targets, ...Object.values(bin)].map((path) => path.replace(/^\.\//, ''))
    expect(wanted.filter((path) => !files.includes(path))).toEqual([])
  })

  test('holds nothing else than code, declarations and what they need', () => {
    expect(files.filter((path) => !expected[name]?.test(path))).toEqual([])
  })

  test('holds code only of sources that are there', () => {
    const left = files.filter((path) => {
      const source = path.replace(/^dist\//, 'src/').replace(/(\.d\.ts|\.js)$/, '.ts')
      return path.startsWith('dist/') && !existsSync(join(folderOf(name), source))
    })
    expect(left, 'delete the dist folder and build again').toEqual([])
  })
})

async function packedFiles(name: string): Promise<string[]> {
  const folder = folderOf(name)
  if (!existsSync(join(folder, 'dist'))) throw new Error(`${name} is not built: run "pnpm run build" first.`)
  const output = await new Promise<string>((resolve, reject) => {
    const shell = process.platform === 'win32'
    execFile('pnpm', ['pack', '--dry-run', '--json'], { cwd: folder, shell }, (error, stdout, stderr) => {
      if (error === null) resolve(stdout)
      else reject(new Error(`pnpm pack failed: ${stdout}${stderr}`, { cause: error }))
    })
  })
  const { files } = JSON.parse(output) as { files: ReadonlyArray<{ path: string }> }
  return files.map(({ path }) => path)
}
