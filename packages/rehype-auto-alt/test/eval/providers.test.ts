import { fileURLToPath, pathToFileURL } from 'node:url'
import { type Fault, startProtocolDouble } from '@auto-alt/protocol-double'
import { describe, expect, onTestFinished, test } from 'vitest'

import type { EvalReport } from '../../src/eval/report.ts'
import { runMain } from '../cli/run-main.ts'
import { type Site, makeSite } from '../support/site.ts'

const entry = pathToFileURL(fileURLToPath(new URL('../../src/providers/index.ts', import.meta.url))).href

interface TwoServers extends Site {
  /** Requests that each of them got. */
  readonly asked: { clean: number; faulty: number }
  /** What goes wrong with the second server. */
  fault: (number: number) => Fault | undefined
  run(...args: readonly string[]): Promise<EvalReport>
}

/** Two servers with addresses of their own, from the config file. */
async function twoServers(): Promise<TwoServers> {
  const asked = { clean: 0, faulty: 0 }
  const clean = await startProtocolDouble({
    answer: () => {
      asked.clean++
      return 'A square of one colour'
    }
  })
  const faulty = await startProtocolDouble({
    answer: () => 'A square in one colour',
    fault: () => all.fault(++asked.faulty)
  })
  onTestFinished(async () => {
    await clean.close()
    await faulty.close()
  })
  const provider = (name: string, url: string): string =>
    `openaiCompatible({ name: '${name}', baseURL: '${url}', model: 'double' })`
  const site = await makeSite({
    'page.md': '![Red square on the wall](a.png)\n\n![Blue square on the wall](b.png)\n',
    'auto-alt.config.js': `import { openaiCompatible } from '${entry}'
export default {
  provider: [${provider('clean', clean.url)}, ${provider('faulty', faulty.url)}],
  prices: { 'clean:double': { input: 100, output: 1000 } },
  concurrency: 1
}
`
  })
  await site.picture('a.png', 'red')
  await site.picture('b.png', 'blue')
  const all: TwoServers = {
    ...site,
    asked,
    fault: () => undefined,
    run: async (...args) => {
      await runMain(['eval', ...args], site.root)
      return JSON.parse(await site.read('auto-alt-eval/report.json')) as EvalReport
    }
  }
  return all
}

describe('providers of the config file', () => {
  test('are measured one by one, each with its costs, tries and time', async () => {
    const site = await twoServers()
    site.fault = (number) =>
      number === 1 ? { kind: 'status', status: 503 } : { kind: 'slow', milliseconds: 60 }
    const [clean, faulty] = (await site.run()).providers
    expect([clean?.provider, faulty?.provider]).toEqual(['clean:double', 'faulty:double'])
    const { input = 0, output = 0 } = clean?.tokens ?? {}
    expect(clean?.usd).toBeCloseTo((input * 100 + output * 1000) / 1_000_000)
    expect(clean?.usdPerThousand).toBeCloseTo((clean?.usd ?? 0) * 500)
    // Two answers, one request that failed, and one that finds out whether the model sees at all.
    expect(faulty).toMatchObject({ usd: null, usdPerThousand: null, requests: { total: 4, failed: 1 } })
    expect(faulty?.latency?.median).toBeGreaterThan(50)
    expect(site.asked).toEqual({ clean: 2, faulty: 4 })
    // What it took is remembered with the answer.
    expect((await site.run()).providers[1]?.requests).toEqual(faulty?.requests)
    expect(site.asked).toEqual({ clean: 2, faulty: 4 })
  })

  test('that decline are not asked again, those that fail are', async () => {
    const site = await twoServers()
    site.fault = (number) => ({ kind: number === 1 ? 'refusal' : 'reset' })
    const { images, isComparable, providers } = await site.run('--retries', '0')
    expect(providers[1]?.outcomes).toMatchObject({ refused: 1, failed: 1 })
    expect(isComparable).toBe(false)
    const said = images.flatMap(({ answers }) =>
      answers.filter(({ provider }) => provider === 'faulty:double')
    )
    expect(said.map(({ message }) => message)).toEqual([
      expect.stringContaining('declines'),
      expect.stringMatching(/connection|reach/iu)
    ])
    site.fault = () => undefined
    const again = await site.run('--retries', '0')
    expect(site.asked).toEqual({ clean: 2, faulty: 3 })
    expect(again.providers[1]?.outcomes).toMatchObject({ refused: 1, fit: 1 })
  })

  test('whose price nobody knows take no limit in dollars', async () => {
    const site = await twoServers()
    const { status, stderr } = await runMain(['eval', '--budget-usd', '1'], site.root)
    expect(status).toBe(2)
    expect(stderr).toContain('budget.usd: what tokens of faulty:double cost is not known')
    expect(site.asked).toEqual({ clean: 0, faulty: 0 })
  })

  test('of one name are an error', async () => {
    const site = await twoServers()
    const config = await site.read('auto-alt.config.js')
    await site.write('auto-alt.config.js', config.replace("name: 'faulty'", "name: 'clean'"))
    const { status, stderr } = await runMain(['eval'], site.root)
    expect(status).toBe(2)
    expect(stderr).toContain('two of them are called clean:double')
    expect(site.asked).toEqual({ clean: 0, faulty: 0 })
  })
})
