import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'

import { CaptionsFile } from '../../src/captions/captions-file.ts'
import { parseCaptions } from '../../src/captions/captions-json.ts'
import { withFileLock } from '../../src/captions/file-lock.ts'
import { generated, keyOf, project } from './samples.ts'
import { nameOf } from './numbered.ts'

const script = fileURLToPath(new URL('writer.ts', import.meta.url))

function writer(
  root: string,
  name: string,
  count: number,
  flushEvery: number
): ChildProcess & { said: string[] } {
  const child = spawn(process.execPath, [script, root, name, String(count), String(flushEvery)], {
    stdio: ['ignore', 'pipe', 'inherit']
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  const said: string[] = []
  createInterface({ input: child.stdout }).on('line', (line) => said.push(line))
  return Object.assign(child, { said })
}

async function recordsIn(file: string): Promise<ReadonlyMap<string, { alt: string }>> {
  const text = await readFile(file, 'utf8').catch(() => '{ "captions": {} }')
  return parseCaptions(text, file).records
}

test('two processes that write 200 captions each at the same time lose none', async () => {
  const { root, file, cacheDir } = await project()
  const children = [writer(root, 'first', 200, 7), writer(root, 'second', 200, 11)]
  const exits = await Promise.all(children.map((child) => once(child, 'exit')))
  expect(exits).toEqual([
    [0, null],
    [0, null]
  ])
  const records = await recordsIn(file)
  expect(records.size).toBe(400)
  for (const name of ['first', 'second']) {
    for (let index = 0; index < 200; index++)
      expect(records.get(keyOf(nameOf(name, index)))?.alt).toBe(nameOf(name, index))
  }
  expect(await readdir(cacheDir)).toEqual([])
  expect(await readdir(root)).toEqual(['alt-text.json', 'node_modules'])
})

test('after kill -9 at ten random moments the file parses, and nothing that was promised is missing', async () => {
  const { root, file, cacheDir } = await project()
  const promised: string[] = []
  let killedWhileWriting = 0
  for (let round = 0; round < 10; round++) {
    const child = writer(root, `round ${round}`, 100_000, 5)
    const moment = Math.floor(Math.random() * 60)
    while (child.said.length <= moment) await once(child.stdout ?? child, 'data')
    child.kill('SIGKILL')
    const [, signal] = (await once(child, 'close')) as [unknown, string]
    if (signal === 'SIGKILL') killedWhileWriting++
    promised.push(...child.said)
    await recordsIn(file)
    const store = new CaptionsFile(file, { root, readOnly: true })
    for (const name of promised) expect(await store.get(keyOf(name))).toMatchObject({ alt: name })
  }
  expect(killedWhileWriting).toBe(10)
  expect(promised.length).toBeGreaterThan(10)

  const store = new CaptionsFile(file, { root })
  await store.flush()
  const records = await recordsIn(file)
  for (const name of promised) expect(records.get(keyOf(name))?.alt).toBe(name)
  expect(await readdir(cacheDir)).toEqual([])
  expect((await readdir(root)).filter((name) => name.endsWith('.tmp'))).toEqual([])
})

test('a lock that a dead process left is taken over, by one of those who wait at a time', async () => {
  const { root } = await project()
  const lock = join(root, '.alt-text.json.lock')
  await writeFile(lock, JSON.stringify({ pid: 2 ** 22 + 1, host: hostname(), token: 'x' }))
  let inside = 0
  let done = 0
  const work = async (): Promise<void> => {
    expect(++inside).toBe(1)
    await readdir(root)
    inside--
    done++
  }
  await Promise.all(Array.from({ length: 20 }, () => withFileLock(lock, work)))
  expect(done).toBe(20)
  expect(await readdir(root)).toEqual(['node_modules'])
})

test('a lock names its owner from the moment it is there, so that one left by kill -9 need not be waited out', async () => {
  const { root } = await project()
  const lock = join(root, '.alt-text.json.lock')
  const seen = new Set<string>()
  let isDone = false
  const look = (): void => {
    for (const path of [lock, `${lock}.stale`]) {
      try {
        seen.add(readFileSync(path, 'utf8') === '' ? 'without owner' : 'with owner')
      } catch {
        // Not there at this moment.
      }
    }
    if (!isDone) setImmediate(look)
  }
  look()
  for (let round = 0; round < 300; round++) {
    await writeFile(lock, JSON.stringify({ pid: 2 ** 22 + 1, host: hostname(), token: 'x' }))
    seen.clear()
    await withFileLock(lock, () => Promise.resolve())
    expect([...seen]).not.toContain('without owner')
  }
  isDone = true
})

test('a lock and the mark of who was removing it, both left by dead processes, are taken over at once', async () => {
  const { root } = await project()
  const lock = join(root, '.alt-text.json.lock')
  const dead = JSON.stringify({ pid: 2 ** 22 + 1, host: hostname(), token: 'x' })
  await writeFile(lock, dead)
  await writeFile(`${lock}.stale`, dead)
  expect(await withFileLock(lock, () => Promise.resolve('done'), 2000)).toBe('done')
  expect(await readdir(root)).toEqual(['node_modules'])
})

test('a lock that a live process holds is not taken; who waits in vain learns by whom it is held', async () => {
  const { root, file } = await project()
  const lock = join(root, '.alt-text.json.lock')
  const content = JSON.stringify({ pid: process.pid, host: hostname(), token: 'x' })
  await writeFile(lock, content)
  await expect(withFileLock(lock, () => Promise.resolve(), 0)).rejects.toThrow(`process ${process.pid}`)
  expect(await readFile(lock, 'utf8')).toBe(content)
  const store = new CaptionsFile(file, { root })
  await store.set(keyOf('cat'), generated('A cat'))
  expect(await store.get(keyOf('cat'))).toMatchObject({ alt: 'A cat' })
})

test('a lock is released when the work under it fails', async () => {
  const { root } = await project()
  const lock = join(root, 'lock')
  await expect(withFileLock(lock, () => Promise.reject(new Error('disk full')))).rejects.toThrow('disk full')
  expect(await withFileLock(lock, () => Promise.resolve('done'), 0)).toBe('done')
})
