import { describe, expect, test } from 'vitest'

import type { EvalReport } from '../../src/eval/report.ts'
import { type Run, runMain, startServer } from '../cli/run-main.ts'
import { type Site, makeSite, pictureOf } from '../support/site.ts'

const lines = (...objects: readonly unknown[]): string =>
  objects.map((object) => (typeof object === 'string' ? object : JSON.stringify(object))).join('\n')

interface SetSite extends Site {
  readonly asked: string[]
  /** Runs the evaluation of `sets/set.jsonl`. */
  run(...args: readonly string[]): Promise<Run>
  report(): Promise<EvalReport>
}

async function siteWithSet(set: string): Promise<SetSite> {
  const asked: string[] = []
  const { server } = await startServer({
    answer: ({ text }) => {
      asked.push(text)
      return text.includes('German (de)') ? 'Ein rotes Quadrat auf weißem Grund' : 'A red square'
    }
  })
  const site = await makeSite({ 'sets/set.jsonl': set })
  const args = ['eval', '--provider', 'vllm:double', '--base-url', server.url, '--set', 'sets/set.jsonl']
  return {
    ...site,
    asked,
    run: (...more) => runMain([...args, ...more], site.root),
    report: async () => JSON.parse(await site.read('auto-alt-eval/report.json')) as EvalReport
  }
}

describe('auto-alt eval --set', () => {
  test('asks about its images with its context, each once, in its language', async () => {
    const site = await siteWithSet(
      lines(
        { image: 'a b%20#.png', alt: 'Square in red', context: { title: 'Squares', before: 'Look:' } },
        '',
        { image: './a b%20#.png', alt: ['A square that is red', 'square in red'] },
        { image: '../two.png', alt: 'Rotes Viereck', language: 'de-AT' }
      )
    )
    await site.picture('sets/a b%20#.png', 'red')
    await site.picture('two.png', 'orange')
    expect(await site.run()).toMatchObject({ status: 0 })
    expect(site.asked).toHaveLength(2)
    expect(site.asked.find((text) => text.includes('English (en)'))).toContain(
      'Page title: Squares\nText before: Look:'
    )
    const { images, sample } = await site.report()
    expect(sample).toMatchObject({ from: 'set', taken: 2, poor: 0 })
    expect(
      images.map(({ image, language, line, references }) => ({ image, language, line, references }))
    ).toEqual([
      {
        image: 'sets/a b%20#.png',
        language: 'en',
        line: 1,
        references: ['Square in red', 'A square that is red']
      },
      { image: 'two.png', language: 'de', line: 4, references: ['Rotes Viereck'] }
    ])
    expect(images[1]?.answers[0]).toMatchObject({
      text: 'Ein rotes Quadrat auf weißem Grund',
      outcome: 'fit'
    })
  })

  test('takes the nearest of several references', async () => {
    const site = await siteWithSet(
      lines({ image: 'a.png', alt: ['Something else altogether', 'A red square'] })
    )
    await site.picture('sets/a.png', 'red')
    await site.run()
    expect((await site.report()).images[0]?.answers[0]?.agreement).toEqual({ rouge1: 1, rougeL: 1 })
  })

  test('names every line that is wrong, and asks nobody', async () => {
    const site = await siteWithSet(
      lines(
        { image: 'a.png', alt: 'A square' },
        'image: a.png',
        { image: 'a.png' },
        { image: 'a.png', alt: [] },
        { image: 'a.png', alt: '   ' },
        { image: 'a.png', alt: 'A square', language: 'not a tag' },
        { image: 'a.png', alt: 'A square', caption: 'A square' },
        '[]'
      )
    )
    const { status, stderr } = await site.run()
    expect(status).toBe(2)
    for (const line of [2, 3, 4, 5, 6, 7, 8]) expect(stderr).toContain(`\nsets/set.jsonl:${line}: `)
    expect(stderr).not.toContain('set.jsonl:1:')
    expect(stderr).toContain('sets/set.jsonl:2: this is not JSON')
    expect(stderr).toContain('sets/set.jsonl:6: language: expected a BCP 47 language tag')
    expect(site.asked).toEqual([])
  })

  test('leaves out what cannot be read, and what lies elsewhere, by name', async () => {
    const site = await siteWithSet(
      lines(
        { image: 'a.png', alt: 'A square' },
        { image: 'gone.png', alt: 'Gone' },
        { image: '../../outside/secret.png', alt: 'Secret' },
        { image: 'https://elsewhere.example/x.png', alt: 'Elsewhere' }
      )
    )
    await site.picture('sets/a.png', 'red')
    const { writeFile } = await import('node:fs/promises')
    await writeFile(`${site.outside}/secret.png`, await pictureOf('secret.png', 'blue'))
    const { status, stderr } = await site.run()
    expect(status).toBe(0)
    expect(stderr).toMatch(/gone\.png/u)
    expect(stderr).toMatch(/secret\.png/u)
    expect(stderr).toMatch(/elsewhere\.example/u)
    expect(site.asked).toHaveLength(1)
    expect((await site.report()).sample.unusable).toBe(3)
  })

  test('says what is wrong with the file, and takes no pages besides', async () => {
    const site = await siteWithSet('')
    expect(await site.run()).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('There is no image with a good human alternative')
    })
    const gone = await runMain(['eval', '--set', 'no.jsonl'], site.root)
    expect(gone.stderr).toContain('--set: no.jsonl cannot be read (ENOENT)')
    expect((await site.run('one.md')).stderr).toContain('--set names the images; leave the paths out')
  })
})
