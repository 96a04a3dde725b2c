import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, realpath, rename, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { rehype } from 'rehype'
import { VFile } from 'vfile'
import { afterAll, describe, expect, test } from 'vitest'

import type { Run } from '../cli/run-main.ts'
import rehypeAutoAlt from '../../src/index.ts'
import { start } from '../must-hold/built-command.ts'
import { type Site, makeSite } from '../support/site.ts'
import { startHub } from './hub-double.ts'
import { readmeSnippet } from './readme-snippet.ts'
import { writeChatModel } from './tiny-models/chat-model.ts'
import { writeEncoderDecoder } from './tiny-models/encoder-decoder.ts'
import { writeTaskModel } from './tiny-models/task-model.ts'

const isFull = process.env['AUTO_ALT_FULL'] === '1'
const name = '@huggingface/transformers'
const installed = isFull ? await install() : undefined
const missing = isFull ? `skipped: ${name} could not be installed` : 'set AUTO_ALT_FULL=1 to run'
const title = `A model that runs in this process${installed === undefined ? ` (${missing})` : ''}`

/** The library has nearly 500 MB, so that it is no dependency of this package, not even for its development. */
async function install(): Promise<string | undefined> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'auto-alt-transformers-')))
  await writeFile(join(folder, 'package.json'), '{ "name": "packages", "private": true }')
  const flags = ['--no-audit', '--no-fund', '--ignore-scripts']
  try {
    await promisify(execFile)('npm', ['install', ...flags, `${name}@^4.3.0`], {
      cwd: folder,
      timeout: 400_000
    })
    return folder
  } catch {
    await rm(folder, { recursive: true, force: true })
    return undefined
  }
}

afterAll(async () => {
  if (installed !== undefined) await rm(installed, { recursive: true, force: true, maxRetries: 3 })
})

/** A project that has the library, and pictures of three colours. */
async function siteWithLibrary(): Promise<Site> {
  const site = await makeSite()
  await mkdir(join(site.root, 'node_modules/@huggingface'))
  await symlink(join(installed ?? '', 'node_modules', name), join(site.root, 'node_modules', name))
  await site.picture('red.png', '#e11')
  await site.picture('green.png', '#1e1')
  await site.picture('blue.png', '#11e')
  return site
}

async function caption(
  site: Site,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {}
): Promise<Run> {
  const cache = { XDG_CACHE_HOME: join(site.outside, 'cache') }
  const images = args.some((arg) => arg.endsWith('.png')) ? [] : ['red.png', 'green.png', 'blue.png']
  return await start('auto-alt', ['caption', ...images, ...args], {
    cwd: site.root,
    env: { ...cache, ...env }
  }).ended
}

