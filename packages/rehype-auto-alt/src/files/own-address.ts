import { frontMatter, tomlStrings } from './front-matter.ts'

/** What a source page says about its address. */
export interface OwnAddress {
  /** Its path from the root of the site, or of the section. */
  readonly whole?: string
  /** The last part of its path. */
  readonly last?: string
}

/** Reads the address that a page gives itself in its frontmatter: `permalink`, `url`, `slug`, `id`. */
export async function ownAddress(text: string): Promise<OwnAddress> {
  const { id, permalink, slug, url } = (await frontMatter(text)) ?? tomlStrings(text)
  const whole = [permalink, url, slug].find(
    (value) => isPath(value) && (value !== slug || value.startsWith('/'))
  )
  if (isPath(whole)) return { whole }
  const last = [slug, id].find(isPath)
  return isPath(last) ? { last } : {}
}

/** A pattern, such as `/blog/:title/` or `{{ page.fileSlug }}`, is no address. */
function isPath(value: unknown): value is string {
  return typeof value === 'string' && value !== '' && !/[:{]/u.test(value)
}
