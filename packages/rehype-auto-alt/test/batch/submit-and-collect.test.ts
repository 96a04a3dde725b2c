import { cp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'

import { runMain } from '../cli/run-main.ts'
import { batchSite, expectedAlts, range } from './batch-site.ts'

describe('auto-alt batch', () => {
  test('submits what has no caption, and collects it from another machine with the same project', async () => {
    const site = await batchSite(8)
    const submitted = await site.run('batch', 'submit')
    expect(submitted.stderr).toContain('batch_1: submitted, 7 images')
    expect(submitted.stdout).toContain('7  on their way in a batch')
    expect(submitted.status).toBe(0)
    // One is asked about at once, to see that key, model and parameters work.
    expect(site.server.chats).toHaveLength(1)
    expect(Object.keys(await site.alts())).toHaveLength(1)

    const elsewhere = join(site.outside, 'clone')
    await cp(site.root, elsewhere, { recursive: true })
    await rm(join(elsewhere, 'node_modules'), { recursive: true })
    const { status, stdout } = await runMain(['batch', 'collect'], elsewhere, site.env)
    expect(stdout).toBe('batch_1: completed; 7 described\n')
    expect(status).toBe(0)
    await cp(join(elsewhere, 'alt-text.json'), join(site.root, 'alt-text.json'))
    expect(await site.alts()).toEqual(expectedAlts(...range(8)))
    const models = Object.values(await site.captions()).map(({ model }) => model)
    expect(new Set(models)).toEqual(new Set(['double']))
    expect(site.timesSent()).toEqual(Array(8).fill(1))
    const left = await runMain(['batch', 'status'], elsewhere, site.env)
    expect(left.stdout).toBe('No batch is in flight.\n')
    await expect(cp(join(elsewhere, 'alt-text.batch.json'), join(site.outside, 'x'))).rejects.toThrow(
      'ENOENT'
    )
  })

  test('counts an image once for each language that it is described in', async () => {
    const site = await batchSite(3)
    await site.write('de.md', '---\nlang: de\n---\n![](0.png)\n\n![](1.png)\n')
    const { stderr, stdout } = await site.run('batch', 'submit')
    expect(stderr).toContain('batch_1: submitted, 4 images')
    expect(stdout).toContain('4  on their way in a batch')
  })

  test('submits no image twice: not by a second submit, not by generate, not by a build', async () => {
    const site = await batchSite(5, { looks: 9 })
    await site.run('batch', 'submit')
    const again = await site.run('batch', 'submit')
    expect(again.stderr).not.toContain('submitted')
    const single = await site.run('generate')
    expect(single.stdout).toContain('4  on their way in a batch')
    expect(single.stdout).toContain('No request was sent.')
    await site.write('dist/index.html', '<img src="/1.png"><img src="/2.png">')
    await site.write('dist/1.png', await site.bytes('1.png'))
    await site.write('dist/2.png', await site.bytes('2.png'))
    await site.run('fill', 'dist', '--provider', 'vllm:double')
    expect(site.timesSent()).toEqual(Array(5).fill(1))
    expect(site.server.batch?.batches.all).toHaveLength(1)
    const status = await site.run('batch', 'status')
    expect(status.stdout).toMatch(/^batch_1: in_progress, 0 of 4 images done, since [\d-]+ [\d:]+ UTC\n$/u)
    const json = await site.run('batch', 'status', '--format', 'json')
    expect(JSON.parse(json.stdout)).toMatchObject({
      version: 1,
      batches: [{ batch: 'batch_1', images: 4, status: 'in_progress' }],
      again: []
    })
    expect((await site.run('batch', 'collect', '--on-missing', 'error')).status).toBe(1)
  })

  test('a new image goes into a batch of its own; both are collected', async () => {
    const site = await batchSite(4)
    await site.run('batch', 'submit')
    await site.picture('new.png', 'white')
    await site.picture('newer.png', '#151515')
    await site.write('more.md', '![](new.png) ![](newer.png)')
    const second = await site.run('batch', 'submit', '--format', 'json')
    expect(JSON.parse(second.stdout)).toMatchObject({ submitted: [{ batch: 'batch_2', images: 1 }] })
    const { stdout } = await site.run('batch', 'collect', '--format', 'json')
    expect(JSON.parse(stdout)).toMatchObject({
      collected: [
        { batch: 'batch_1', generated: 3, inputTokens: 2100 },
        { batch: 'batch_2', generated: 1 }
      ],
      waiting: []
    })
    expect(Object.keys(await site.alts())).toHaveLength(6)
  })

  test('what names a link or a button is never taken as decorative', async () => {
    const site = await batchSite(
      4,
      {},
      // Requests in a batch have no headers of their own.
      {
        answer: ({ headers }) =>
          headers.host ? 'A plain coloured box' : { alt_text: '', kind: 'decorative' }
      }
    )
    await site.write(
      'page.md',
      '![](0.png)\n\n![](3.png)\n\n[![](1.png)](https://example.com/a/very/long/way/to/go?x=1)'
    )
    await site.write('page.html', '<html lang="de"><button><img src="2.png"></button></html>')
    await site.run('batch', 'submit')
    const flying = await site.read('alt-text.batch.json')
    await site.run('batch', 'collect')
    const captions = Object.entries(await site.captions())
    const proposals = captions.filter(([, { problems }]) => problems?.includes('decorative-proposal'))
    expect(proposals.length).toBeGreaterThanOrEqual(1)
    for (const [key, { files }] of proposals) {
      expect(key).toMatch(/^[0-9a-f]{32}:en$/u)
      expect(['0.png', '3.png']).toContain(files?.[0])
    }
    expect(flying).toMatch(/:en:link=https:\/\/example\.com\/a\/very|:de"/u)
  })

  test('what a person wrote while the batch was on its way stays', async () => {
    const site = await batchSite(3)
    await site.run('batch', 'submit')
    const flying = JSON.parse(await site.read('alt-text.batch.json')) as {
      batches: { items: Record<string, { files: string[] }> }[]
    }
    const [key = ''] = Object.keys(flying.batches[0]?.items ?? {})
    const stored = { version: 1, captions: { ...(await site.captions()), [key]: { alt: 'My own words' } } }
    await site.write('alt-text.json', JSON.stringify(stored))
    const { stdout } = await site.run('batch', 'collect')
    expect(stdout).toBe('batch_1: completed; 1 described, 1 already captioned by then\n')
    expect((await site.captions())[key]?.alt).toBe('My own words')
  })

  test('a dry run says what would go, and nothing does', async () => {
    const site = await batchSite(3)
    const { stdout } = await site.run('batch', 'submit', '--dry-run')
    expect(stdout).toContain('Would ask about 3 images')
    expect(site.server.requests).toHaveLength(0)
  })

  test('says before anything leaves what will, and the budget holds', async () => {
    const site = await batchSite(6)
    const { stderr, stdout } = await site.run('batch', 'submit', '--budget-requests', '4')
    expect(stderr).toMatch(
      /Asking 127\.0\.0\.1:double.* about 6 images: about \d+ kB, .* with words of the pages/u
    )
    expect(stderr).toContain('batch_1: submitted, 3 images')
    expect(stdout).toContain('The budget of 4 requests is used up.')
    expect(site.server.perImage.size).toBe(4)
  })

  test('a provider that takes no batches is named', async () => {
    const site = await batchSite(2)
    const { status, stderr } = await site.run('batch', 'submit', '--provider', 'vllm')
    expect(status).toBe(2)
    expect(stderr).toContain('takes no batches; OpenAI and Inference.net do. Run `auto-alt generate`')
  })
})

test('generate --batch --wait submits, waits, asks again for what failed alone, and ends', async () => {
  const seen = new Set<string>()
  const site = await batchSite(6, {
    looks: 2,
    fault: ({ earlier, image }) => {
      seen.add(image?.sha256 ?? '')
      return earlier === 0 && seen.size <= 2 ? { kind: 'status', status: 500 } : undefined
    }
  })
  const { status, stderr, stdout } = await site.run('generate', '--batch', '--wait', '--poll', '0.02')
  expect(stderr).toContain('batch_1: submitted, 5 images')
  expect(stderr).toMatch(/batch_1: completed; 3 described, 2 to be asked again/u)
  expect(stdout).toContain('6  from alt-text.json')
  expect(status).toBe(0)
  expect(await site.alts()).toEqual(expectedAlts(...range(6)))
  expect(site.timesSent().toSorted((a, b) => a - b)).toEqual([1, 1, 1, 1, 2, 2])
})
