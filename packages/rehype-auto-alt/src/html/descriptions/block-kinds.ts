/** Elements of HTML that hold phrases, or nothing but parts of their own: no `details` may stand in them. */
const withoutBlocks: ReadonlySet<string> = new Set(
  `a abbr acronym audio b bdi bdo big button canvas cite code col colgroup data datalist del dfn dl em font h1 h2 h3 h4
  h5 h6 head hgroup html i ins kbd label legend map mark menu meter nobr noscript object ol optgroup option output p
  picture pre progress q rp rt ruby s samp select small span strike strong sub summary sup table tbody tfoot thead time
  tr tt u ul var video`.split(/\s+/u)
)

/** Elements that may hold nothing that can be opened, however deep. What is in an island is rendered anew by scripts. */
const closed: ReadonlySet<string> = new Set(['a', 'astro-island', 'button', 'label', 'summary'])

/** Elements that may hold no further phrase behind an image in them. */
const closedToPhrases: ReadonlySet<string> = new Set(['astro-island', 'picture'])

/**
 * The element that a long description of an image stands behind.
 *
 * @param path Names of the elements around the image, innermost first, lower case; the image's own at the front.
 * @returns Its index in the path.
 */
export function placeBehind(way: 'describedby' | 'details', path: readonly string[]): number {
  const isClosed = way === 'details' ? closed : closedToPhrases
  const outermost = path.findLastIndex((name) => isClosed.has(name))
  let index = Math.max(0, outermost)
  if (way === 'describedby') return index
  for (
    let parent = path[index + 1];
    parent !== undefined && withoutBlocks.has(parent);
    parent = path[index + 1]
  )
    index++
  return index
}
