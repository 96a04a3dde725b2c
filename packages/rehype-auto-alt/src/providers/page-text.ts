import type { PageContext } from '../rules/image-use.ts'

/** What an address may be written with. */
const chunk = /[^\s"'()<>[\]{}|\\^`]+/gu
const pictureFile = /\.(?:png|jpe?g|jfif|gif|webp|avif|svgz?|tiff?|bmp|ico|heic)(?![\p{L}\p{N}])/iu
/** Addresses that servers make pictures from: their paths need not end like a file's name. */
const pictureServer =
  /(?:^|\/)(?:_next\/image|_vercel\/image|_image|_ipx|cdn-cgi\/image(?:delivery)?|\.netlify\/images|image\/upload|image\/fetch|imgproxy)[/?]/iu
const address = /^(?:[a-z][a-z\d+.-]*:)?\/\/./iu
/** No word: an address that was cut off in front, or what is written in place of bytes. */
const code = /^(?=.*[\d/+=%_.&?:#-])[\w+/=%.&?:;~@#-]{60,}$/u
const inline = /^(?:data:[^,]{0,200},|data:[a-z]+\/|blob:)/iu
/** An image of Markdown or HTML that stands in a text as it was written, and a picture with its width or density. */
const written =
  /!\[[^\]]{0,500}\](?:\([^)]{0,4000}\)|\[[^\]]{0,200}\])|<(?:img|source|image)\b[^>]{0,4000}>|(?<!\S)[^\s/]*\/\S*\s+\d+(?:\.\d+)?[wx](?=[\s,]|$)/giu

/**
 * Makes a piece of page text safe to show to a model as data: on one line, without invisible characters, without
 * anything that could close the marks around it, other images' addresses masked, bounded.
 *
 * @param limit Most characters.
 */
export function plainPageText(text: string, limit: number): string {
  return plainText(text, limit, (part) => (isPicture(part) ? '[image]' : part))
}

/** The same for running text, in which no address helps, and one without a file's name may be another image's. */
function plainRunningText(text: string, limit: number): string {
  return plainText(text, limit, (part) => {
    if (isPicture(part)) return '[image]'
    return address.test(part) || code.test(part) ? '[link]' : part
  })
}

function plainText(text: string, limit: number, mask: (part: string) => string): string {
  const clean = text
    .slice(0, 10 * limit + 1000)
    .replace(/[\p{Cf}\p{Co}\p{Cn}\p{Cs}]+/gu, '')
    .replace(written, '[image]')
    .replace(chunk, (part) => {
      const [, bare = part, end = ''] = /^(.*?)([.,;:!?]*)$/su.exec(part) ?? []
      return (
        bare
          .split(/,(?=(?:[a-z]+:)?\/|\.{1,2}\/)/iu)
          .map(mask)
          .join(',') + end
      )
    })
    .replaceAll('<', '‹')
    .replaceAll('>', '›')
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .replace(/\[image\](?:[ ,]+\[image\])+/gu, '[image]')
    .trim()
  const characters = Array.from(clean)
  return characters.length <= limit
    ? clean
    : `${characters
        .slice(0, limit - 1)
        .join('')
        .trimEnd()}…`
}

function isPicture(part: string): boolean {
  return inline.test(part) || pictureFile.test(part) || pictureServer.test(part)
}

/** Tokens that the words around an image may take together, at four characters a token as costs are estimated. */
const mostTokens = 600
const charactersPerToken = 4
/** Most characters of the words that are heard beside an image. */
export const mostBeside = 300
/** Not worth a line of its own. */
const shortest = 20

/** A line for the prompt: what it is, and its words. */
interface Line {
  readonly label: string
  readonly text: string
  readonly limit: number
  /** Keep its end, which is next to the image. */
  readonly isTail?: boolean
}

/**
 * The words around an image, one labelled line each; empty when there are none. Where they are too many together, what
 * tells most about the image stays: title, caption and product, then the nearest heading and the text beside it. What
 * reads the same is told once.
 *
 * @param beside Words that are told already.
 */
export function contextLines(context: PageContext, beside?: string): string[] {
  const { after, before, caption, description, headings, product, title } = context
  const line = (label: string, text: string | undefined, limit: number, isTail = false): Line | undefined =>
    text === undefined ? undefined : { label, text, limit, isTail }
  const above = headings.slice(-5).map((heading) => line('Heading above', heading, 120))
  const ofProduct = line('Product in structured data', product, 300)
  const lines = {
    title: line('Page title', title, 200),
    description: line('Page description', description, 300),
    caption: line('Caption', caption, 300),
    before: line('Text before', before, 300, true),
    after: line('Text after', after, 300)
  }
  const byWeight = [
    lines.title,
    lines.caption,
    ofProduct,
    above.at(-1),
    lines.before,
    lines.after,
    lines.description,
    ...above.slice(0, -1).reverse()
  ]
  const kept = fitted(
    byWeight.filter((each) => each !== undefined),
    beside
  )
  const inOrder = [
    lines.title,
    lines.description,
    ofProduct,
    ...above,
    lines.caption,
    lines.before,
    lines.after
  ]
  return inOrder.flatMap((each) => (each && kept.get(each)) ?? [])
}

function fitted(lines: readonly Line[], beside: string | undefined): ReadonlyMap<Line, string> {
  const kept = new Map<Line, string>()
  const told = new Set(beside === undefined ? [] : [plainRunningText(beside, mostBeside)])
  let rest = mostTokens * charactersPerToken
  for (const line of lines) {
    const head = `${line.label}: `
    const limit = Math.min(line.limit, rest - head.length - 1)
    if (limit < Math.min(shortest, line.limit)) continue
    const plain = plainRunningText(line.isTail ? tail(line.text, limit) : line.text, limit)
    if (!/[\p{L}\p{N}]/u.test(plain) || told.has(plain)) continue
    told.add(plain)
    kept.set(line, head + plain)
    rest -= head.length + plain.length + 1
  }
  return kept
}

/** The words that character recognition read in the picture, as one labelled line. */
export function visibleTextLine(text: string): string {
  return `Words in the picture, read by a program and maybe wrong: ${plainPageText(text, 500)}`
}

/** What stands right before the image is at the end. */
function tail(text: string, limit: number): string {
  const characters = Array.from(text.slice(-10 * limit).trim())
  return characters.slice(-limit).join('')
}
