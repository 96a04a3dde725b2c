import { extname } from 'node:path'

import { frontMatter, tomlStrings } from '../files/front-matter.ts'
import { ownAddress } from '../files/own-address.ts'
import type { PageTitles } from './page-titles.ts'
import { readStart } from './read-start.ts'

/** A title stands at the top: what lies further down is not read. */
const longestStart = 65_536

const front = /^\uFEFF?(---|\+\+\+)[ \t]*\r?\n(?:[\s\S]*?\r?\n)?\1[ \t]*(?:\r?\n|$)/u

/** What a page says it is called; nothing for code, whose titles only a program knows. `path`: links resolved. */
export async function readTitles(path: string): Promise<PageTitles> {
  const extension = extname(path).toLowerCase()
  const isHtml = /^\.x?html?$/u.test(extension)
  if (!isHtml && !/^\.(?:md|mdx|mdoc|markdown)$/u.test(extension)) return {}
  const text = await readStart(path, longestStart)
  if (text === undefined) return {}
  const head = front.exec(text)?.[0] ?? ''
  const body = text.slice(head.length)
  const written = isHtml
    ? await (await import('./html-titles.ts')).htmlTitles(body)
    : await (await import('./markdown-titles.ts')).markdownTitles(body)
  if (head === '') return written
  const facts = (await frontMatter(head)) ?? tomlStrings(head)
  const { lang, language, locale, title } = facts
  const tag = [lang, language, locale].find((value) => typeof value === 'string' && value !== '')
  return {
    ...written,
    ...(typeof title === 'string' && { given: title }),
    ...(typeof tag === 'string' && { lang: tag }),
    address: await ownAddress(head)
  }
}
