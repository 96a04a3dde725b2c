/**
 * Reduces a language tag to what tells captions apart: the language, plus the script where it is not the
 * language's usual one (`en-US` → `en`, `zh-TW` → `zh-Hant`, `sr-Latn-RS` → `sr-Latn`).
 * A tag that is no BCP 47 tag gives `undefined`.
 */
export function reduceLanguage(tag: string): string | undefined {
  const known = reduced.get(tag)
  if (known !== undefined) return known
  const language = reduce(tag)
  if (language !== undefined && reduced.size < mostReduced) reduced.set(tag, language)
  return language
}

// Asked for every image, and pages of a site share a few tags; reading one takes its time.
const reduced = new Map<string, string>()
const mostReduced = 200

function reduce(tag: string): string | undefined {
  try {
    const written = new Intl.Locale(tag.trim().replaceAll('_', '-'))
    // Node 24 has no language at all for `und`, older versions have `und`.
    if (!written.language || written.language === 'und') return undefined
    const full = written.maximize()
    const usual = new Intl.Locale(full.language).maximize().script
    return full.script && full.script !== usual ? `${full.language}-${full.script}` : full.language
  } catch {
    return undefined
  }
}
