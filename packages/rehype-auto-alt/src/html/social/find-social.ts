import { attributeText, type Attributes } from '../../rules/attribute-value.ts'
import type { MarkupSink } from '../markup-events.ts'
import { type Patch, attributePatch } from '../patch.ts'
import { isOff, languageOf } from '../surroundings.ts'
import { type HtmlHandle, type Range, feedHtml } from '../tokenize.ts'
import { escapeAttribute } from '../escape.ts'
import { namelessObjects } from './image-objects.ts'
import { mayHoldSocial, socialSigns } from './may-hold-social.ts'
import { hostsIn, withinSite } from './site-address.ts'
import { type NamelessMeta, type SocialMeta, namelessMetas } from './social-metas.ts'

/** A picture that a page hands to other sites without words. */
export interface SocialImage<Write> {
  /** Addresses as images of the page have them: from the root of the site where its host is the page's own. */
  readonly sources: readonly string[]
  /** What words of the picture are called. */
  readonly words: NamelessMeta<never>['words'] | 'ImageObject caption'
  readonly write: Write
}

/** One in HTML text: where it stands, and how words are written. */
export interface HtmlSocialImage extends SocialImage<(alt: string) => Patch>, Range {}

/** The pictures of a page for other sites, and the page's language. */
export interface SocialImages<Image> {
  readonly images: readonly Image[]
  readonly lang?: string
}

const none: SocialImages<never> = { images: [] }
const names = ['html', 'head', 'link', 'meta', 'script']

/** Finds the pictures that a page of HTML hands to other sites without words. */
export async function findSocialImages(html: string): Promise<SocialImages<HtmlSocialImage>> {
  if (!mayHoldSocial(html)) return none
  const head = readHead(html)
  if (head.isOff) return none
  const hosts = hostsIn(head.own)
  const sourcesOf = (addresses: readonly string[]): string[] =>
    addresses.map((address) => withinSite(address, hosts))
  const images: HtmlSocialImage[] = namelessMetas(head.metas).map((meta) => ({
    sources: sourcesOf(meta.addresses),
    words: meta.words,
    start: meta.image.start,
    end: meta.image.end,
    write: (alt) => metaPatch(html, meta, alt)
  }))
  for (const script of head.scripts) {
    for (const object of await namelessObjects(html.slice(script.start, script.end))) {
      images.push({
        sources: sourcesOf(object.addresses),
        words: 'ImageObject caption',
        ...moved(object, script.start),
        write: (alt) => moved(object.patch(alt), script.start)
      })
    }
  }
  images.sort((one, other) => one.start - other.start)
  return { images, ...(head.lang && { lang: head.lang }) }
}

interface Head {
  readonly metas: SocialMeta<HtmlHandle>[]
  /** What stands in scripts of JSON-LD. */
  readonly scripts: Range[]
  /** Where the page says that it stands. */
  readonly own: (string | undefined)[]
  lang?: string | undefined
  isOff: boolean
}

/** Takes from a page what it says about itself. What stands in comments, other scripts and templates is not read. */
function readHead(html: string): Head {
  const head: Head = { metas: [], scripts: [], own: [], isOff: false }
  let templates = 0
  const sink: MarkupSink<HtmlHandle> = {
    open(element) {
      const { name } = element
      if (name === 'template') templates++
      if (templates > 0 || !names.includes(name)) return
      const { attributes, handle } = element
      const isWhole = name === 'html' || name === 'head'
      if (isOff(attributes)) head.isOff ||= isWhole
      else if (name === 'html') head.lang = languageOf(attributes)
      else if (name === 'meta') noteMeta(head, attributes, handle)
      else if (name === 'link' && isCanonical(attributes))
        head.own.push(attributeText(attributes.get('href')))
      else if (name === 'script' && isJsonLd(attributes)) noteScript(head, html, handle)
    },
    close(name) {
      if (name === 'template' && templates > 0) templates--
    },
    text() {},
    isForeign: () => false,
    doubt() {},
    isSettled: () => true
  }
  const lastImage = Math.max(...[...socialSigns, 'canonical', 'og:url'].map((sign) => html.lastIndexOf(sign)))
  feedHtml(html, sink, (handle) => handle, { components: names, lastImage })
  return head
}

function noteMeta(head: Head, attributes: Attributes, handle: HtmlHandle): void {
  const meta = socialMeta(attributes, handle)
  if (!meta) return
  if (meta.property === 'og:url') head.own.push(meta.content)
  else head.metas.push(meta)
}

/** What a `meta` element says for other sites; `undefined` for one that says something else. */
export function socialMeta<Handle>(attributes: Attributes, handle: Handle): SocialMeta<Handle> | undefined {
  const property = attributeText(attributes.get('property') ?? attributes.get('name'))
    ?.trim()
    .toLowerCase()
  if (!property || !/^(?:og:url|(?:og|twitter):image(?::.*)?)$/su.test(property)) return undefined
  return { property, content: attributeText(attributes.get('content')) ?? '', handle }
}

/** True for the `link` that says where the page stands. */
export function isCanonical(attributes: Attributes): boolean {
  const rel = attributeText(attributes.get('rel')) ?? ''
  return rel.toLowerCase().split(/\s+/u).includes('canonical')
}

/** True for a `script` that holds structured data. */
export function isJsonLd(attributes: Attributes): boolean {
  return /^\s*application\/ld\+json\s*(?:;|$)/iu.test(attributeText(attributes.get('type')) ?? '')
}

function noteScript(head: Head, html: string, { end: start }: HtmlHandle): void {
  const end = html.slice(start).search(/<\/script(?=[\s/>])/iu)
  // Behind `<!--` a browser may pass over that end tag.
  if (end !== -1 && !html.slice(start, start + end).includes('<!--'))
    head.scripts.push({ start, end: start + end })
}

function moved<Piece extends Range>(piece: Piece, by: number): Piece {
  return { ...piece, start: piece.start + by, end: piece.end + by }
}

/** Words behind the picture's element, written as that is; in the one that is there and empty, if there is one. */
function metaPatch(html: string, { empty, image, words }: NamelessMeta<HtmlHandle>, alt: string): Patch {
  if (empty) return attributePatch(empty, 'content', alt)
  const lineStart = html.lastIndexOf('\n', image.start - 1) + 1
  const before = html.slice(lineStart, image.start)
  const isOwnLine =
    lineStart > 0 && /^[ \t]*$/u.test(before) && /^[ \t]*(?:[\r\n]|$)/u.test(html.slice(image.end))
  const lineBreak = isOwnLine ? `${html.charAt(lineStart - 2) === '\r' ? '\r\n' : '\n'}${before}` : ''
  const name = image.attributes.has('property') ? 'property' : 'name'
  const last = Math.max(...[...image.attributes.values()].map(({ end }) => end))
  const tail = html.slice(last, image.end)
  const end = /^ ?\/?>$/u.test(tail) ? tail : tail.includes('/') ? ' />' : '>'
  const text = `${lineBreak}<meta ${name}="${words}" content="${escapeAttribute(alt)}"${end}`
  return { start: image.end, end: image.end, text }
}
