import { startProtocolDouble } from '@auto-alt/protocol-double'
import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { onTestFinished, test, expect } from 'vitest'
import rehypeAutoAlt, { type AutoAlt, type Options, createAutoAlt } from '../../src/index.ts'
import { type CaptionedSite, captionedSite } from '../support/captioned-site.ts'
import { pageFile, process } from './pipelines.ts'

const silent = { info: () => {}, warn: () => {} }

async function siteWithServer(): Promise<{ site: CaptionedSite; options: Options; asked: () => number }> {
  const server = await startProtocolDouble({ answer: () => 'A tabby cat asleep on a chair' })
  onTestFinished(() => server.close())
  const site = await captionedSite()
  await site.add('cat')
  const options = { root: site.root, provider: 'vllm:double', baseURL: server.url, frozen: false }
  return { site, options, asked: () => server.chats.length }
}

const htmlOf = async (site: CaptionedSite, path: string, autoAlt: AutoAlt | Options): Promise<string> => {
  const file = pageFile(site, '![](cat.png) ![](cat.png)', `content/${path}`)
  return String(await process(file, 'markdown', [[rehypeAutoAlt, autoAlt]]))
}

const described =
  '<p><img src="cat.png" alt="A tabby cat asleep on a chair"> <img src="cat.png" alt="A tabby cat asleep on a chair"></p>'

test('pages that share one object ask once for an image, in whatever order and processor they are', async () => {
  const { asked, options, site } = await siteWithServer()
  const autoAlt = createAutoAlt(options, { log: silent })
  const pages = await Promise.all(['a.md', 'b.md', 'c.md'].map((path) => htmlOf(site, path, autoAlt)))
  expect(pages).toEqual([described, described, described])
  expect(asked()).toBe(1)
  await autoAlt.flush()
  expect(Object.keys(await site.captions())).toEqual([site.key('cat')])
})

test('a later run finds in the captions file what an earlier one asked for, and needs no provider', async () => {
  const { asked, options, site } = await siteWithServer()
  const autoAlt = createAutoAlt(options, { log: silent })
  expect(await htmlOf(site, 'a.md', autoAlt)).toBe(described)
  await autoAlt.flush()
  expect(await htmlOf(site, 'a.md', createAutoAlt({ ...options, provider: false }, { log: silent }))).toBe(
    described
  )
  expect(asked()).toBe(1)
})

test.each([
  ['options', 'options'],
  ['a shared object', 'createAutoAlt(options)']
])('a script that hands over %s and then simply ends leaves a captions file', async (_, given) => {
  const { asked, options, site } = await siteWithServer()
  const here = (path: string): string => JSON.stringify(join(import.meta.dirname, path))
  await site.write(
    'build.ts',
    `import rehypeAutoAlt, { createAutoAlt } from ${here('../../src/index.ts')}
     import { pageFile, process as run } from ${here('pipelines.ts')}
     const options = ${JSON.stringify(options)}
     const site = { root: ${JSON.stringify(site.root)} }
     console.log(String(await run(pageFile(site, '![](cat.png) ![](cat.png)'), 'markdown', [[rehypeAutoAlt, ${given}]])))`
  )
  const { stdout } = await promisify(execFile)(
    globalThis.process.execPath,
    ['--conditions=@auto-alt/source', join(site.root, 'build.ts')],
    {
      cwd: site.root
    }
  )
  expect(stdout.trim()).toBe(described)
  expect(asked()).toBe(1)
  expect(await site.captions()).toMatchObject({
    [site.key('cat')]: {
      alt: 'A tabby cat asleep on a chair',
      status: 'generated',
      origin: 'model',
      page: 'content/page.md'
    }
  })
})

test('a frozen build asks nobody and writes nothing', async () => {
  const { asked, options, site } = await siteWithServer()
  const autoAlt = createAutoAlt({ ...options, frozen: undefined }, { log: silent, env: { CI: 'true' } })
  expect(await htmlOf(site, 'a.md', autoAlt)).toBe(
    '<p><img src="cat.png" alt=""> <img src="cat.png" alt=""></p>'
  )
  await autoAlt.flush()
  expect(asked()).toBe(0)
  await expect(site.read('alt-text.json')).rejects.toThrow('ENOENT')
})
