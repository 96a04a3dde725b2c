/* Node and pnpm in the versions this repository needs, from npm when the machine has none. */
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { run } from './process.mjs'
import { root } from './root.mjs'

const oldestNode = [22, 19]
const pnpmMajor = 12
const nodeFromNpm = 'node@24'
const pnpmFromNpm = `pnpm@${pnpmMajor}`

// A task travels to the second start by these: on a command line it would need quoting for each shell.
const taskVariable = 'AUTO_ALT_RUN'
const arrivalVariable = 'AUTO_ALT_RUN_ARRIVAL'

/** The task to run and the options behind it. */
export function readTask() {
  const sent = process.env[taskVariable]
  if (sent !== undefined) return JSON.parse(sent)
  const [name = '', ...options] = process.argv.slice(2)
  return { name, options: options[0] === '--' ? options.slice(1) : options }
}

/**
 * Removes from the environment what an outer `npm run` or `npx` puts there: an npm or pnpm started
 * below would take it for its own settings. What a user sets to reach the registry stays.
 *
 * @returns How to start npm and npx.
 */
export function withoutNpmVariables() {
  const npm = npmCommands(process.env.npm_execpath)
  const kept =
    /^npm_config_(registry|cache|userconfig|globalconfig|proxy|https?_proxy|noproxy|cafile|ca|strict_ssl|offline|prefer_offline|\/\/.*|@.*)$/i
  const foreign = /^(npm_.*|pnpm_script_src_dir|init_cwd|node_env)$/i
  for (const variable of Object.keys(process.env)) {
    if (foreign.test(variable) && !kept.test(variable)) delete process.env[variable]
  }
  // Where `pnpm` is Corepack's stand-in, it must neither ask nor edit package.json.
  process.env.COREPACK_ENABLE_DOWNLOAD_PROMPT = '0'
  process.env.COREPACK_ENABLE_AUTO_PIN = '0'
  return npm
}

/**
 * Starts this program again below npx when Node or pnpm does not do.
 *
 * @returns Nothing when both do; else how the second start ended, and whether it came to run the task.
 */
export async function ensureToolchain(npm, name, options) {
  const missing = await missingTools()
  if (missing.length === 0) {
    markArrival()
    return undefined
  }
  const found = missing.map((tool) => tool.found).join(', ')
  if (process.env[taskVariable] !== undefined) {
    console.error(`npx did not provide what is needed here: ${found}.`)
    console.error(`Install Node ${oldestNode.join('.')} or newer and pnpm ${pnpmMajor}, then run this again.`)
    return { code: 1, arrived: false }
  }
  const packages = missing.map((tool) => tool.fromNpm)
  console.log(`${found}; taking ${packages.join(' and ')} from npm.`)
  return startBelowNpx(npm, packages, JSON.stringify({ name, options }), name === 'demo')
}

async function startBelowNpx(npm, packages, task, interactive) {
  const arrival = join(mkdtempSync(join(tmpdir(), 'auto-alt-run-')), 'arrived')
  const flags = [
    '--yes',
    '--loglevel=error',
    '--no-update-notifier',
    '--no-progress',
    '--ignore-scripts=false'
  ]
  const wanted = packages.flatMap((name) => ['--package', name])
  try {
    const { code } = await run(
      npm.npx,
      [...flags, ...wanted, '--call', `node scripts/${basename(process.argv[1])}`],
      {
        show: true,
        input: interactive,
        variables: { [taskVariable]: task, [arrivalVariable]: arrival }
      }
    )
    const arrived = existsSync(arrival)
    if (!arrived)
      console.error(`npx could not start ${packages.join(' and ')}. Is the npm registry reachable?`)
    return { code: arrived ? code : code || 1, arrived }
  } finally {
    rmSync(dirname(arrival), { recursive: true, force: true })
  }
}

function markArrival() {
  const arrival = process.env[arrivalVariable]
  if (arrival !== undefined) writeFileSync(arrival, '')
  delete process.env[taskVariable]
  delete process.env[arrivalVariable]
}

async function missingTools() {
  const missing = []
  const [major, minor] = process.versions.node.split('.').map(Number)
  const oldEnough = major > oldestNode[0] || (major === oldestNode[0] && minor >= oldestNode[1])
  if (!oldEnough) {
    missing.push({ found: `Node ${process.versions.node} is too old`, fromNpm: nodeFromNpm })
  }
  const pnpm = await run(['pnpm'], ['--version'], { cwd: root, timeout: 60_000 })
  const version = pnpm.code === 0 ? pnpm.output.trim().split('\n').at(-1) : ''
  if (Number.parseInt(version, 10) !== pnpmMajor) {
    const found = version === '' ? 'pnpm is not installed' : `pnpm ${version} is not pnpm ${pnpmMajor}`
    missing.push({ found, fromNpm: pnpmFromNpm })
  }
  return missing
}

/* The npm that started this, by its file: the same one again, and no shell on Windows. */
function npmCommands(execPath) {
  const isNpm = execPath !== undefined && /^np[mx]-cli\.js$/.test(basename(execPath))
  const beside = (name) => [process.execPath, join(dirname(execPath ?? ''), name)]
  return isNpm ? { npm: beside('npm-cli.js'), npx: beside('npx-cli.js') } : { npm: ['npm'], npx: ['npx'] }
}
