import { readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { randomBytes } from 'node:crypto'

import type { AutoAlt } from '../captioner/create-auto-alt.ts'
import type { Page } from '../rules/image-use.ts'
import { fillHtml } from './fill-html.ts'

/** What became of a file. */
export type FilledFile =
  | { readonly kind: 'done'; readonly changed: boolean }
  | { readonly kind: 'skipped'; readonly reason: string }

/** Fills an HTML file in place, atomically. A file that is not UTF-8 stays as it is. */
export async function fillFile(page: Page, autoAlt: AutoAlt, { write }: { write: boolean }): Promise<FilledFile> {
  const bytes = await readFile(page.file)
  const html = bytes.toString('utf8')
  if (!Buffer.from(html, 'utf8').equals(bytes)) return { kind: 'skipped', reason: 'it is not UTF-8' }
  const filled = await fillHtml(html, page, autoAlt)
  const changed = filled.html !== html
  if (changed && write) await replaceFile(page.file, filled.html)
  return { kind: 'done', changed }
}

async function replaceFile(file: string, text: string): Promise<void> {
  const temporary = `${file}.${randomBytes(4).toString('hex')}.tmp`
  const { mode } = await stat(file)
  try {
    await writeFile(temporary, text, { mode })
    await rename(temporary, file)
  } catch (error) {
    await rm(temporary, { force: true })
    throw error
  }
}
