import { beforeEach, describe, expect, test, vi } from 'vitest'

import { makeSite } from '../support/site.ts'
import { runMain, startServer } from './run-main.ts'

const escape = '\u001B['

beforeEach(() => {
  // The spinner looks at the process's own variables.
  for (const name of ['CI', 'TERM', 'NO_COLOR', 'FORCE_COLOR']) vi.stubEnv(name, undefined)
  return () => void vi.unstubAllEnvs()
})

describe('what a terminal shows', () => {
  async function smallSite(): Promise<{ root: string; env: Record<string, string> }> {
    const { env } = await startServer({
      answer: () => 'A red rectangle',
      fault: () => ({ kind: 'slow', milliseconds: 120 })
    })
    const site = await makeSite({ 'page.md': '![](a.png) ![](gone.png)', 'page.html': '<img src="a.png">' })
    await site.picture('a.png', 'red')
    return { root: site.root, env }
  }

  test.each([
    ['generate', ['page.html']],
    ['generate', ['--dry-run', 'page.html']],
    ['fill', ['page.html']],
    ['caption', ['a.png']]
  ])('auto-alt %s %j writes no escape code where nobody watches', async (name, more) => {
    const { env, root } = await smallSite()
    const { stderr, stdout } = await runMain([name, ...more], root, env)
    expect(stdout).toContain(name === 'caption' ? 'a.png' : '1 place')
    expect(stdout + stderr).not.toContain('\u001B')
    expect(stdout + stderr).not.toContain('\r')
    expect(stderr).not.toContain('Reading 1 of')
  })

  test('on a terminal there is progress, and it is gone before the summary', async () => {
    const { env, root } = await smallSite()
    const { stderr, stdout } = await runMain(['generate'], root, env, 'terminal')
    expect(stderr).toContain(escape)
    expect(stderr).toMatch(/Reading 2 of 2 pages|\d of \d images · \d requests?/u)
    expect(stdout).toContain(`${escape}1m2 images without an alternative, in 3 places`)
  })

  test.each([
    ['CI', 'true'],
    ['TERM', 'dumb']
  ])('with %s=%s there is no progress on a terminal', async (name, value) => {
    const { env, root } = await smallSite()
    const { stderr } = await runMain(['generate'], root, { ...env, [name]: value }, 'terminal')
    expect(stderr).not.toContain('\u001B')
    expect(stderr).not.toContain('Reading')
  })

  test('NO_COLOR keeps the summary plain on a terminal, FORCE_COLOR colours it anywhere', async () => {
    const { env, root } = await smallSite()
    expect((await runMain(['generate'], root, { ...env, NO_COLOR: '1' }, 'terminal')).stdout).not.toContain(
      escape
    )
    expect((await runMain(['generate'], root, { ...env, FORCE_COLOR: '1' })).stdout).toContain(escape)
  })

  test('notices go to standard error only', async () => {
    const { env, root } = await smallSite()
    const { stderr, stdout } = await runMain(['generate', '--format', 'json'], root, env)
    expect(stderr).toContain('Asking ')
    expect(stdout).toMatch(/^\{\n/u)
    expect(() => JSON.parse(stdout) as unknown).not.toThrow()
  })
})
