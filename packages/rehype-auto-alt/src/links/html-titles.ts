import { isBlank } from '../rules/blank.ts'
import { oneLine } from '../rules/plain-text.ts'
import type { PageTitles } from './page-titles.ts'

/** Elements without text that is heard. */
const silent: ReadonlySet<string> = new Set(['script', 'style', 'template', 'svg', 'math', 'noscript'])
const voids: ReadonlySet<string> = new Set([
  'img',
  'br',
  'wbr',
  'hr',
  'input',
  'link',
  'meta',
  'source',
  'area'
])

interface Heading {
  readonly isInMain: boolean
  text: string
  /** Text in links to the heading itself, as documentation has them. */
  anchor: string
}

/** What an HTML page says it is called, as far as its start tells. */
export async function htmlTitles(html: string): Promise<PageTitles> {
  const { Parser } = await import('htmlparser2')
  const headings: Heading[] = []
  const said: { title?: string; lang?: string; isRedirect?: boolean } = {}
  const open: { readonly name: string; readonly isSilent: boolean; readonly isAnchor: boolean }[] = []
  let heading: Heading | undefined
  let isInTitle = false
  const isIn = (name: string): boolean => open.some((element) => element.name === name)
  const say = (text: string): void => {
    if (isInTitle) said.title = (said.title ?? '') + text
    if (!heading || open.some(({ isSilent }) => isSilent)) return
    if (open.some(({ isAnchor }) => isAnchor)) heading.anchor += text
    else heading.text += text
  }
  const parser = new Parser({
    onopentag(name, attributes) {
      const lang = name === 'html' || name === 'body' ? attributes['lang']?.trim() : ''
      if (lang) said.lang ??= lang
      if (name === 'meta' && attributes['http-equiv']?.trim().toLowerCase() === 'refresh')
        said.isRedirect = true
      // The words of a picture may be written while the site is made: they count in no order.
      if (name === 'img' || name === 'br') say(' ')
      if (voids.has(name)) return
      if (name === 'title' && said.title === undefined && !isIn('svg')) isInTitle = true
      if (name === 'h1' && !heading && !open.some(({ isSilent }) => isSilent)) {
        headings.push((heading = { isInMain: isIn('main'), text: '', anchor: '' }))
      }
      const isHidden = attributes['hidden'] !== undefined || attributes['aria-hidden']?.trim() === 'true'
      const isAnchor = name === 'a' && attributes['href']?.startsWith('#') === true
      open.push({ name, isSilent: isHidden || silent.has(name), isAnchor })
    },
    ontext: say,
    onclosetag(name) {
      if (voids.has(name)) return
      if (name === 'title') isInTitle = false
      if (name === 'h1') heading = undefined
      const at = open.findLastIndex((element) => element.name === name)
      if (at >= 0) open.length = at
    }
  })
  parser.write(html)
  // What the end cuts off is not taken for the whole.
  if (heading) headings.pop()
  if (isInTitle) delete said.title
  const named = headings.flatMap(({ anchor, isInMain, text }) => {
    const words = isBlank(text) ? anchor : text
    return isBlank(words) ? [] : [{ isInMain, text: oneLine(words) }]
  })
  const first = named.find(({ isInMain }) => isInMain) ?? named[0]
  return { ...said, ...(first && { heading: first.text }) }
}
