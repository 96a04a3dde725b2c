import { decodedName } from './decoded-name.ts'
import { cameraName, isPlaceholderText, randomName } from './findings/placeholder.ts'

const extension = /\.(?:[a-z]{3,4}\d?|webp|jfif|avif)$/iu
/** What image programs and bundlers put behind a name: sizes, scales, copies. */
const appended =
  /(?:[-_.@ ](?:\d+x\d*|\d+x|x\d+|\d+[wh]|scaled|rotated|cropped|edited|final|min|thumb(?:nail)?|small|medium|large|xlarge|copy|[0-9a-f]{7,}))+$/iu
/** A bundler's digest behind a dot, a dash or an underscore: eight letters and digits, with capitals or figures. */
const bundled = /[-._](?=[\w-]*[\dA-Z_-])[\w-]{8}(?:_[\w-]{4,8})?$/u
/** What messengers and image generators call what they save. */
const savedBy =
  /^(?:whats ?app|telegram|signal|viber|messenger|snapchat|received|chatgpt|gemini[ _-]generated)[ _-].*\d{4}/iu
/** Words that name a place on a page or a step of work, not what a picture shows. */
const generic =
  /^(?:hero|banner|cover|main|header|footer|bg|background|featured?|feature|thumb|thumbnail|poster|preview|og|social|card|slide|slider|gallery|product|upload|uploads|download|final|copy|edited|new|old|test|temp|tmp|default|sample|demo|full|small|medium|large|web|page|post|blog|site|home|index|front|back|left|right|top|bottom|file|scan|whatsapp|unsplash|pexels|shutterstock|istock|adobestock|dall|dalle|midjourney|und|and|of|the|in|at)$/iu

/** Most UTF-16 code units of the words of a name. */
const longest = 100

/**
 * The words of an image's file name, as a hint at what it shows; `undefined` for a name that says nothing: what
 * cameras and programs call their files, digests, placeholders, places on a page.
 *
 * @param name Path or URL of the image.
 */
export function fileNameWords(name: string): string | undefined {
  if (/^\s*data:/iu.test(name)) return undefined
  const path = name.replace(/[?#].*$/su, '')
  const file = decodedName(path.slice(path.lastIndexOf('/') + 1))
  const stem = file.replace(extension, '')
  if (cameraName.test(stem) || randomName.test(stem) || savedBy.test(stem)) return undefined
  const plain = stem.replace(bundledIn(stem), '').replace(appended, '')
  if (plain === '' || cameraName.test(plain) || randomName.test(plain)) return undefined
  const words = plain
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .split(/[^\p{L}\p{M}\p{N}'’]+/u)
    .filter((word) => word !== '' && !/^(?:\d+|(?=.*\d)[0-9a-f]{6,}|\d+x\d+)$/iu.test(word))
  const text = words.join(' ').slice(0, longest).trim()
  if (words.every((word) => generic.test(word)) || isPlaceholderText(text, '')) return undefined
  return words.some(isWord) ? text : undefined
}

/** Only where a word is left before it: `red-backpack` has eight letters at its end, too. */
function bundledIn(stem: string): RegExp {
  const end = bundled.exec(stem)?.[0] ?? ''
  return /\d|\p{Ll}\p{Lu}|\p{Lu}\p{Ll}*\p{Lu}/u.test(end) ? bundled : /(?!)/u
}

/** Letters that can be read, not a code. */
function isWord(word: string): boolean {
  return /[^\p{Script=Latin}\p{N}'’]/u.test(word) || /(?=.*[aeiouyà-ÿ])^\p{L}{3,}$/iu.test(word)
}
