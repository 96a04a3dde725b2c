/**
 * Reduces a language tag to what tells captions apart: the language, plus the script where it is not the
 * language's usual one (`en-US` → `en`, `zh-TW` → `zh-Hant`, `sr-Latn-RS` → `sr-Latn`).
 * A tag that is no BCP 47 tag gives `undefined`.
 */
export function reduceLanguage(tag: string): string | undefined {
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
