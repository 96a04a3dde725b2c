import MagicString from 'magic-string'
import { intentMarker } from '../rules/verdict/verdict.ts'
import { createImageFinder } from './image-finder.ts'
import type { MarkupSink } from './markup-events.ts'
import { type Patch, attributePatch } from './patch.ts'
import { feedHtml, type HtmlHandle, type Range } from './tokenize.ts'

/** An alternative to write into HTML. */
export interface HtmlEdit {
  /** Where the image's tag and its attributes stand. */
  readonly image: HtmlHandle
  readonly alt: string
  /** Further attributes to set, by lower-case name. */
  readonly attributes?: Readonly<Record<string, string>>
}

/**
 * Writes alternatives into a page and takes every marker of an earlier stage (`data-auto-alt-intent`) off it, also
 * without any edit. Nothing else changes by a byte; where nothing has to change, the same string comes back.
 *
 * @param found Images of the page. Where they bear all the markers that it has, the page is not taken apart again.
 * @param patches What else has to change, outside the tags of the edits.
 */
export function spliceAlternatives(
  html: string,
  edits: readonly HtmlEdit[],
  found: readonly HtmlHandle[] = [],
  patches: readonly Patch[] = []
): string {
  const written = html.match(new RegExp(intentMarker, 'giu'))?.length ?? 0
  if (written === 0) return splice(html, edits, { patches })
  const known = found.flatMap(({ attributes }) => attributes.get(intentMarker) ?? [])
  return splice(html, edits, { patches, markers: known.length === written ? known : markersIn(html) })
}

/** Writes alternatives into HTML, as `spliceAlternatives` does, but takes markers off the edited images only. */
export function spliceTags(html: string, edits: readonly HtmlEdit[], patches: readonly Patch[] = []): string {
  return splice(html, edits, { patches })
}

interface Besides {
  readonly patches: readonly Patch[]
  readonly markers?: readonly Range[]
}

function splice(html: string, edits: readonly HtmlEdit[], { markers = [], patches }: Besides): string {
  if (edits.length === 0 && markers.length === 0 && patches.length === 0) return html
  const text = new MagicString(html)
  const gone = new Map(markers.map((marker) => [marker.start, marker]))
  for (const { image, alt, attributes } of edits) {
    for (const [name, value] of Object.entries({ alt, ...attributes }))
      apply(text, attributePatch(image, name, value))
    const marker = image.attributes.get(intentMarker)
    if (marker) gone.set(marker.start, marker)
  }
  for (const patch of patches) apply(text, patch)
  for (const { start, end } of gone.values()) text.remove(startWithSpace(html, start, end), end)
  return text.toString()
}

function apply(text: MagicString, { end, start, text: written }: Patch): void {
  if (start === end) text.appendLeft(start, written)
  else text.update(start, end, written)
}

/** The white space before an attribute goes with it, unless it keeps apart what then stands side by side. */
function startWithSpace(html: string, start: number, end: number): number {
  return /\s/u.test(html.charAt(start - 1)) && /[\s>]/u.test(html.charAt(end)) ? start - 1 : start
}

/** Markers on every element, wherever the text has start tags. */
function markersIn(html: string): Range[] {
  const markers: Range[] = []
  const finder = createImageFinder<Range | undefined>({ document: true, emptyAlt: 'auto', components: [] })
  const sink: MarkupSink<Range | undefined> = {
    open(element) {
      if (element.handle) markers.push(element.handle)
      finder.open(element)
    },
    close: (name) => finder.close(name),
    text: (value) => finder.text(value),
    isForeign: () => finder.isForeign(),
    doubt() {},
    isSettled: () => false
  }
  feedHtml(html, sink, ({ attributes }) => attributes.get(intentMarker))
  return markers
}
