import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'

import { cacheFolder } from '../../src/captions/cache-folder.ts'
import { project } from './samples.ts'

test('the cache lies in the project’s node_modules where it has some', async () => {
  const { root } = await project()
  expect(cacheFolder(root)).toBe(join(root, 'node_modules/.cache/auto-alt'))
})

test('the cache of a project without node_modules lies in the user’s cache folder, one for each project', async () => {
  const { root } = await project()
  const [a, b] = [join(root, 'a'), join(root, 'b')]
  await mkdir(a)
  const env = { XDG_CACHE_HOME: join(root, 'xdg') }
  expect(cacheFolder(a, env)).toMatch(/xdg[\\/]auto-alt[\\/][0-9a-f]{16}$/u)
  expect(cacheFolder(a, env)).toBe(cacheFolder(`${a}/../a/`, env))
  expect(cacheFolder(a, env)).not.toBe(cacheFolder(b, env))
})

test.runIf(process.platform === 'linux')(
  'a relative XDG_CACHE_HOME is not obeyed, as its specification says',
  async () => {
    const { root } = await project()
    expect(cacheFolder(join(root, 'a'), { XDG_CACHE_HOME: 'xdg', HOME: '/home/me' })).toMatch(
      /^\/home\/me\/\.cache\/auto-alt\//u
    )
  }
)
