/* Entry of `npm run demo`, `npm test` and `npm run test:matrix`. Runs on Node 20 and needs nothing installed. */
import { countLine } from './checks.mjs'
import { ensureToolchain, readTask, withoutNpmVariables } from './toolchain.mjs'

const tasks = {
  demo: () => import('./demo.mjs'),
  test: () => import('./test.mjs'),
  matrix: () => import('./matrix.mjs')
}

const { name, options } = readTask()
const load = tasks[name]

if (load === undefined) {
  console.error(`Usage: node scripts/run.mjs ${Object.keys(tasks).join('|')} [options]`)
  process.exitCode = 2
} else {
  process.exitCode = await run(load, options).catch((error) => {
    console.error(error)
    if (name !== 'demo') console.log(countLine({ passed: 0, failed: 1, skipped: 0 }))
    return 1
  })
}

async function run(load, options) {
  const npm = withoutNpmVariables()
  const elsewhere = await ensureToolchain(npm, name, options)
  if (elsewhere === undefined) return (await load()).default(options, npm)
  if (!elsewhere.arrived && name !== 'demo') console.log(countLine({ passed: 0, failed: 1, skipped: 0 }))
  return elsewhere.code
}
