import { decodedName } from '../decoded-name.ts'
import { placeholderWords } from './placeholder-words.ts'

const drawingProgram =
  'inkscape|sketch|sketchtool|figma|framer|(?:adobe )?(?:illustrator|photoshop|xd|fireworks|animate)|affinity|corel ?draw|gimp|krita|draw\\.io|diagrams\\.net|lucidchart|excalidraw|(?:microsoft )?(?:visio|powerpoint|word|excel)|matplotlib|gnuplot|graphviz|plantuml|mermaid|potrace|svg ?repo|fontforge|fontello|icomoon|vectornator|linearity|boxy ?svg|canva|blender|qt|cairo|libreoffice|openoffice|the noun project|noun project'
/** What may follow a program's name in its note: versions, years, addresses, its maker. */
const noteRest =
  '(?:[ ,(]+(?:\\S*\\d\\S*|https?:\\S+|www\\.\\S+|patchlevel|version|beta|pro|build|svg|export|plug-in|written by .*))*'
const note = new RegExp(
  `^(?:svg )?(?:(?:created|made|generated|exported|drawn|designed|produced|rendered|converted) (?:with|by|in|using|from|on)|generator:?) (?:the )?(?:${drawingProgram})${noteRest}[ ).!]*$`,
  'iu'
)
const fromIconSite = /\bfrom (?:the )?noun ?project[.!]?$/iu
const programAlone = new RegExp(`^(?:${drawingProgram}|qt svg document|svg export)(?: v?\\d[\\d.]*)?$`, 'iu')

/** What drawing programs call things, which says nothing alone or numbered. */
const drawn =
  'artboard|layer|group|unknown|title|caption|default|vector|svg|png|jpe?g|gif|shape|path|canvas|frame|asset|export|background|none|ebene|zeichenfläche|calque|plan de travail|capa|camada|prancheta|mesa de trabajo|livello|tavola disegno|laag|lager|слой|レイヤー|アートボード|图层|画板'
/** Names of shapes and pages, which say nothing once they are numbered. */
const numberedOnly =
  'page|slide|sheet|document|doc|file|rectangle|rect|ellipse|oval|circle|square|polygon|star|line|arrow|text|component|symbol|instance|mask|mask group|clip|clip path|clipped|combined shape|compound path|bitmap|element|object|item|node|recurso|ressource|risorsa|seite|exported'
/** A small number, or that it is a copy of another. A year in brackets tells something: `Untitled (1968)`. */
const number = '(?:[ _#-]*\\d{1,5}|[ _-]*\\(\\d{1,3}\\)|[ _-]*(?:copy|kopie|copie|copia)(?:[ _-]*\\d{1,3})?)'

const emptyWord = new RegExp(
  `^(?:new |my |an? |the )?(?:${placeholderWords}|${drawn})${number}{0,2}(?:@\\dx)?$`,
  'iu'
)
/** As above, of what a person may have meant to be heard: an icon that shows a path or a layer may be called so. */
const emptyAlternative = new RegExp(
  `^[([<*]*(?:an? |the |my )?(?:(?:${placeholderWords})${number}{0,2}|(?:artboard|layer|group|asset|frame|vector|shape|path|rectangle|ellipse)${number})(?:@\\dx)?[)\\]>*:.!…]*$`,
  'iu'
)
const numberedWord = new RegExp(`^(?:${numberedOnly})${number}{1,2}(?:@\\dx)?$`, 'iu')

const extension =
  /\.(?:png|jpe?g|gif|webp|avif|svgz?|tiff?|bmp|ico|heic|psd|psb|ai|eps|pdf|sketch|fig|xd|cdr|indd|afdesign|afphoto|xcf|kra|drawio|vsdx?|dxf|raw|cr2|nef|dng)$/iu
/** What cameras, phones and screenshot tools call their files. */
export const cameraName: RegExp =
  /^(?:(?:img|dsc|dscn|dscf|dcim|pict|gopr|dji|mvimg|pxl|wp|cimg|imag|sam|kdc|hpim|vlcsnap|fb_img|img-\d+-wa)[_-]?\d[\d_-]{2,}|p\d{7}|img[_-]\w*\d{4,}\w*|(?:screen ?shot|screenshot|bildschirmfoto|capture d[’']écran|captura de pantalla|schermafbeelding)[ _-]*(?:vom |du |de |from |at |op )?\d{4}.*|(?:olympus|samsung|sony|kodak|nikon|canon|minolta|konica minolta) (?:digital )?camera(?: pictures)?)$/iu
/** Digests and UUIDs. */
export const randomName: RegExp =
  /^(?:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|[0-9a-f]{16,64})$/iu

/**
 * True for a text that stands where an alternative could stand and says nothing: a placeholder ("image", "Untitled-2"),
 * a drawing program's note ("Artboard 1", "Created with Inkscape"), a file's name. Real words that only begin like one
 * ("Layers of soil", "Untitled (1968) by Mark Rothko") are none.
 *
 * @param fileName Name of the image file without folder; `''` when there is none.
 */
export function isPlaceholderText(text: string, fileName: string): boolean {
  const words = text.replace(/\s+/gu, ' ').trim().replace(/[.:]$/u, '')
  if (!/[\p{L}\p{N}\p{S}]/u.test(words)) return true
  const ownName = decodedName(fileName)
  const stem = ownName.replace(/\.[^.]*$/u, '')
  if (words === ownName || words === stem) return true
  if (isFileName(words) || cameraName.test(words) || randomName.test(words)) return true
  if (isSpelledAsName(words) && sameLetters(words, stem)) return true
  if (note.test(words) || fromIconSite.test(words)) return true
  return programAlone.test(words) || emptyWord.test(words) || numberedWord.test(words)
}

/** True for an alternative that a person left as a placeholder ("Image", "Foto 3", "TODO", "Created with Sketch"). */
export function isPlaceholderAlternative(text: string): boolean {
  const words = text.replace(/\s+/gu, ' ').trim()
  return emptyAlternative.test(words) || note.test(words) || fromIconSite.test(words)
}

/** A sentence can end in a file's name ("How to open the new logo.svg"), a name has few spaces. */
function isFileName(words: string): boolean {
  return extension.test(words) && words.split(' ').length <= 4
}

/** Written as programs write names (`red-backpack`, `redBackpack`), not as people write titles (`Red backpack`). */
function isSpelledAsName(words: string): boolean {
  return !words.includes(' ') && /[_-]|\p{Ll}\p{Lu}/u.test(words)
}

function sameLetters(one: string, other: string): boolean {
  const letters = (name: string): string => name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')
  return letters(one) === letters(other)
}
