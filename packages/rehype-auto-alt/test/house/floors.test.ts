import { access, glob, readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { lintCopy, repository, type Findings } from './linted-copy.ts'

const core = 'packages/rehype-auto-alt/src'
const vitePlugin = 'packages/vite-plugin-auto-alt/src'

/** Which rooms a room may import from. */
const floors: Readonly<Record<string, readonly string[]>> = {
  rules: [],
  errors: [],
  files: [],
  images: ['rules', 'errors', 'files'],
  links: ['rules', 'errors', 'files'],
  captions: ['rules', 'errors'],
  providers: ['rules', 'errors'],
  options: ['rules', 'errors', 'images', 'captions', 'providers', 'captioner'],
  captioner: ['rules', 'errors', 'files', 'images', 'links', 'captions', 'providers', 'options'],
  batch: ['rules', 'errors', 'captions', 'providers', 'options', 'captioner'],
  eval: ['rules', 'errors', 'images', 'captions', 'providers', 'options', 'captioner'],
  html: ['rules', 'errors', 'options', 'captioner'],
  estree: ['rules', 'errors', 'html'],
  rehype: [
    'rules',
    'errors',
    'files',
    'images',
    'captions',
    'providers',
    'options',
    'captioner',
    'html',
    'estree'
  ],
  satteri: ['rules', 'errors', 'options', 'captioner', 'html'],
  markdown: ['rules', 'errors', 'options', 'captioner', 'html', 'estree', 'rehype'],
  source: ['rules', 'errors', 'files', 'options', 'captioner', 'html', 'estree', 'rehype', 'markdown'],
  audit: ['rules', 'errors', 'html', 'estree', 'rehype', 'markdown', 'source'],
  lint: [
    'rules',
    'errors',
    'files',
    'images',
    'links',
    'captions',
    'options',
    'captioner',
    'source',
    'audit'
  ],
  cli: [
    'rules',
    'errors',
    'files',
    'images',
    'links',
    'captions',
    'providers',
    'options',
    'captioner',
    'batch',
    'eval',
    'html',
    'estree',
    'rehype',
    'satteri',
    'markdown',
    'source',
    'audit',
    'lint'
  ]
}
const rooms = Object.keys(floors)
const pairs = rooms.flatMap((from) => rooms.filter((to) => to !== from).map((to) => [from, to] as const))

const typeImport = (path: string): string =>
  `import type { Stone } from '${path}'\n\nexport type House = Stone\n`
const valueImport = (path: string): string => `import '${path}'\n\nexport const house: number = 1\n`

/** One broken promise of the house per file: the rule that must see it, and the file. */
const broken: Readonly<Record<string, readonly [path: string, rule: string, content: string]>> = {
  'two files that import each other': [
    `${core}/images/circle-a.ts`,
    'import(no-cycle)',
    `import { b } from './circle-b.ts'\n\nexport const a: () => number = () => b()\n`
  ],
  'two files that import each other’s types': [
    `${core}/images/types-a.ts`,
    'import(no-cycle)',
    `import type { B } from './types-b.ts'\n\nexport type A = B | 1\n`
  ],
  'a file that imports the index of its own folder': [
    `${core}/providers/own-index.ts`,
    'eslint(no-restricted-imports)',
    typeImport('./index.ts')
  ],
  'a file that imports the index of the whole package': [
    `${core}/cli/root-index.ts`,
    'eslint(no-restricted-imports)',
    typeImport('../index.ts')
  ],
  'an entry of the package that imports the command line': [
    `${core}/entry.ts`,
    'eslint(no-restricted-imports)',
    typeImport('./cli/stone.ts')
  ],
  'a subfolder that climbs to a higher floor': [
    `${core}/captions/deep/climbs.ts`,
    'eslint(no-restricted-imports)',
    typeImport('../../captioner/stone.ts')
  ],
  'a dynamic import that climbs to a higher floor': [
    `${core}/images/climbs-late.ts`,
    'eslint(no-restricted-imports)',
    `export const late = async (): Promise<unknown> => import('../captioner/stone.ts')\n`
  ],
  'rules that read files': [
    `${core}/rules/reads.ts`,
    'eslint(no-restricted-imports)',
    valueImport('node:fs')
  ],
  'rules with a dependency': [
    `${core}/rules/depends.ts`,
    'eslint(no-restricted-imports)',
    valueImport('valibot')
  ],
  'errors that read files': [
    `${core}/errors/reads.ts`,
    'eslint(no-restricted-imports)',
    valueImport('node:fs')
  ],
  'errors with a dependency': [
    `${core}/errors/depends.ts`,
    'eslint(no-restricted-imports)',
    valueImport('valibot')
  ],
  'sharp loaded at start': [
    `${core}/images/eager.ts`,
    'eslint(no-restricted-imports)',
    `import sharp from 'sharp'\n\nexport const versions: object = sharp.versions\n`
  ],
  'sharp outside images/': [
    `${core}/captioner/sharp.ts`,
    'eslint(no-restricted-imports)',
    `export const late = async (): Promise<unknown> => import('sharp')\n`
  ],
  'openai loaded at start': [
    `${core}/providers/eager.ts`,
    'eslint(no-restricted-imports)',
    `import OpenAI from 'openai'\n\nexport const client: object = OpenAI\n`
  ],
  'openai outside providers/': [
    `${core}/cli/openai.ts`,
    'eslint(no-restricted-imports)',
    `export const late = async (): Promise<unknown> => import('openai')\n`
  ],
  'an adapter that reaches into the core by package name': [
    `${vitePlugin}/vite/reaches.ts`,
    'eslint(no-restricted-imports)',
    typeImport('rehype-auto-alt/src/html/stone.ts')
  ],
  'an adapter that reaches into the core by path': [
    `${vitePlugin}/vite/climbs.ts`,
    'eslint(no-restricted-imports)',
    typeImport('../../../rehype-auto-alt/src/html/stone.ts')
  ],
  'the protocol double importing what it tests': [
    'internal/protocol-double/src/imports-core.ts',
    'eslint(no-restricted-imports)',
    typeImport('rehype-auto-alt')
  ],
  'a default export inside a folder': [
    `${core}/html/default.ts`,
    'import(no-default-export)',
    'const page: number = 1\nexport default page\n'
  ],
  'a promise that nobody awaits': [
    `${core}/captions/floating.ts`,
    'typescript(no-floating-promises)',
    `async function write(): Promise<void> {}\n\nexport function save(): void {\n  write()\n}\n`
  ],
  'an any': [`${core}/captions/any.ts`, 'typescript(no-explicit-any)', 'export type Anything = any\n'],
  'a source file of 301 lines': [`${core}/captions/long.ts`, 'eslint(max-lines)', 'export {}\n'.repeat(301)],
  'a test file of 501 lines': [
    'packages/rehype-auto-alt/test/captions/long.test.ts',
    'eslint(max-lines)',
    'export {}\n'.repeat(501)
  ],
  'a rule switched off for a line': [
    `${core}/captions/silenced.ts`,
    'typescript(no-explicit-any)',
    '// eslint-disable-next-line\nexport type Anything = any\n'
  ]
}

const sound: Readonly<Record<string, string>> = {
  [`${core}/images/late.ts`]: `import type { Sharp } from 'sharp'\n\nexport const open = async (path: string): Promise<Sharp> => {\n  const { default: sharp } = await import('sharp')\n  return sharp(path)\n}\n`,
  [`${core}/images/neighbour.ts`]: typeImport('./stone.ts'),
  [`${core}/rules/words/deep.ts`]: typeImport('../stone.ts'),
  [`${core}/index.ts`]: `import type { Stone } from './html/stone.ts'\n\nconst stone: Stone = 1\nexport default stone\n`,
  [`${vitePlugin}/index.ts`]: typeImport('rehype-auto-alt/html')
}

const rest: Readonly<Record<string, string>> = {
  [`${core}/images/circle-b.ts`]: `import { a } from './circle-a.ts'\n\nexport const b: () => number = () => a()\n`,
  [`${core}/images/types-b.ts`]: `import type { A } from './types-a.ts'\n\nexport type B = A | 2\n`,
  [`${core}/providers/index.ts`]: `export type { Stone } from './stone.ts'\n`
}

describe('The linter guards the floors', () => {
  let findings: Findings

  beforeAll(async () => {
    findings = await lintCopy({
      ...rest,
      ...sound,
      ...Object.fromEntries(rooms.map((room) => [`${core}/${room}/stone.ts`, 'export type Stone = 1\n'])),
      ...Object.fromEntries(pairs.map(([from, to]) => [pairFile(from, to), typeImport(`../${to}/stone.ts`)])),
      ...Object.fromEntries(Object.values(broken).map(([path, , content]) => [path, content]))
    })
  })

  test.each(rooms)('%s imports from its own floor and below only', (from) => {
    const refused = rooms.filter((to) =>
      rulesOf(findings, pairFile(from, to)).includes('eslint(no-restricted-imports)')
    )
    expect(refused).toEqual(rooms.filter((to) => to !== from && !floors[from]?.includes(to)))
  })

  test.each(Object.keys(broken))('%s is reported', (title) => {
    const [path, rule] = broken[title] ?? ['', '']
    expect(rulesOf(findings, path)).toContain(rule)
  })

  test.each(Object.keys(sound))('%s, which keeps all rules, is left alone', (path) => {
    expect(findings.get(path) ?? []).toEqual([])
  })

  test('every room of the core has its floor in the table of this test', async () => {
    const found = new Set<string>()
    for await (const path of glob('*/**/*.ts', { cwd: join(repository, core) })) {
      found.add(path.split(/[\\/]/)[0] ?? '')
    }
    expect(rooms).toEqual(expect.arrayContaining([...found]))
  })
})

describe('Nothing makes the linter blind', () => {
  // Where a tsconfig's `extends` leads nowhere, import/no-cycle reports nothing and says nothing.
  test('every tsconfig extends a file that is there', async () => {
    for await (const path of glob('{packages,internal,examples}/**/tsconfig*.json', {
      cwd: repository,
      exclude: (name) => name === 'node_modules' || name === 'dist'
    })) {
      const base = /"extends":\s*"(\.[^"]+)"/.exec(await readFile(join(repository, path), 'utf8'))?.[1]
      expect(base, `${path} extends nothing`).toBeDefined()
      await expect(access(join(repository, dirname(path), base ?? '')), path).resolves.toBeUndefined()
    }
  })

  test('no file switches a rule off', async () => {
    const silenced: string[] = []
    for await (const path of glob('{packages,internal}/*/{src,test,bin}/**/*.{ts,js}', { cwd: repository })) {
      const text = await readFile(join(repository, path), 'utf8')
      if (/^\s*(\/\/|\/\*)\s*(oxlint|eslint)-disable/m.test(text)) silenced.push(path)
    }
    expect(silenced).toEqual([])
  })
})

function pairFile(from: string, to: string): string {
  return `${core}/${from}/imports-${to}.ts`
}

function rulesOf(findings: Findings, path: string): string[] {
  return (findings.get(path) ?? []).map((finding) => finding.split(': ')[0] ?? '')
}
