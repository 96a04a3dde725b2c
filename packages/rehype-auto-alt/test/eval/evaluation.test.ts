import { describe, expect, test } from 'vitest'

import { captionSum } from '../../src/captions/caption-sum.ts'
import type { EvalReport } from '../../src/eval/report.ts'
import { runMain, startServer } from '../cli/run-main.ts'
import { makeSite } from '../support/site.ts'
import { cleanWords, describedSite, saidOf } from './described-site.ts'

describe('auto-alt eval', () => {
  test('measures providers by the images that people described', async () => {
    const site = await describedSite()
    const { status, stderr, stdout } = await site.run()
    expect(status).toBe(0)
    expect(stderr).toMatch(/^Asking vllm:clean about 3 images: about \d+ kB/mu)
    expect(stderr.match(/name no language/gu)).toHaveLength(1)
    expect(stdout).toMatch(
      /^3 images with a good human alternative, of 4 alternatives \(1 not good enough\)\n/u
    )
    expect(stdout).toMatch(/Kept by the first answer +3 of 3 \(100 %\) +0 of 3 \(0 %\)/u)
    expect(stdout).toMatch(/Report: auto-alt-eval\/report\.html\n$/u)

    const report = await reportIn(site)
    expect(report).toMatchObject({ version: 1, isComparable: true, sample: { taken: 3, poor: 1 } })
    const [clean, faulty] = report.providers
    expect(clean).toMatchObject({
      provider: 'vllm:clean',
      answered: 3,
      outcomes: { fit: 3, flagged: 0 },
      style: { texts: 3, firstPass: 3, finalPass: 3, repaired: 0, first: {} },
      language: { firstRight: 3, finalRight: 3 },
      tokens: { input: expect.any(Number), isEstimated: false },
      usd: 0,
      requests: { total: 3, repairs: 0, failed: 0 }
    })
    expect(faulty).toMatchObject({
      style: { texts: 3, firstPass: 0, repaired: 3 },
      requests: { total: 6, repairs: 3 }
    })
    expect(faulty?.style.first).toHaveProperty('wrong-language', 3)
    expect(faulty).toMatchObject({
      outcomes: { fit: 0, flagged: 3 },
      language: { firstRight: 0, finalRight: 0 }
    })
    const agreement = (of: typeof clean): number => of?.agreement.rougeL?.mean ?? 0
    expect(agreement(clean)).toBeGreaterThan(agreement(faulty) + 0.2)
    expect(report.images.map(({ references }) => references)).toEqual(
      Object.values(saidOf).map((text) => [text])
    )
    expect(report.images[0]?.answers[0]).toMatchObject({ text: cleanWords.red, outcome: 'fit' })
  })

  test('changes neither captions nor pages, and keeps its folder out of git', async () => {
    const site = await describedSite()
    const before = await site.read('one.md')
    await site.run()
    expect(await site.read('one.md')).toBe(before)
    await expect(site.read('alt-text.json')).rejects.toThrow('ENOENT')
    expect(await site.read('auto-alt-eval/.gitignore')).toBe('*\n')
  })

  test('tells no model what people said of the image', async () => {
    const heard: string[] = []
    const site = await describedSite((colour, { text }) => {
      if (text.toLowerCase().includes(saidOf[colour].toLowerCase())) heard.push(`${colour}: ${text}`)
    })
    const { blue, lime, red } = saidOf
    await site.write(
      'a.html',
      `<title>${blue}</title><h2>${lime.toUpperCase()}!</h2><p>Look: ${red}, said they.</p><img src="red.png" alt="${red}"><p>Then ${red}.</p>`
    )
    await site.write('b.md', `# ${lime}\n\nAbout the ${lime}. ${red}\n\n![${lime}, again](lime.png)\n`)
    await site.run()
    expect(heard).toEqual([])
    const all = site.server.chats.map(({ body }) => JSON.stringify(body)).join('\n')
    // What people say of other images is there, as examples.
    expect(all).toContain(`- ${red}`)
    expect(all).toContain(`- ${blue}`)
    expect(all).toContain('Look: , said they.')
  })

  test('does not hold a model against itself', async () => {
    const site = await describedSite()
    const digest = (await reportAfter(site)).images[0]?.digest ?? ''
    const store = async (sum: string): Promise<void> => {
      const caption = { alt: saidOf.red, status: 'approved', origin: 'model', sum }
      await site.write(
        'alt-text.json',
        JSON.stringify({ version: 1, captions: { [`${digest}:en`]: caption } })
      )
      await site.run()
    }
    await store('edited')
    expect((await reportIn(site)).sample).toMatchObject({ taken: 3, poor: 1 })
    await store(captionSum(saidOf.red))
    expect((await reportIn(site)).sample).toMatchObject({ taken: 2, poor: 2 })
  })

  test('asks nothing twice, and all anew with --fresh', async () => {
    const site = await describedSite()
    const first = await reportAfter(site)
    const asked = site.server.chats.length
    const again = await reportAfter(site)
    expect(site.server.chats).toHaveLength(asked)
    expect(again.images.map(texts)).toEqual(first.images.map(texts))
    expect(
      again.providers.map(({ remembered, requests, wallSeconds }) => [remembered, requests, wallSeconds])
    ).toEqual(first.providers.map(({ requests }) => [3, requests, null]))
    const bytes = await site.read('auto-alt-eval/report.json')
    await site.run()
    expect(await site.read('auto-alt-eval/report.json')).toBe(bytes)
    await site.run('--fresh')
    expect(site.server.chats).toHaveLength(2 * asked)
  })

  test('a line that a killed process left behind costs one answer, and no more', async () => {
    const site = await describedSite()
    await site.run()
    const asked = site.server.chats.length
    const lines = await site.read('auto-alt-eval/answers.jsonl')
    await site.write('auto-alt-eval/answers.jsonl', lines.slice(0, -30))
    await site.run()
    expect(site.server.chats).toHaveLength(asked + 1)
    await site.run()
    expect(site.server.chats).toHaveLength(asked + 1)
  })

  test('another limit of length is another question', async () => {
    const site = await describedSite()
    await site.run()
    const asked = site.server.chats.length
    await site.run('--max-length', '90')
    expect(site.server.chats.length).toBeGreaterThan(asked)
  })

  test('--limit takes the same images each time', async () => {
    const site = await describedSite()
    const takenBy = async (...args: string[]): Promise<(string | undefined)[]> =>
      (await reportAfter(site, ...args)).images.map(({ image }) => image)
    const taken = await takenBy('--limit', '2')
    expect(taken).toHaveLength(2)
    await site.write('zero.md', `![${saidOf.blue}](blue.png)\n`)
    expect(new Set(await takenBy('--limit', '2'))).toEqual(new Set(taken))
    expect((await site.run('--limit', '0')).stderr).toContain('--limit takes a whole number of images')
  })

  test('--dry-run says what it would take, and asks nobody', async () => {
    const site = await describedSite()
    const price = ['--price', 'vllm:clean=1/2']
    const { status, stdout } = await site.run('--dry-run', ...price)
    expect(status).toBe(0)
    expect(stdout).toMatch(/ {2}vllm:clean: 3 requests, roughly [\d,]+ tokens, about \$0\.0\d+\n/u)
    expect(stdout).toMatch(/ {2}vllm:faulty: 3 requests, roughly [\d,]+ tokens, no cost\n/u)
    expect(site.server.requests).toHaveLength(0)
    await expect(site.read('auto-alt-eval/report.json')).rejects.toThrow('ENOENT')
    await site.run()
    const json = await site.run('--dry-run', '--format', 'json')
    expect(JSON.parse(json.stdout)).toMatchObject({
      dryRun: true,
      providers: [
        { provider: 'vllm:clean', requests: 0, remembered: 3 },
        { provider: 'vllm:faulty', requests: 0, remembered: 3 }
      ]
    })
  })

  test('a budget is shared equally, and what was answered counts', async () => {
    const site = await describedSite()
    const { status, stdout } = await site.run('--budget-requests', '4', '--concurrency', '1')
    expect(status).toBe(0)
    expect(stdout).toMatch(/^vllm:clean: The budget of 2 requests is used up/mu)
    const { isComparable, providers } = await reportIn(site)
    expect(providers.map(({ requests }) => requests.total)).toEqual([2, 2])
    expect(providers[0]?.outcomes).toMatchObject({ fit: 2, 'not-asked': 1 })
    expect(isComparable).toBe(false)
    const rest = await reportAfter(site, '--budget-requests', '2', '--concurrency', '1')
    expect(rest.providers[0]?.outcomes).toMatchObject({ fit: 3, 'not-asked': 0 })
  })

  test('--verify has texts looked at again, once', async () => {
    const site = await describedSite()
    const { providers } = await reportAfter(site, '--verify')
    expect(providers[0]?.requests.total).toBe(6)
    const asked = site.server.chats.length
    await site.run('--verify')
    expect(site.server.chats).toHaveLength(asked)
  })

  test('--format json prints the report, which names no key and no path of this machine', async () => {
    const site = await describedSite()
    const { stdout } = await site.run('--format', 'json', '--api-key', 'a-very-secret-key')
    expect(stdout).toBe(await site.read('auto-alt-eval/report.json'))
    for (const file of ['report.json', 'report.html', 'answers.jsonl']) {
      const text = await site.read(`auto-alt-eval/${file}`)
      expect(text).not.toContain('a-very-secret-key')
      expect(text).not.toContain(site.root)
    }
  })
})

