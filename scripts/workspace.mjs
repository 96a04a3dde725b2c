import { existsSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { must } from './checks.mjs'
import { root } from './root.mjs'

/** Installs the workspace's dependencies. Asks nothing, changes no lockfile that is there. */
export async function install() {
  const lockfile = existsSync(join(root, 'pnpm-lock.yaml')) ? ['--frozen-lockfile'] : []
  await must(
    ['pnpm'],
    ['install', ...lockfile, '--reporter=append-only', '--config.confirm-modules-purge=false']
  )
}

/** Builds everything anew: what an earlier build left of sources that are gone would be published too. */
export async function build() {
  for (const kind of ['packages', 'internal']) {
    for (const name of readdirSync(join(root, kind)))
      rmSync(join(root, kind, name, 'dist'), { recursive: true, force: true })
  }
  await must(['pnpm'], ['run', 'build'])
}
