import { existsSync, readFileSync } from 'node:fs'
import { relative } from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, test } from 'vitest'
import { repository } from './linted-copy.ts'
import { codeEntries, publicPackages } from './public-packages.ts'

const entries = publicPackages.flatMap((name) => codeEntries(name))

describe('What users can import', () => {
  test.each(entries)('$specifier has a source', ({ specifier, source }) => {
    expect(existsSync(source), `${specifier} is in "exports", but ${fromRoot(source)} is missing`).toBe(true)
  })

  test.each(entries)('$specifier names each of its exports', ({ source }) => {
    expect(readFileSync(source, 'utf8')).not.toMatch(/export \*/)
  })

  test('changes only together with public-surface.txt (vitest -u writes it anew)', async () => {
    const sections: string[] = []
    for (const { specifier, source } of entries) {
      const names = existsSync(source) ? await exportedNames(source) : [`missing: ${fromRoot(source)}`]
      sections.push(`${specifier}\n${names.map((name) => `  ${name}\n`).join('')}`)
    }
    await expect(sections.join('\n')).toMatchFileSnapshot('./public-surface.txt')
  })
})

async function exportedNames(source: string): Promise<string[]> {
  const module = (await import(pathToFileURL(source).href)) as Record<string, unknown>
  const types = exportedTypes(readFileSync(source, 'utf8')).map((name) => `type ${name}`)
  return [...Object.keys(module).toSorted(), ...types.toSorted()]
}

function exportedTypes(text: string): string[] {
  const lists = [...text.matchAll(/export (type )?\{([^}]*)\}/g)].flatMap(([, isType, list = '']) =>
    list
      .split(',')
      .map((name) => name.trim())
      .filter((name) => name !== '' && (isType !== undefined || name.startsWith('type ')))
      .map((name) => name.replace(/^type /, '').replace(/^.* as /, ''))
  )
  const declared = [...text.matchAll(/export (?:interface|type) (\w+)/g)].map(([, name = '']) => name)
  return [...lists, ...declared]
}

function fromRoot(path: string): string {
  return relative(repository, path).replaceAll('\\', '/')
}
