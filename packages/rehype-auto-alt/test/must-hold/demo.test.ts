import { readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'

import type { Run } from '../cli/run-main.ts'
import { start } from './built-command.ts'

const script = '../../../../examples/markdown/demo/demo.ts'
const repository = fileURLToPath(new URL('../../../../', import.meta.url))

function demo(env: Readonly<Record<string, string>> = {}): Promise<Run> {
  return start(script, [], { cwd: tmpdir(), env }).ended
}

/** One run after the other: they share a folder. */
describe('npm run demo', { timeout: 120_000 }, () => {
  test.each(['the first time', 'the second time'])('shows the whole path, %s', async () => {
    const { status, stderr, stdout } = await demo()
    expect(status, stderr).toBe(0)
    expect(stdout).toContain('No model is asked.')
    expect(stderr).toMatch(/Asking 127\.0\.0\.1:prepared-answers .*about \d+ images: about \d+ kB/u)
    expect(stdout).toMatch(/\d+ images without an alternative, in \d+ places\n/u)

    const [, table = ''] = /Image +Before +After +From\n([^]*?)\n\n/u.exec(stdout) ?? []
    const rows = table.split('\n').filter((line) => line.startsWith('  ') && line.includes(' none  '))
    expect(rows.length).toBeGreaterThanOrEqual(12)
    for (const origin of [
      'alt-text.json',
      'text file beside image',
      'embedded in image',
      'asked just now',
      'needs a person'
    ]) {
      expect(rows.filter((row) => row.endsWith(origin)).length, origin).toBeGreaterThan(0)
    }
    for (const line of stdout.split('\n')) expect(line).not.toContain('\u001B')
    for (const line of table.split('\n')) expect(line.length).toBeLessThanOrEqual(100)

    const [, requests] = /The server got (\d+) requests\./u.exec(stdout) ?? []
    expect(Number(requests)).toBeGreaterThan(5)
    expect(stdout).toContain('No request was sent.')
    expect(stdout).toContain('The server got 0 requests in this second run.')

    const [, after = ''] = / {2}After +(.*index\.html)/u.exec(stdout) ?? []
    const [, captions = ''] = / {2}Captions +(.*alt-text\.json)/u.exec(stdout) ?? []
    expect(after.startsWith(repository)).toBe(true)
    const html = await readFile(after, 'utf8')
    expect(html).toContain(
      'Kingfisher with a blue back and orange breast on a mossy post in front of the weir'
    )
    expect(await readFile(after.replace('after', 'before'), 'utf8')).not.toContain(
      'Kingfisher with a blue back'
    )
    expect(await readFile(captions, 'utf8')).toContain('Kingfisher with a blue back')
  })

  test('with AUTO_ALT_PROVIDER says whom it asks; when nobody answers there it says so and what to do', async () => {
    const { status, stderr, stdout } = await demo({
      AUTO_ALT_PROVIDER: 'ollama:gemma3',
      AUTO_ALT_BASE_URL: 'http://127.0.0.1:1/v1'
    })
    expect(status).toBe(1)
    expect(stdout).toContain('pictures of this example and words of its pages go to ollama:gemma3')
    expect(stdout.indexOf('go to ollama')).toBeLessThan(stdout.indexOf('1  auto-alt generate'))
    expect(stdout).toContain('nothing answers at http://127.0.0.1:1/v1; is it running?')
    expect(stdout).toMatch(/The demo ends here\n\nauto-alt ended with status 2[^]*Without AUTO_ALT_PROVIDER/u)
    expect(stdout).not.toContain('Where to look')
    expect(stderr).not.toContain('    at ')
  })
})
