import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'

import type { Caption } from '../../src/captions/caption.ts'

export { keyOf } from './numbered.ts'

/** A caption as a model's answer gives it. */
export function generated(alt: string, more: Partial<Caption> = {}): Caption {
  return {
    alt,
    status: 'generated',
    origin: 'model',
    model: 'test/model',
    prompt: 1,
    files: [],
    problems: [],
    ...more
  }
}

/** A project folder with a cache folder in it, removed when the test ends. */
export async function project(captions?: string): Promise<{ root: string; cacheDir: string; file: string }> {
  const root = await realpath(await mkdtemp(join(tmpdir(), 'auto alt captions ')))
  onTestFinished(() => rm(root, { recursive: true, force: true }))
  const cacheDir = join(root, 'node_modules/.cache/auto-alt')
  await mkdir(join(root, 'node_modules'))
  const file = join(root, 'alt-text.json')
  if (captions !== undefined) await writeFile(file, captions)
  return { root, cacheDir, file }
}

/** The text of a captions file with these entries. */
export function fileWith(captions: Record<string, unknown>): string {
  return JSON.stringify({ version: 1, captions }, null, 2)
}
