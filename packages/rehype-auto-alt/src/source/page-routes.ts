import type { OwnAddress } from '../files/own-address.ts'

/**
 * The routes under which a built page may be known: its path without `index` and extension, in letters and digits
 * only, since generators disagree about everything else.
 *
 * @param paths The page's path from the project root, from the folder of the site.
 */
export function builtRoutes(paths: readonly string[]): string[] {
  return [...new Set(paths.map((path) => routeOf(withoutIndex(segmentsOf(path)))))]
}

/**
 * The routes that a source page may be served under, by the rules of the generators: date prefixes (Jekyll, Eleventy,
 * Docusaurus), number prefixes (Docusaurus, Nuxt Content), a language before the extension (Hugo), route groups and
 * `page` files (Next), `index`, `_index` and `README` files.
 *
 * @param paths The file's path from the project root, from the folder that was named.
 */
export function sourceRoutes(paths: readonly string[], { last, whole }: OwnAddress): string[] {
  if (whole !== undefined) return [routeOf(withoutIndex(segmentsOf(whole)))]
  const routes = new Set<string>()
  for (const path of paths) {
    for (const segments of inLanguages(segmentsOf(path).filter((segment) => !isRouteGroup(segment)))) {
      for (const page of indexReadings(segments)) {
        const named = last === undefined || page.length === 0 ? page : [...page.slice(0, -1), last]
        for (const read of prefixReadings) routes.add(routeOf(named.flatMap(read)))
      }
    }
  }
  return [...routes]
}

function segmentsOf(path: string): string[] {
  const segments = path.split('/').filter((segment) => segment !== '' && segment !== '.')
  const file = segments.pop()
  return file === undefined ? [] : [...segments, file.replace(/\.(?:html?|md|mdx|markdown)$/iu, '')]
}

function withoutIndex(segments: readonly string[]): readonly string[] {
  return segments.at(-1) === 'index' ? segments.slice(0, -1) : segments
}

function isRouteGroup(segment: string): boolean {
  return /^(?:\(.*\)|@.*)$/u.test(segment)
}

/** `posts/first.de` is served at `de/posts/first`. */
function inLanguages(segments: readonly string[]): (readonly string[])[] {
  const [, stem, language] = /^(.+)\.([a-z]{2,3}(?:-[a-z0-9]+)*)$/iu.exec(segments.at(-1) ?? '') ?? []
  if (stem === undefined || language === undefined) return [segments]
  const folder = segments.slice(0, -1)
  return [segments, [...folder, stem], [language, ...folder, stem]]
}

/** Whether a file stands for its folder is certain by some names only. */
function indexReadings(segments: readonly string[]): (readonly string[])[] {
  const folder = segments.slice(0, -1)
  const name = segments.at(-1) ?? ''
  if (/^(?:_?index|\+page)$/u.test(name)) return [folder]
  const mayBeIndex = /^readme$/iu.test(name) || name === folder.at(-1) || (name === 'page' && isApp(folder))
  return mayBeIndex ? [folder, segments] : [segments]
}

function isApp(folder: readonly string[]): boolean {
  return folder.length === 0 || folder.includes('app')
}

const prefixReadings: readonly ((segment: string) => string[])[] = [
  (segment) => [segment],
  (segment) => [withoutNumber(segment)],
  (segment) => {
    const { date, rest } = dateIn(segment)
    return [...date, ...(rest === '' ? [] : [withoutNumber(rest)])]
  },
  (segment) => {
    const { rest } = dateIn(segment)
    return [withoutNumber(rest || segment)]
  }
]

function dateIn(segment: string): { readonly date: readonly string[]; readonly rest: string } {
  const [, year, month, day, rest = ''] = /^(\d{4})-(\d{2})-(\d{2})(?:-(.+))?$/u.exec(segment) ?? []
  return year === undefined || month === undefined || day === undefined
    ? { date: [], rest: segment }
    : { date: [year, month, day], rest }
}

function withoutNumber(segment: string): string {
  if (/^\d{4}-\d{2}-\d{2}/u.test(segment)) return segment
  return segment.replace(/^\d+\s*[-_.]+\s*(?=[^-_.\s])/u, '')
}

/** Underscores at the start go with the rest: Jekyll serves `_recipes/pie.md` at `recipes/pie`. */
function routeOf(segments: readonly string[]): string {
  return segments
    .filter((segment) => segment !== '_posts' && segment !== '_drafts')
    .map(
      (segment) =>
        segment
          .normalize('NFKD')
          .replace(/[^\p{L}\p{N}]+/gu, '')
          .toLowerCase() || segment
    )
    .join('/')
}
