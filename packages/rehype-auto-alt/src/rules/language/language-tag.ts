import { reduceLanguage } from '../language.ts'

/** A language tag as the name of a folder, or part of that of a file. */
export interface NamedLanguage {
  /** Reduced, as in the key of a caption. */
  readonly language: string
  /** It can be nothing else: a script, or a country where the language is the usual one, stands in it (`pt-br`). */
  readonly isCertain: boolean
}

/**
 * Reads a name such as `de`, `pt-br` or `zh_Hans` as a language. Two letters, with a script or country or without:
 * names of three letters (`bin`, `new`) are languages as well, and hardly ever meant.
 */
export function languageNamed(name: string): NamedLanguage | undefined {
  if (!/^[a-z]{2}(?:[-_][a-z]{4})?(?:[-_](?:[a-z]{2}|\d{3}))?$/iu.test(name)) return undefined
  const known = read.get(name)
  if (known !== undefined) return known ?? undefined
  const named = readTag(name.replaceAll('_', '-'))
  if (read.size < mostRead) read.set(name, named ?? null)
  return named
}

// Thousands of pages share a few folders; reading a tag takes its time. `null`: it is none.
const read = new Map<string, NamedLanguage | null>()
const mostRead = 200

function readTag(tag: string): NamedLanguage | undefined {
  const language = reduceLanguage(tag)
  if (language === undefined || nameOf('language', tag.slice(0, 2)) === undefined) return undefined
  const { region, script } = new Intl.Locale(tag)
  if (region !== undefined && nameOf('region', region) === undefined) return undefined
  if (script !== undefined && nameOf('script', script) === undefined) return undefined
  const isUsual = region !== undefined && languageOfCountry(region) === tag.slice(0, 2).toLowerCase()
  return { language, isCertain: script !== undefined || isUsual }
}

function languageOfCountry(region: string): string | undefined {
  return new Intl.Locale(`und-${region}`).maximize().language
}

type Part = 'language' | 'region' | 'script'

// Made once: making one takes longer than asking it.
const names = new Map<Part, Intl.DisplayNames>()

function nameOf(type: Part, code: string): string | undefined {
  const known = names.get(type) ?? new Intl.DisplayNames(['en'], { type, fallback: 'none' })
  names.set(type, known)
  return known.of(code)
}

/** A file's name taken apart where it may name a language: `post.de.md`, and `README-ja.md` for names in capitals. */
export function languageInFileName(name: string): (NamedLanguage & { readonly stem: string }) | undefined {
  const bare = pageStem(name)
  if (bare === undefined) return undefined
  const [, stem, tag] =
    /^(.+)\.([^.]+)$/u.exec(bare) ?? /^([A-Z][A-Z_]*[A-Z])[-_]([a-z]{2}(?:[-_][A-Za-z]+)?)$/u.exec(bare) ?? []
  // `example.ts.md` is about code.
  if (stem === undefined || tag === undefined || tag === 'ts') return undefined
  const named = languageNamed(tag)
  return named && { ...named, stem }
}

/** The name of a page's file without its extension; `undefined` for other files. */
export function pageStem(name: string): string | undefined {
  return /^(.+)\.(?:html?|md|mdx|markdown|astro|vue|svelte|[jt]sx)$/iu.exec(name)?.[1]
}
