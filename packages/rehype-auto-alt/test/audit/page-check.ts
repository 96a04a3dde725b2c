import { VFileMessage } from 'vfile-message'
import { auditPage } from '../../src/audit/audit-page.ts'
import { noPictures } from '../../src/audit/pictures.ts'
import { AutoAltError } from '../../src/errors/auto-alt-error.ts'
import { lineStarts, placeAt } from '../../src/html/place.ts'
import { findInTokens } from '../../src/source/markdown/find-in-tokens.ts'
import { findInMarkdownTree } from '../../src/source/markdown/find-in-markdown-tree.ts'
import { pageFor } from '../../src/source/page.ts'
import type { ImageUse } from '../../src/rules/image-use.ts'
import type { MadePage } from './page-arbitrary.ts'

const settings = { components: ['Photo'], emptyAlt: 'auto', elements: 'all' } as const
const auditSettings = {
  ...settings,
  maxLength: 120,
  rules: {},
  strict: true,
  ignoreCaptions: false,
  social: false,
  pictures: noPictures
}

/** `checkPage`, and a comparison of the two readers of Markdown. */
export async function checkPageTwice(made: MadePage): Promise<number | undefined> {
  if (made.extension === 'md') await compareReaders(made.text.replace(/^\uFEFF/u, ''))
  return await checkPage(made)
}

/** Audits a page. Gives the number of its images, or nothing where it does not parse; throws for whatever is wrong. */
export async function checkPage({ extension, text }: MadePage): Promise<number | undefined> {
  const page = pageFor(`/site/page.${extension}`, '/site')
  const mark = text.startsWith('\uFEFF') ? 1 : 0
  const starts = lineStarts(text.slice(mark))
  try {
    const { images, problems } = await auditPage(page, text, auditSettings)
    for (const { column, element, line, offset } of images) {
      const isAtStart =
        text.startsWith('![', offset) ||
        text.slice(offset, offset + element.length + 1).toLowerCase() === `<${element.toLowerCase()}`
      if (!isAtStart)
        throw new Error(`<${element}> at ${offset}: ${JSON.stringify(text.slice(offset, offset + 30))}`)
      const place = placeAt(offset - mark, starts)
      if (place.line !== line || place.column !== column)
        throw new Error(`${line}:${column} for ${place.line}:${place.column}`)
    }
    for (const { column, endColumn, endLine, line, ruleId } of problems) {
      if (endLine < line || (endLine === line && endColumn < column))
        throw new Error(`${ruleId} ends before it starts`)
    }
    return images.length
  } catch (error) {
    // What does not parse is a finding of its own.
    if (error instanceof VFileMessage || AutoAltError.isInstance(error)) return undefined
    throw error
  }
}

/** Markdown is read in two ways: what the fast one finds is what the tree of the pipeline holds. */
async function compareReaders(text: string): Promise<void> {
  const page = pageFor('/site/page.md', '/site')
  const fast = await findInTokens({ page, settings, text })
  if (!fast) return
  const slow = await findInMarkdownTree({ page, settings, text }, 'markdown')
  const [one, other] = [fast, slow].map((uses) =>
    JSON.stringify(uses.map(shown), undefined, 1).replaceAll(/\\r\\n|\\r/gu, '\\n')
  )
  if (one !== other) throw new Error(`Two readings.\nFast: ${one}\nTree: ${other}`)
}

function shown({
  alt,
  control,
  element,
  lang,
  name,
  off,
  place,
  purpose,
  sources,
  tiny,
  title,
  verdict
}: ImageUse) {
  return {
    at: place?.offset,
    element,
    verdict,
    alt,
    name: name?.trim(),
    title,
    sources,
    purpose,
    control: control?.kind,
    isAlone: control?.text.trim() === '',
    lang,
    off,
    tiny
  }
}
