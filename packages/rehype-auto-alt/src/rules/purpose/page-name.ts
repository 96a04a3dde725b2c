import { isOnlySymbols } from '../findings/only-symbols.ts'
import { oneLine } from '../plain-text.ts'
import { heard } from '../same-words.ts'

/** Most characters that a page's title may have; what is longer is a text that stands in the title's place. */
const longestTitle = 500

/** What generators and editors put there where nobody wrote a title. */
const noTitle =
  /^(?:untitled(?: (?:document|page))?|document|(?:new )?page|title|page title|index|(?:error )?404\b.*|(?:page )?not found|redirect(?:ing)?\b.*|loading\W*|undefined|null)$/iu
/** What a template fills in later. */
const templated = /\{\{|\{%|<%|\$\{/u
/** What stands between the name of a page and the name of its site. */
const separator = /\s+(?:[|–—·•»«‹›/⋅]|::?|-{1,2})\s+|:\s+/u

/** A title as a name, on one line; `undefined` for one that names nothing. */
export function usableTitle(written: string | undefined): string | undefined {
  if (written === undefined || templated.test(written)) return undefined
  const title = oneLine(written)
  if (title === '' || title.length > longestTitle || isOnlySymbols(title) || noTitle.test(title))
    return undefined
  return title
}

/** Whether a text is the name of the site, by the title of its home page: all of it, or a part of it. */
export function isSiteName(text: string, homeTitle: string | undefined): boolean {
  if (homeTitle === undefined) return false
  const words = heard(text)
  // On one line: a long run of white space would be looked through from each of its characters.
  const home = oneLine(homeTitle)
  return [home, ...home.split(separator)].some((part) => heard(part) === words)
}

/**
 * The title of a page without the name of the site (“About us | Acme” → “About us”): the part before the first or
 * behind the last separator, where the title of the home page has it as well.
 */
export function withoutSiteName(title: string, homeTitle: string | undefined): string {
  if (homeTitle === undefined || heard(title) === heard(homeTitle)) return title
  const breaks = [...title.matchAll(new RegExp(separator, 'gu'))]
  const last = breaks.at(-1)
  if (!last) return title
  if (isSiteName(title.slice(last.index + last[0].length), homeTitle))
    return title.slice(0, last.index).trim()
  const [first] = breaks
  const isInFront = first !== undefined && isSiteName(title.slice(0, first.index), homeTitle)
  return isInFront ? title.slice(first.index + first[0].length).trim() : title
}
