import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import * as v from 'valibot'

import { OptionError } from '../errors/option-error.ts'
import type { Page } from '../rules/image-use.ts'
import { reduceLanguage } from '../rules/language.ts'
import type { Described } from './cases-of-uses.ts'

const words = v.pipe(v.string(), v.trim(), v.nonEmpty('expected words'), v.maxLength(2000))
const around = v.optional(v.pipe(v.string(), v.maxLength(2000)))

const line = v.strictObject({
  image: v.pipe(v.string(), v.trim(), v.nonEmpty('expected a path or URL')),
  alt: v.union([words, v.pipe(v.array(words), v.minLength(1))], 'expected a text, or a list of texts'),
  language: v.optional(
    v.pipe(
      v.string(),
      v.check((tag) => reduceLanguage(tag) !== undefined, 'expected a BCP 47 language tag such as "en"')
    )
  ),
  context: v.optional(
    v.strictObject({
      title: around,
      headings: v.optional(v.array(v.string())),
      caption: around,
      before: around,
      after: around,
      description: around,
      product: around
    })
  )
})

/** Most faults that one message names. */
const mostNamed = 10

/**
 * Reads a set of images with their references: JSON Lines, an object a line, blank lines apart. Throws an `OptionError`
 * that names each line that is none.
 *
 * @param page The file, as a page that the images stand on: paths count from its folder.
 * @param language Where a line names none.
 */
export async function readSet(page: Page, language: string): Promise<Described[]> {
  const text = await readFile(page.file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new OptionError('set', `--set: ${page.name} cannot be read (${error.code ?? error.message}).`)
  })
  const faults: string[] = []
  const described: Described[] = []
  for (const [index, source] of text
    .replace(/^\uFEFF/u, '')
    .split(/\r?\n/u)
    .entries()) {
    if (source.trim() === '') continue
    const read = readLine(source)
    if (typeof read === 'string') faults.push(`${page.name}:${index + 1}: ${read}`)
    else described.push(describedBy(read, { page, language, at: index + 1 }))
  }
  if (faults.length === 0) return described
  const more = faults.length > mostNamed ? `\n… and ${faults.length - mostNamed} more` : ''
  const form = '{ "image": "path or URL", "alt": "text" }, with "language" and "context" as they are known'
  throw new OptionError(
    'set',
    `--set: a line holds one object, ${form}.\n${faults.slice(0, mostNamed).join('\n')}${more}`
  )
}

function readLine(source: string): v.InferOutput<typeof line> | string {
  let value: unknown
  try {
    value = JSON.parse(source)
  } catch {
    return 'this is not JSON'
  }
  const result = v.safeParse(line, value)
  if (result.success) return result.output
  const [issue] = result.issues
  const field = v.getDotPath(issue)
  return field === null ? issue.message : `${field}: ${issue.message}`
}

function describedBy(
  { alt, context = {}, image, language: own }: v.InferOutput<typeof line>,
  { at, language, page }: { readonly page: Page; readonly language: string; readonly at: number }
): Described {
  const { headings = [], ...around } = context
  const given = Object.fromEntries(Object.entries(around).filter(([, text]) => text !== undefined))
  return {
    use: {
      page,
      place: { line: at, column: 1, offset: at },
      element: 'img',
      sources: [sourceOf(image, page.file)],
      verdict: 'named',
      alt: null,
      purpose: { kind: 'informative' },
      context: { headings, ...given },
      lang: own ?? language,
      tiny: false,
      off: false
    },
    references: typeof alt === 'string' ? [alt] : alt,
    isVouched: true
  }
}

/** A path counts from the set's folder and may hold any character; an address stands as it is. */
function sourceOf(image: string, file: string): string {
  if (/^(?:https?|data|file):/iu.test(image)) return image
  return pathToFileURL(resolve(file, '..', image)).href
}
