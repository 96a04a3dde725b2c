/** Fewest letters from which the script of a caption is certain, in a script that writes a word with one or two. */
const fewestLetters = 8

/** Fewest words in lower case from which the script of a caption is certain: a name alone may be in any script. */
const fewestWords = 4

/** Pages in these are written in one script or another, whatever their tag says. */
const inSeveralScripts: ReadonlySet<string> = new Set(
  'az bs ha kk ks ku ky mn ms pa sd sr tg tk tt ug uz yue'.split(' ')
)

/**
 * Whether a text is certainly written in another script than a language is: English where Japanese was asked for,
 * Japanese where Chinese was.
 *
 * @param text Its telling words: those outside quotation marks that are no names.
 */
export function isInOtherScript(text: string, language: string): boolean {
  const script = scriptOf(language)
  if (script === undefined) return false
  const letters = text.match(/\p{L}/gu) ?? []
  const kana = letters.filter((letter) => /[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(letter))
  // Chinese and Korean share Chinese characters with Japanese; the syllables beside them tell.
  const isShared = /^(?:Han[ist]|Kore)$/u.test(script)
  if (isShared && kana.length >= fewestLetters / 2) return kana.length > letters.length / 4
  const own = lettersOf(script)
  const foreign = letters.filter((letter) => !own.test(letter))
  const isEnough = /\p{Ll}/u.test(foreign.join(''))
    ? (text.match(/(?<!\p{L})\p{Ll}{2,}(?!\p{L})/gu) ?? []).length >= fewestWords
    : foreign.length >= fewestLetters
  return isEnough && foreign.length > letters.length * 0.9
}

function scriptOf(tag: string): string | undefined {
  try {
    const locale = new Intl.Locale(tag)
    return inSeveralScripts.has(locale.language) ? locale.script : locale.maximize().script
  } catch {
    return undefined
  }
}

function lettersOf(script: string): RegExp {
  if (script === 'Jpan') return /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]/u
  if (script === 'Kore') return /[\p{Script=Han}\p{Script=Hangul}]/u
  if (/^Han[ist]$/u.test(script)) return /[\p{Script=Han}\p{Script=Bopomofo}]/u
  try {
    return new RegExp(`\\p{Script=${script}}`, 'u')
  } catch {
    // A script that this Node does not know: any letter may be of it.
    return /\p{L}/u
  }
}
