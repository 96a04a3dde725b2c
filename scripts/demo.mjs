import { step } from './checks.mjs'
import { run } from './process.mjs'
import { build, install } from './workspace.mjs'

export default async function demo(options) {
  if (!(await step('Installing', install))) return 1
  if (!(await step('Building', build))) return 1
  const { code } = await run(
    ['pnpm'],
    ['--silent', '--filter', '@auto-alt/example-markdown', 'run', 'demo', ...options],
    { show: true, input: true }
  )
  return code
}
