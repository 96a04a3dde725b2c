import type { ImageUse } from '../../rules/image-use.ts'
import { reduceLanguage } from '../../rules/language.ts'
import type { PageLanguage } from './page-language.ts'

/** What is known of languages besides what a page says itself. */
export interface LanguageSource {
  /** The option `language`, reduced. */
  readonly language: string
  readonly pageLanguage: PageLanguage
}

/** The language of a caption: the page's own word, the nearest `lang` or frontmatter; its place; the option. */
export async function languageOfUse(
  use: ImageUse,
  { language, pageLanguage }: LanguageSource
): Promise<string> {
  const own = use.lang && reduceLanguage(use.lang)
  return own || ((await pageLanguage(use.page)) ?? language)
}
