import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Checks, must } from './checks.mjs'
import { run, wasInterrupted } from './process.mjs'
import { build, install } from './workspace.mjs'

/** Options go to vitest, as in `npm test -- captions`; with some, only tests run. */
export default async function test(options) {
  const checks = new Checks()
  if (!(await checks.prepare('Installing', install))) return checks.end()
  if (!(await checks.check('Building', build))) return checks.end()
  if (options.length === 0) {
    await checks.check('Checking the types of the tests', () => must(['pnpm'], ['run', 'typecheck']))
    await checks.check('Linting', () => must(['pnpm'], ['run', 'lint']))
    await checks.check('Checking the format', () => must(['pnpm'], ['run', 'format:check']))
  }
  const { summary, skipped, trouble } = await runVitest(options)
  if (wasInterrupted()) return checks.end()
  for (const { name, count, why } of skipped) {
    console.log(`Skipped: ${name}${count > 1 ? ` (${count} tests)` : ''}${why ? `: ${why}` : ''}`)
  }
  for (const line of trouble) console.log(`Failed: ${line}`)
  checks.add(summary)
  return checks.end()
}

// Vitest colours its output also where nobody sees colours, as in a log file.
const colours = process.stdout.isTTY || 'FORCE_COLOR' in process.env ? [] : ['--no-color']
const reporters = ['--reporter=default', '--reporter=./scripts/summary-reporter.mjs']

async function runVitest(options) {
  const folder = mkdtempSync(join(tmpdir(), 'auto-alt-test-'))
  const file = join(folder, 'summary.json')
  try {
    const { code } = await run(['pnpm'], ['exec', 'vitest', 'run', ...reporters, ...colours, ...options], {
      show: true,
      variables: { AUTO_ALT_TEST_SUMMARY: file }
    })
    return withCrash(readSummary(file), code)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function readSummary(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return { summary: { passed: 0, failed: 0, skipped: 0 }, skipped: [], trouble: [] }
  }
}

/* Vitest may end with an error that no test stands for: a crash, or no test found. */
function withCrash(result, code) {
  if (code === 0 || result.summary.failed > 0) return result
  const { summary, skipped, trouble } = result
  return {
    summary: { ...summary, failed: 1 },
    skipped,
    trouble: [...trouble, `vitest ended with exit status ${code}`]
  }
}
