import { linkName } from '../../src/captioner/look-up/link-name.ts'
import { requestFor } from '../../src/captioner/request/request.ts'
import { subjectOf } from '../../src/captioner/subject/subject.ts'
import type { LinkTitles } from '../../src/links/link-titles.ts'
import type { DescribeRequest } from '../../src/providers/provider.ts'
import type { ImageUse, Page } from '../../src/rules/image-use.ts'
import { findUses } from '../../src/source/find-uses.ts'

/** Pages of the site that the situations are on. */
const pages: Readonly<Record<string, string>> = {
  '/': 'Acme – Tools for makers',
  '/blog/first': 'Our first year',
  '/blog/page': 'This page',
  '/shop/backpack': 'Leather backpack',
  '/team/ada': 'Ada Brown'
}

const titles: LinkTitles = async ({ target }) => {
  const title = pages[target]
  return title === undefined ? undefined : { title }
}

const settings = { maxLength: 120, context: true, prompt: undefined, longDescription: false } as const
const picture = { mediaType: 'image/png', bytes: new Uint8Array(), width: 1, height: 1 } as const

/** The request for an image of a page, or its name where nobody is asked. */
export async function requestOf(use: ImageUse): Promise<DescribeRequest | string> {
  const subject = subjectOf(
    use,
    { digest: '0'.repeat(32), name: 'image', language: 'en' },
    { base: '/', contextKey: 'image' }
  )
  const name = await linkName(subject, titles)
  return name ?? requestFor(subject, picture, settings)
}

/** The images of a piece of a page. */
export async function usesIn(text: string): Promise<ImageUse[]> {
  const name = /^\s*</u.test(text) ? 'blog/page.html' : 'blog/page.md'
  const page: Page = { name, file: `/site/${name}` }
  return await findUses(page, text, { components: [], emptyAlt: 'auto' })
}

/** What is done about each image of a piece of a page, in a line. */
export async function decisionsFor(text: string): Promise<string[]> {
  return await Promise.all((await usesIn(text)).map(decisionFor))
}

async function decisionFor(use: ImageUse): Promise<string> {
  if (use.off) return 'left alone'
  if (use.verdict !== 'missing')
    return use.verdict === 'named' ? `named by its author: ${use.alt ?? ''}` : use.verdict
  if (use.tiny) return 'too small to show anything'
  if (use.repeats) return `silent: the first of its row, which is ${use.repeats}, speaks for it`
  const request = await requestOf(use)
  if (typeof request === 'string') return `named without asking: ${request}`
  const { beside, context, purpose } = request
  const facts = {
    ...(purpose.kind === 'link' && { to: purpose.target, 'in words': purpose.address }),
    ...(purpose.kind === 'button' && { 'in code': purpose.hint }),
    beside,
    caption: context?.caption,
    heading: context?.headings.at(-1),
    before: context?.before,
    after: context?.after
  }
  const said = Object.entries(facts).flatMap(([name, value]) =>
    value === undefined ? [] : `${name} “${value}”`
  )
  return [purpose.kind, ...said].join('; ')
}
