import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { auditPage } from '../../packages/rehype-auto-alt/dist/audit/audit-page.js'
import { noPictures } from '../../packages/rehype-auto-alt/dist/audit/pictures.js'
import { generated, pagesBelow, writePages } from './content.mjs'
import { byTurns, print, timed } from './measure.mjs'
import { installPeers, peers } from './peers.mjs'

const autoAlt = fileURLToPath(new URL('../../packages/rehype-auto-alt/bin/auto-alt.js', import.meta.url))
const quiet = { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined }

/**
 * The audit with all its rules against linters with one: whole processes, then functions in one process. On files all
 * of which hold images, then on a site as most are.
 */
export async function measurePeers({ content, peer, rounds, scratch }) {
  installPeers()
  const wanted = Object.entries(peers).filter(([name]) => peer === undefined || name.includes(peer))
  for (const kind of ['html', 'markdown', 'jsx']) {
    const others = wanted.filter(([, other]) => other.kind === kind)
    if (others.length === 0) continue
    for (const [title, pages] of Object.entries(setsOf(kind, content))) {
      if (pages.size === 0) continue
      const root = join(scratch, `${kind} ${title}`.replaceAll(' ', '-'))
      writePages(root, pages)
      const bytes = [...pages.values()].reduce((sum, text) => sum + text.length, 0)
      console.log(`\n${pages.size} ${kind} files, ${title}, ${(bytes / 1e6).toFixed(1)} MB`)
      await commandLines(root, others, pages.size, rounds)
      await inProcess(pages, others, rounds)
    }
  }
}

function setsOf(kind, content) {
  if (content !== undefined) return { 'as they are': pagesBelow(content, kind) }
  return { 'images in each': generated(kind), 'images in one of five': generated(kind, 5) }
}

async function commandLines(root, others, files, rounds) {
  const commands = { 'auto-alt audit': [process.execPath, [autoAlt, 'audit']] }
  for (const [name, { command }] of others) commands[name] = command(root)
  const tasks = Object.entries(commands).map(([name, [program, args]]) => [
    name,
    async () => {
      const { code, ms, output } = await timed(program, args, { cwd: root, env: quiet })
      if (code > 1) throw new Error(`${name} ended with ${code}:\n${output.slice(0, 2000)}`)
      return ms
    }
  ])
  console.log(' whole processes')
  print(await byTurns(Object.fromEntries(tasks), rounds), files, 'auto-alt')
}

async function inProcess(pages, others, rounds) {
  const settings = {
    components: [],
    emptyAlt: 'auto',
    maxLength: 120,
    rules: {},
    strict: false,
    ignoreCaptions: false,
    pictures: noPictures
  }
  const own = async (name, text) => {
    const { problems } = await auditPage({ name, file: `/site/${name}` }, text, settings)
    return problems.filter(({ severity }) => severity === 'error').length
  }
  const checks = { 'auto-alt audit': own }
  for (const [name, peer] of others) checks[name] = await peer.inProcess()
  const found = {}
  const tasks = Object.entries(checks).map(([name, check]) => [
    name,
    async () => {
      found[name] = 0
      const start = performance.now()
      for (const [file, text] of pages) found[name] += await check(file, text)
      return performance.now() - start
    }
  ])
  // The first round is for the compiler.
  const all = Object.fromEntries(tasks)
  for (const task of Object.values(all)) await task()
  console.log(' in one process, warm')
  print(await byTurns(all, rounds), pages.size, 'auto-alt')
  const counts = Object.entries(found).map(([name, count]) => `${name} ${count}`)
  console.log(`  images without an alternative: ${counts.join(', ')}`)
}
