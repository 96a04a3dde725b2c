import { spawn } from 'node:child_process'
import { cp, mkdir, readFile, rm } from 'node:fs/promises'
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
const generate = ['generate', 'content']

await rm(scratch, { recursive: true, force: true })
await cp(example, site, {
  recursive: true,
  filter: (path) => !/[\\/](?:node_modules|dist|demo)$/u.test(path)
})
// What is remembered between runs goes here, and away with the copy.
await mkdir(join(site, 'node_modules'))
await buildSite(site, join(scratch, 'before'))
const stored = await storedKeys()

const whom = [process.env['AUTO_ALT_PROVIDER'], process.env['AUTO_ALT_BASE_URL']].find(
  (value) => value !== undefined && value !== '' && value !== 'none'
)
const double = whom === undefined ? await startPreparedAnswers(site) : undefined
// The demo says itself whom it asks; whatever else lies in the environment stays out of it.
const { CI: _ci, ...inherited } = process.env
const env = {
  ...inherited,
  ...(double && {
    AUTO_ALT_PROVIDER: '',
    AUTO_ALT_BASE_URL: double.url,
    AUTO_ALT_MODEL: 'prepared-answers',
    AUTO_ALT_API_KEY: ''
  })
}

heading('Little Weir: a small site in Markdown, whose images have no text alternatives')
if (double) {
  say('No model is asked. A server of this project, on this machine only, gives prepared answers, so that')
  say('you see the whole path: request, check, repair, store. AUTO_ALT_PROVIDER=ollama asks a real one.')
} else
  say(
    `AUTO_ALT_PROVIDER is set: pictures of this example and words of its pages go to ${withoutUser(whom ?? '')}.`
  )

try {
  await showAll()
} finally {
  await double?.close()
}

async function showAll(): Promise<void> {
  heading(`1  auto-alt ${generate.join(' ')}`)
  if (!(await run(generate))) return

  heading('2  The site, built with the plugin rehype-auto-alt')
  const autoAlt = createAutoAlt({ root: site, frozen: true })
  const pages = await buildSite(site, join(scratch, 'after'), autoAlt)
  const newlyAsked = new Set([...(await storedKeys())].filter((key) => !stored.has(key)))
  say(beforeAfter(pages, site, newlyAsked))
  const asked = double?.chats.length ?? 0
  if (double) {
    say(`\nThe server got ${asked} requests. One answer was too long and was asked for again, one began with`)
    say('“Image of” and lost that, two were refusals: that picture needs a person, and the summary says so.')
  }

  heading(`3  auto-alt ${generate.join(' ')}, once more`)
  if (!(await run(generate))) return
  if (double) say(`\nThe server got ${double.chats.length - asked} requests in this second run.`)

  heading('Where to look')
  say(`  Before    ${join(scratch, 'before', 'index.html')}`)
  say(`  After     ${join(scratch, 'after', 'index.html')}`)
  say(`  Captions  ${join(site, 'alt-text.json')}  (to review and commit)`)
}

/** Runs the command line as a user would. What ends it early is said, and ends the demo. */
async function run(args: readonly string[]): Promise<boolean> {
  const child = spawn(process.execPath, [command, ...args], {
    cwd: site,
    env,
    stdio: ['ignore', 'inherit', 'inherit']
  })
  const status = await new Promise<number | null>((done) => child.once('close', done))
  if (status === 0) return true
  process.exitCode = 1
  heading('The demo ends here')
  say(`auto-alt ended with status ${status}; what it says above names the cause.`)
  if (whom !== undefined)
    say('Without AUTO_ALT_PROVIDER and AUTO_ALT_BASE_URL the demo works with prepared answers.')
  return false
}

async function storedKeys(): Promise<Set<string>> {
  const file = JSON.parse(await readFile(join(site, 'alt-text.json'), 'utf8')) as { captions: object }
  return new Set(Object.keys(file.captions))
}

function withoutUser(address: string): string {
  return address.replace(/\/\/[^/@]*@/u, '//')
}

function heading(text: string): void {
  console.log(`\n${styleText('bold', text)}\n`)
}

function say(text: string): void {
  console.log(text)
}