describe.skipIf(installed === undefined)(title, { timeout: 120_000 }, () => {
  test('of the kind of vit-gpt2 describes what it sees, by name from the command line', async () => {
    const site = await siteWithLibrary()
    await writeEncoderDecoder(join(site.root, 'models/vit'))
    const run = await caption(site, ['--provider', 'transformers:./models/vit'])
    expect(run.stdout, run.stderr).toBe(
      'red.png: A red square on paper\ngreen.png: A green square on paper\nblue.png: A blue square on paper\n'
    )
    expect(run.stderr).toContain('No request was sent.')
    expect(Object.values(await site.captions())[0]).toMatchObject({ origin: 'model', model: './models/vit' })
    const german = await caption(site, [
      'red.png',
      '--provider',
      'transformers:./models/vit',
      '--language',
      'de'
    ])
    expect(german.stdout).toBe('red.png: (none: not-described)\n')
    expect(german.stderr).toContain('it writes English only, and German (de) is wanted')
  })

  test('of the kind of SmolVLM sees the picture and obeys the words', async () => {
    const site = await siteWithLibrary()
    await writeChatModel(join(site.root, 'models/chat'))
    const provider = ['--provider', 'transformers:./models/chat']
    const english = await caption(site, provider)
    expect(english.stdout, english.stderr).toBe(
      'red.png: A red square\ngreen.png: A green square\nblue.png: A blue square\n'
    )
    const german = await caption(site, ['blue.png', ...provider, '--language', 'de'])
    expect(german.stdout, german.stderr).toBe('blue.png: Ein blaues Quadrat\n')
  })

  test('serves the plugin as well', async () => {
    const site = await siteWithLibrary()
    await writeChatModel(join(site.root, 'models/chat'))
    const file = new VFile({ path: join(site.root, 'page.html'), value: '<img src="green.png">' })
    const html = await rehype()
      .data('settings', { fragment: true })
      .use(rehypeAutoAlt, { root: site.root, provider: 'transformers:./models/chat', frozen: false })
      .process(file)
    expect(String(html)).toBe('<img src="green.png" alt="A green square">')
  })

  test('of the kind of Florence-2 says more where more is allowed', async () => {
    const site = await siteWithLibrary()
    await writeTaskModel(join(site.root, 'models/task'))
    const provider = ['--provider', 'transformers:./models/task']
    expect((await caption(site, ['red.png', ...provider])).stdout).toBe('red.png: A red square\n')
    const long = await caption(site, ['blue.png', ...provider, '--max-length', '250'])
    expect(long.stdout, long.stderr).toBe('blue.png: A large blue square\n')
  })

  test('of the kind of TrOCR reads a line, and only one that it is sure of', async () => {
    const site = await siteWithLibrary()
    await writeEncoderDecoder(join(site.root, 'models/sure'), 'trocr')
    await writeEncoderDecoder(join(site.root, 'models/unsure'), 'trocr', 0.5)
    const unsure = await caption(site, ['red.png', '--provider', 'transformers:./models/unsure'])
    expect(unsure.stdout, unsure.stderr).toBe('red.png: (none: not-described)\n')
    const sure = await caption(site, ['red.png', '--provider', 'transformers:./models/sure'])
    expect(sure.stdout, sure.stderr).toBe('red.png: A red square on paper\n')
  })

  test('is fetched once with its progress told, and needs no connection afterwards', async () => {
    const site = await siteWithLibrary()
    await writeChatModel(join(site.outside, 'hub/tiny/chat'))
    const hub = await startHub(join(site.outside, 'hub'))
    const env = { HF_ENDPOINT: hub.url, HF_TOKEN: 'hf_secret', OPENAI_API_KEY: 'sk-secret' }
    const provider = ['--provider', 'transformers:tiny/chat']
    const refused = await caption(site, ['red.png', ...provider, '--local-only'], env)
    expect(refused.stderr).toContain('the weights of tiny/chat are not on this machine')
    expect(hub.requests).toEqual([])

    const first = await caption(site, ['red.png', ...provider], env)
    expect(first.stdout, first.stderr).toBe('red.png: A red square\n')
    expect(first.stderr).toMatch(
      /Fetching tiny\/chat from 127\.0\.0\.1:\d+, once: it is kept in .*auto-alt\/models/u
    )
    expect(first.stderr).toMatch(/tiny\/chat: [\d.]+ of [\d.]+ MB/u)
    expect(hub.requests.length).toBeGreaterThan(5)
    expect(JSON.stringify(hub.requests.map(({ headers }) => headers))).not.toMatch(/secret/u)

    hub.requests.length = 0
    const second = await caption(site, ['blue.png', ...provider, '--local-only'], env)
    expect(second.stdout, second.stderr).toBe('blue.png: A blue square\n')
    expect(second.stderr).not.toContain('Fetching')
    expect(hub.requests).toEqual([])
  })

  test('is chosen as the README has it, weights in the precision that it names', async () => {
    const code = await readmeSnippet("'transformers:")
    const [, model = ''] = /'transformers:(.*)@q8'/u.exec(code) ?? []
    const site = await siteWithLibrary()
    await site.write('auto-alt.config.js', code)
    const folder = join(site.outside, 'hub', model)
    await writeChatModel(folder)
    for (const part of ['vision_encoder', 'embed_tokens', 'decoder_model_merged']) {
      await rename(join(folder, `onnx/${part}.onnx`), join(folder, `onnx/${part}_quantized.onnx`))
    }
    const hub = await startHub(join(site.outside, 'hub'))
    const run = await caption(site, [], { HF_ENDPOINT: hub.url })
    expect(run.stdout, run.stderr).toContain('green.png: A green square\n')
  })

  test('is fetched anew where a download broke off, and only what is missing', async () => {
    const site = await siteWithLibrary()
    await writeChatModel(join(site.outside, 'hub/tiny/chat'))
    const hub = await startHub(join(site.outside, 'hub'))
    const args = ['red.png', '--provider', 'transformers:tiny/chat', '--retries', '0']
    hub.cut = 'decoder_model_merged.onnx'
    const broken = await caption(site, args, { HF_ENDPOINT: hub.url })
    expect(broken.stdout, broken.stderr).toBe('red.png: (none: network)\n')
    expect(broken.stderr).toContain('what has arrived is kept')
    hub.requests.length = 0
    const mended = await caption(site, args, { HF_ENDPOINT: hub.url })
    expect(mended.stdout, mended.stderr).toBe('red.png: A red square\n')
    expect(hub.requests.some(({ path }) => path.endsWith('vision_encoder.onnx'))).toBe(false)
  })

  test('that has no port is refused before its weights are fetched', async () => {
    const site = await siteWithLibrary()
    await mkdir(join(site.outside, 'hub/big/blip'), { recursive: true })
    await writeFile(join(site.outside, 'hub/big/blip/config.json'), '{ "model_type": "blip" }')
    const hub = await startHub(join(site.outside, 'hub'))
    const run = await caption(site, ['--provider', 'transformers:big/blip'], { HF_ENDPOINT: hub.url })
    expect(run.stdout).toContain('red.png: (none: not-described)\n')
    expect(run.stderr).toContain(
      "BLIP has no port to JavaScript. Use 'transformers:Xenova/vit-gpt2-image-captioning'"
    )
    expect(hub.requests.map(({ path }) => path)).toEqual(['/big/blip/resolve/main/config.json'])
  })

  test.each([
    ['that is not there', 'transformers:no/model', /no\/model: the model could not be loaded/u],
    ['whose weights are damaged', 'transformers:./models/vit', /A file of it is damaged: delete it/u]
  ])('%s is named with what to do', async (_what, provider, message) => {
    const site = await siteWithLibrary()
    await writeEncoderDecoder(join(site.root, 'models/vit'))
    await site.write('models/vit/onnx/encoder_model.onnx', 'nonsense')
    const hub = await startHub(join(site.outside, 'hub'))
    const run = await caption(site, ['red.png', '--provider', provider], { HF_ENDPOINT: hub.url })
    expect(run.stdout).toBe('red.png: (none: not-described)\n')
    expect(run.stderr).toMatch(message)
  })
})
