import { spawn } from 'node:child_process'
import { cp, readFile, rm } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { styleText } from 'node:util'

import { createAutoAlt } from 'rehype-auto-alt'

import { buildSite } from '../site.ts'
import { beforeAfter } from './before-after.ts'
import { startPreparedAnswers } from './prepared-answers.ts'

const example = resolve(import.meta.dirname, '..')
const scratch = resolve(example, '../../.demo')
const site = join(scratch, 'site')
const command = fileURLToPath(new URL('../bin/auto-alt.js', import.meta.resolve('rehype-auto-alt')))

const heading = (text: string): void => console.log(`\n${styleText('bold', text)}`)

await rm(scratch, { recursive: true, force: true })
await cp(example, site, { recursive: true, filter: (path) => !/[\\/](?:node_modules|dist|demo)$/u.test(path) })
await buildSite(site, join(scratch, 'before'))
const stored = await storedKeys()

const isReal = (process.env['AUTO_ALT_PROVIDER'] ?? process.env['AUTO_ALT_BASE_URL'] ?? '') !== ''
const double = isReal ? undefined : await startPreparedAnswers(site)
// The demo says itself whom it asks; whatever else lies in the environment stays out of it.
const env = {
  ...process.env,
  CI: '',
  ...(double && { AUTO_ALT_BASE_URL: double.url, AUTO_ALT_MODEL: 'prepared-answers', AUTO_ALT_API_KEY: '' })
}

heading('Little Weir: a small site in Markdown, copied to a scratch folder')
if (double) {
  console.log('No model is asked. A server of this project, on this machine only, gives prepared answers,')
  console.log('so that you see the whole path: request, check, repair, store. Set AUTO_ALT_PROVIDER')
  console.log('(for example AUTO_ALT_PROVIDER=ollama) to see a model at work.')
} else {
  const whom = process.env['AUTO_ALT_PROVIDER'] ?? process.env['AUTO_ALT_BASE_URL']
  console.log(`AUTO_ALT_PROVIDER is set: pictures of this example and words of its pages go to ${whom}.`)
}

heading('1. auto-alt generate content')
await run(['generate', 'content'])

heading('2. The site, built with rehype-auto-alt')
const autoAlt = createAutoAlt({ root: site, frozen: true })
const pages = await buildSite(site, join(scratch, 'after'), autoAlt)
await autoAlt.flush()
const newlyAsked = new Set([...(await storedKeys())].filter((key) => !stored.has(key)))
console.log(beforeAfter(pages, site, newlyAsked))
if (double) {
  console.log(`The server got ${double.chats.length} requests. One answer was too long and was asked for again, one began`)
  console.log('with “Image of” and lost that, one was a refusal: that image stays without, and is named above.')
}

heading('3. auto-alt generate content, once more')
const before = double?.chats.length
await run(['generate', 'content'])
if (double) console.log(`Requests at the server in this second run: ${double.chats.length - (before ?? 0)}`)
await double?.close()

heading('Where to look')
console.log(`  Before   ${join(scratch, 'before', 'index.html')}`)
console.log(`  After    ${join(scratch, 'after', 'index.html')}`)
console.log(`  Captions ${join(site, 'alt-text.json')}  (the file you commit and review)`)

async function storedKeys(): Promise<Set<string>> {
  const file = JSON.parse(await readFile(join(site, 'alt-text.json'), 'utf8')) as { captions: object }
  return new Set(Object.keys(file.captions))
}

async function run(args: readonly string[]): Promise<void> {
  const child = spawn(process.execPath, [command, ...args], { cwd: site, env, stdio: ['ignore', 'inherit', 'inherit'] })
  const status = await new Promise<number | null>((done) => child.once('exit', done))
  if (status !== 0) throw new Error(`auto-alt ${args.join(' ')} ended with status ${status}`)
}
