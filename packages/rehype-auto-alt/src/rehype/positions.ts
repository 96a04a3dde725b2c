import type { Root } from 'hast'

import { lineStarts, placeAt } from '../html/place.ts'
import type { Range } from '../html/tokenize.ts'
import type { Place } from '../rules/image-use.ts'
import type { Raw } from './tree-nodes.ts'
import type { TreeHandle } from './tree-events.ts'

/** A piece of the source text. */
export type Position = NonNullable<Root['position']>

/**
 * The text that the positions of a tree point into. Markdown parsers do not count a byte order mark at the start of a
 * file, HTML parsers do.
 */
export function positionedText(tree: Root, source: string): string {
  if (!source.startsWith('\uFEFF')) return source
  return tree.position?.end.offset === source.length ? source : source.slice(1)
}

/** Finds where images stand in a source text. */
export function createLocator(source: string): (handle: TreeHandle) => Position | undefined {
  const starts = lineStarts(source)
  return (handle) => {
    if (handle.kind !== 'raw') return handle.node.position
    const { node, tag } = handle
    return (
      node.position && positionInRaw(node, tag, { start: node.position.start.offset ?? 0, source, starts })
    )
  }
}

interface RawPlace {
  readonly start: number
  readonly source: string
  readonly starts: readonly number[]
}

function positionInRaw({ value }: Raw, tag: Range, place: RawPlace): Position {
  const at = (offset: number): Place => placeInRaw(value, offset, place)
  return { start: at(tag.start), end: at(tag.end) }
}

/** In a quote or a list, each further line of HTML has lost what stood before it. */
function placeInRaw(value: string, offset: number, { source, start, starts }: RawPlace): Place {
  if (source.startsWith(value, start)) return placeAt(start + offset, starts)
  const own = lineStarts(value)
  const inValue = placeAt(offset, own)
  const first = placeAt(start, starts)
  if (inValue.line === 1) return placeAt(start + offset, starts)
  const line = Math.min(first.line + inValue.line - 1, starts.length)
  const lineStart = starts[line - 1] ?? 0
  const written = source.slice(lineStart, starts[line]).trimEnd()
  const kept = value.slice(own[inValue.line - 1], own[inValue.line])
  const indent = kept.length - kept.trimStart().length
  const shift = Math.max(0, written.lastIndexOf(kept.trim())) - indent
  return placeAt(lineStart + Math.max(0, shift + inValue.column - 1), starts)
}
