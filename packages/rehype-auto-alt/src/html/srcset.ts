/** One address of a `srcset` with its descriptor. */
export interface SrcsetEntry {
  readonly url: string
  /** Pixels, from `800w`; `0` when not given. */
  readonly width: number
  /** Pixel density, from `2x`; `1` when not given. */
  readonly density: number
}

/** Reads a `srcset` as HTML does: addresses may hold commas, but not start or end with one. */
export function parseSrcset(srcset: string): SrcsetEntry[] {
  const entries: SrcsetEntry[] = []
  const address = /[\s,]*([^\s,]\S*)/uy
  while (address.lastIndex < srcset.length) {
    const written = address.exec(srcset)?.[1]
    if (written === undefined) break
    const url = written.replace(/,+$/u, '')
    let descriptors = ''
    if (url === written) {
      const end = endOfDescriptors(srcset, address.lastIndex)
      descriptors = srcset.slice(address.lastIndex, end)
      address.lastIndex = end
    }
    const width = Number(/(?:^|\s)(\d+)w(?:\s|$)/u.exec(descriptors)?.[1] ?? 0)
    const density = Number(/(?:^|\s)(\d+(?:\.\d+)?)x(?:\s|$)/u.exec(descriptors)?.[1] ?? 1)
    entries.push({ url, width, density })
  }
  return entries
}

function endOfDescriptors(srcset: string, from: number): number {
  let depth = 0
  for (let index = from; index < srcset.length; index++) {
    const character = srcset[index]
    if (character === '(') depth++
    else if (character === ')') depth = Math.max(0, depth - 1)
    else if (character === ',' && depth === 0) return index
  }
  return srcset.length
}