describe('who cannot be measured', () => {
  test('nobody', async () => {
    const site = await describedSite()
    const { status, stderr } = await runMain(['eval', '--provider', 'none'], site.root)
    expect(status).toBe(2)
    expect(stderr).toContain('provider: nobody is there to be measured')
  })

  test('several servers with one address', async () => {
    const site = await describedSite()
    const several = ['eval', '--provider', 'ollama:a', '--provider', 'vllm:b', '--base-url', site.server.url]
    const { status, stderr } = await runMain(several, site.root)
    expect(status).toBe(2)
    expect(stderr).toContain('baseURL: belongs to one provider, but several are to be measured')
  })

  test('a server that refuses every request', async () => {
    const { server } = await startServer({ fault: () => ({ kind: 'status', status: 401 }) })
    const site = await makeSite({ 'one.md': `![${saidOf.red}](red.png)\n` })
    await site.picture('red.png', 'red')
    const args = ['eval', '--provider', 'vllm:double', '--base-url', server.url]
    expect((await runMain(args, site.root)).status).toBe(2)
  })

  test('pages on which nobody described anything', async () => {
    const site = await makeSite({ 'one.md': '![](red.png)\n' })
    const { status, stderr } = await runMain(['eval'], site.root)
    expect(status).toBe(2)
    expect(stderr).toContain('There is no image with a good human alternative: 0 alternatives found')
  })
})

function texts({ answers }: EvalReport['images'][number]): (string | null)[] {
  return answers.map(({ text }) => text)
}

interface ReadsFiles {
  read(path: string): Promise<string>
}

async function reportIn(site: ReadsFiles): Promise<EvalReport> {
  return JSON.parse(await site.read('auto-alt-eval/report.json')) as EvalReport
}

async function reportAfter(
  site: ReadsFiles & { run(...args: readonly string[]): Promise<unknown> },
  ...args: readonly string[]
): Promise<EvalReport> {
  await site.run(...args)
  return await reportIn(site)
}
