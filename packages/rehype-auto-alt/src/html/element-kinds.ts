/** Has no content and no end tag. */
export const VOID = 1
/** `a`, `b`, …: misnested ones are taken apart instead of being closed in order. */
export const FORMATTING = 2
/** Elements that an end tag of an ordinary element cannot reach across. */
export const SPECIAL = 4
/** Text before and after one of these belongs to different blocks. */
export const BLOCK = 8
/** Holds text only, whatever that looks like. */
export const RAW_TEXT = 16
/** Bounds the search for an open element. */
export const SCOPE = 32
/** Its end tag may be left out, and is implied by the end of what it stands in. */
export const IMPLIED_END = 64
/** Ends an open paragraph by starting. */
export const ENDS_PARAGRAPH = 128
/** Its end tag ends everything in it that is still open, when it is open in scope. */
export const ENDS_CONTENT = 256
export const HEADING = 512
/** What stands directly in one of these and is no part of a table moves out, before the table. */
export const TABLE_CONTEXT = 1024
export const TABLE_PART = 2048
/** Formatting does not reach into or out of it. */
export const MARKER = 4096
/** In SVG and MathML: ends them by starting. */
export const ENDS_FOREIGN = 8192
/** Parts of SVG and MathML that hold HTML again. */
export const HOLDS_HTML = 16384

const names: readonly (readonly [number, string])[] = [
  [
    VOID,
    'area base basefont bgsound br col embed frame hr image img input keygen link meta param source track wbr'
  ],
  [FORMATTING, 'a b big code em font i nobr s small strike strong tt u'],
  [
    SPECIAL,
    'address applet area article aside base basefont bgsound blockquote body br button caption center col colgroup ' +
      'dd details dir div dl dt embed fieldset figcaption figure footer form frame frameset h1 h2 h3 h4 h5 h6 head ' +
      'header hgroup hr html iframe img input li link listing main marquee menu meta nav noembed noframes noscript ' +
      'object ol p param plaintext pre script section select source style summary table tbody td template textarea ' +
      'tfoot th thead title tr track ul wbr xmp'
  ],
  [
    BLOCK,
    'address article aside blockquote body button caption center dd details dialog dir div dl dt fieldset figcaption ' +
      'figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr iframe legend li listing main menu nav object ol ' +
      'optgroup option p pre search section select summary table tbody td template textarea tfoot th thead tr ul'
  ],
  [RAW_TEXT, 'iframe noembed noframes plaintext script style textarea title xmp'],
  [SCOPE, 'applet caption html marquee object table td template th'],
  [IMPLIED_END, 'dd dt li optgroup option p rb rp rt rtc'],
  [
    ENDS_PARAGRAPH,
    'address article aside blockquote center dd details dialog dir div dl dt fieldset figcaption figure footer form ' +
      'h1 h2 h3 h4 h5 h6 header hgroup hr li listing main menu nav ol p plaintext pre search section summary table ' +
      'ul xmp'
  ],
  [
    ENDS_CONTENT,
    'address applet article aside blockquote button center dd details dialog dir div dl dt fieldset figcaption ' +
      'figure footer header hgroup listing main marquee menu nav object ol pre search section summary ul'
  ],
  [HEADING, 'h1 h2 h3 h4 h5 h6'],
  [TABLE_CONTEXT, 'table tbody tfoot thead tr'],
  [TABLE_PART, 'caption col colgroup tbody td tfoot th thead tr'],
  [MARKER, 'applet caption marquee object td template th'],
  [
    ENDS_FOREIGN,
    'b big blockquote body br center code dd div dl dt em embed h1 h2 h3 h4 h5 h6 head hr i img li listing menu meta ' +
      'nobr ol p pre ruby s small span strike strong sub sup table tt u ul var'
  ],
  [HOLDS_HTML, 'annotation-xml desc foreignobject mi mn mo ms mtext title']
]

const kinds = new Map<string, number>()
for (const [kind, list] of names) {
  for (const name of list.split(' ')) kinds.set(name, (kinds.get(name) ?? 0) | kind)
}

const knownNames = new Map(
  [...kinds.keys(), 'svg', 'span', 'path', 'g', 'label', 'abbr', 'time'].map((name) => [name, name])
)

/** A tag's name in lower case; the same string each time for names that are known, which makes comparing cheap. */
export function tagName(written: string): string {
  const known = knownNames.get(written)
  if (known !== undefined) return known
  const name = written.toLowerCase()
  return knownNames.get(name) ?? name
}

/** What kind of HTML element this name means, as bits. Names that HTML does not know have none. */
export function kindOf(name: string): number {
  return kinds.get(name) ?? 0
}
