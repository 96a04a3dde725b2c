import { decodedName } from '../decoded-name.ts'
import { cameraName, randomName } from './placeholder.ts'

const imageFile = /^\S+\.(?:png|jpe?g|jfif|gif|webp|avif|svgz?|bmp|tiff?|ico|heic|heif|psd)$/iu
/** The program's own name for a screenshot has a date; "Screenshot from 1999 of a browser" is a description. */
const hasDate = /\d{4}[-_. ]?\d{2}[-_. ]?\d{2}/u
const words = /^screen ?shot|^bildschirmfoto|^capture|^captura|^schermafbeelding/iu
/** Parts of words that people write with a hyphen: "t-shirt", "drop-down", "x-ray". */
const hyphenated =
  /^(?:[a-z]|on|off|in|up|out|down|pop|log|sign|check|drop|pull|push|built|side|self|non|pre|re|co|multi|sub|well|full|half|one|two|anti|semi|mid|long|short|open|cross|real|high|low|all|end|to|back|front|top|bottom|left|right|ins|ups|downs)$/u

/**
 * True for an alternative that is the name of an image file: by its extension, by the way cameras and programs make
 * names, or because it is spelled as its own file is (`hero-banner-2x`). Names of other files ("Node.js",
 * "README.md"), sentences that end on a file's name, and plain words that the file happens to be called ("apple" for
 * `apple.png`) are what an image may show.
 *
 * @param source Address of the image, as written; absent when there is none.
 */
export function isFileNameAlternative(text: string, source: string | undefined): boolean {
  const name = text.trim()
  if (imageFile.test(name)) return true
  if (randomName.test(name) || (cameraName.test(name) && (!words.test(name) || hasDate.test(name))))
    return true
  const file = fileNameOf(source)
  const stem = file.replace(/\.[^.]*$/u, '')
  if (file !== '' && file.includes('.') && name === file && !/^https?:/iu.test(file)) return true
  if (stem === '' || name.includes(' ')) return false
  return isSpelledAsFile(name) && lettersOf(name) === lettersOf(stem)
}

function isSpelledAsFile(name: string): boolean {
  if (/[\p{L}\p{N}]_[\p{L}\p{N}]/u.test(name)) return true
  if (!/^[a-z\d]+(?:-[a-z\d]+)+(?:@\dx)?$/u.test(name)) return false
  const parts = name.replace(/@\dx$/u, '').split('-')
  if (parts.length > 2) return !parts.every((part) => hyphenated.test(part))
  const [first = '', last = ''] = parts
  if (hyphenated.test(first) || hyphenated.test(last)) return false
  return /^(?:\d{3,}|\d+x(?:\d+)?)$/u.test(last) || (/^[a-z]{3,}$/u.test(first) && /^[a-z]{3,}$/u.test(last))
}

/** Last part of an address, decoded, without query and hash. */
function fileNameOf(source: string | undefined): string {
  if (source === undefined || /^\s*data:/iu.test(source)) return ''
  const path = source.replace(/[?#].*$/su, '')
  return decodedName(path.slice(path.lastIndexOf('/') + 1))
}

function lettersOf(name: string): string {
  return name
    .toLowerCase()
    .replace(/@\dx$/u, '')
    .replace(/[^\p{L}\p{N}]/gu, '')
}
