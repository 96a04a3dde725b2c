import { mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { Checks, Failure, must } from './checks.mjs'
import { checkTypes } from './matrix-types.mjs'
import { root } from './root.mjs'
import { build, install } from './workspace.mjs'

const packages = ['rehype-auto-alt', 'vite-plugin-auto-alt']
const nodeVersions = { 'Node 22.19': '22.19.0', 'Node 24': '24' }

/** What a user's machine may be: package managers, Node versions, the packages as they are published. */
export default async function matrix(_options, npm) {
  const checks = new Checks()
  if (!(await checks.prepare('Installing', install))) return checks.end()
  if (!(await checks.check('Building', build))) return checks.end()
  const scratch = mkdtempSync(join(realpathSync(tmpdir()), 'auto-alt-matrix-'))
  try {
    await runMatrix(checks, npm, scratch)
  } finally {
    rmSync(scratch, { recursive: true, force: true, maxRetries: 3 })
  }
  return checks.end()
}

async function runMatrix(checks, npm, scratch) {
  let nodes = {}
  await checks.prepare('Fetching Node 22.19, Node 24 and yarn', async () => {
    nodes = await fetchTools(npm, join(scratch, 'tools'))
  })
  const tarballs = {}
  for (const name of packages) {
    await checks.check(`Packing ${name}`, async () => {
      tarballs[name] = await pack(name, join(scratch, 'packed', name))
    })
    await checks.check(`publint ${name}`, async () => {
      await must(['pnpm'], ['exec', 'publint', 'run', '--strict', packed(tarballs, name)])
    })
  }
  for (const [title, project] of Object.entries(projects(npm, scratch, tarballs))) {
    const folder = join(scratch, title.replaceAll(' ', '-'))
    if (!(await checks.check(`${title}: installing into an empty project`, () => project.add(folder))))
      continue
    for (const [version, node] of Object.entries(nodes)) {
      const how = { cwd: folder, variables: { PATH: `${dirname(node)}${delimiter}${process.env.PATH}` } }
      await checks.check(`${title}: importing every entry under ${version}`, async () => {
        writeFileSync(join(folder, 'entries.mjs'), importEveryEntry(project.names))
        return (await must([node], ['entries.mjs'], how)).trim()
      })
      await checks.check(`${title}: auto-alt --help under ${version}`, () => help(folder, how))
    }
    if (project.types) await checks.check(`${title}: types`, () => checkTypes(folder, project.names))
  }
  const oldest = nodes['Node 22.19']
  await checks.check('All tests under Node 22.19', async () => {
    if (oldest === undefined) throw new Failure('There is no Node 22.19: see above.')
    const PATH = `${dirname(oldest)}${delimiter}${process.env.PATH}`
    const variables = { PATH, AUTO_ALT_FULL: '1' }
    await must(
      [oldest],
      [join(root, 'node_modules/vitest/vitest.mjs'), 'run', '--reporter=dot', '--no-color'],
      { variables }
    )
  })
}

/* The packages behind npm's `node`, which hold the program itself: no install script has to run. */
async function fetchTools(npm, folder) {
  emptyProject(folder)
  const system = `${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`
  const program = process.platform === 'win32' ? 'bin/node.exe' : 'bin/node'
  const wanted = Object.values(nodeVersions).map((version) => [
    `node-${version}`,
    `npm:node-${system}@${version}`
  ])
  const specifiers = wanted.map(([alias, specifier]) => `${alias}@${specifier}`)
  await must(npm.npm, ['install', '--no-audit', '--no-fund', ...specifiers, 'yarn@1.22.22'], { cwd: folder })
  return Object.fromEntries(
    Object.entries(nodeVersions).map(([title, version]) => [
      title,
      join(folder, 'node_modules', `node-${version}`, program)
    ])
  )
}

async function pack(name, destination) {
  mkdirSync(destination, { recursive: true })
  await must(['pnpm'], ['--dir', join(root, 'packages', name), 'pack', '--pack-destination', destination])
  const file = readdirSync(destination).find((entry) => entry.endsWith('.tgz'))
  if (file === undefined) throw new Failure(`pnpm pack wrote no file to ${destination}`)
  return join(destination, file)
}

function packed(tarballs, name) {
  const file = tarballs[name]
  if (file === undefined) throw new Failure(`There is no packed ${name}: see above.`)
  return file
}

/* The adapter depends on a version of the core that is not published yet: the overrides lead to the file. */
function projects(npm, scratch, tarballs) {
  const core = () => packed(tarballs, 'rehype-auto-alt')
  const both = () => packages.map((name) => packed(tarballs, name))
  const yarn = join(scratch, 'tools/node_modules/yarn/bin/yarn.js')
  const addWithNpm = (folder, specifiers) =>
    must(npm.npm, ['install', '--no-audit', '--no-fund', ...specifiers], { cwd: folder })
  return {
    npm: {
      names: ['rehype-auto-alt'],
      add: async (folder) => {
        emptyProject(folder)
        await addWithNpm(folder, [core()])
      }
    },
    pnpm: {
      names: ['rehype-auto-alt'],
      add: async (folder) => {
        emptyProject(folder)
        await must(['pnpm'], ['add', core()], { cwd: folder })
      }
    },
    yarn: {
      names: ['rehype-auto-alt'],
      add: async (folder) => {
        emptyProject(folder)
        const cache = ['--cache-folder', join(scratch, 'yarn-cache')]
        await must([process.execPath], [yarn, 'add', `file:${core()}`, '--non-interactive', ...cache], {
          cwd: folder
        })
      }
    },
    'npm with vite': {
      names: packages,
      types: true,
      add: async (folder) => {
        emptyProject(folder)
        await addWithNpm(folder, [...both(), 'vite', '@types/node'])
      }
    },
    'pnpm with vite': {
      names: packages,
      add: async (folder) => {
        emptyProject(folder)
        const overrides = `overrides:\n  rehype-auto-alt: ${JSON.stringify(`file:${core()}`)}\n`
        writeFileSync(join(folder, 'pnpm-workspace.yaml'), overrides)
        await must(['pnpm'], ['add', ...both(), 'vite'], { cwd: folder })
      }
    }
  }
}

function emptyProject(folder) {
  mkdirSync(folder, { recursive: true })
  writeFileSync(
    join(folder, 'package.json'),
    JSON.stringify({ name: 'empty-project', version: '1.0.0', private: true })
  )
}

async function help(folder, how) {
  const output = await must([join(folder, 'node_modules/.bin/auto-alt')], ['--help'], how)
  if (!output.includes('generate')) throw new Failure(`--help does not name the command generate:\n${output}`)
}

function importEveryEntry(names) {
  return `import { readFileSync } from 'node:fs'
let count = 0
for (const name of ${JSON.stringify(names)}) {
  const { exports } = JSON.parse(readFileSync(\`node_modules/\${name}/package.json\`, 'utf8'))
  for (const entry of Object.keys(exports)) {
    const isJson = entry.endsWith('.json')
    const module = await import(name + entry.slice(1), isJson ? { with: { type: 'json' } } : {})
    if (Object.keys(module).length === 0) throw new Error(\`\${name + entry.slice(1)} exports nothing\`)
    count += 1
  }
}
console.log(\`\${count} entries\`)
`
}
