import { isUtf8 } from 'node:buffer'
import { readFile } from 'node:fs/promises'

import type { AutoAlt } from '../captioner/create-auto-alt.ts'
import type { Page } from '../rules/image-use.ts'
import { fillHtml } from './fill-html.ts'
import { replaceFile } from './replace-file.ts'

/** What became of a file. */
export type FilledFile =
  | { readonly kind: 'done'; readonly changed: boolean }
  | { readonly kind: 'skipped'; readonly reason: string }

/** Fills an HTML file in place, atomically. A file that is not UTF-8 stays as it is. */
export async function fillFile(
  page: Page,
  autoAlt: AutoAlt,
  { write }: { write: boolean }
): Promise<FilledFile> {
  const bytes = await readFile(page.file)
  if (!isUtf8(bytes)) return { kind: 'skipped', reason: 'it is not UTF-8' }
  const html = bytes.toString('utf8')
  const filled = await fillHtml(html, page, autoAlt)
  const changed = filled.html !== html
  if (changed && write) await replaceFile(page.file, filled.html)
  return { kind: 'done', changed }
}
