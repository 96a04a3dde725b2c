import { ENDS_PARAGRAPH, HEADING, SPECIAL, TABLE_PART } from './element-kinds.ts'
import { endFormatting } from './end-tags.ts'
import type { OpenElements } from './open-elements.ts'

/**
 * Ends what an HTML start tag ends by standing there (a paragraph, a list item, a cell, …).
 *
 * @returns False for a tag that HTML passes over at this place.
 */
export function makeWay<Around>(stack: OpenElements<Around>, name: string, kind: number): boolean {
  if (stack.isInSelect) return passSelect(stack, name)
  if (kind & TABLE_PART) return makeWayInTable(stack, name)
  if (stack.current?.name === 'colgroup' && name !== 'template') stack.endCurrent()
  switch (name) {
    case 'table':
      endTableBefore(stack)
      return true
    case 'form':
      if (stack.form !== undefined && !stack.isInTemplate) return false
      break
    case 'li':
      endListItem(stack, ['li'])
      break
    case 'dd':
    case 'dt':
      endListItem(stack, ['dd', 'dt'])
      break
    case 'button': {
      const open = stack.inScope('button')
      if (open !== -1) stack.endFrom(open)
      break
    }
    case 'a':
      if (!stack.hasFormatting) break
      if (stack.find((entry) => entry.name === 'a', 0) > stack.markerIndex) endFormatting(stack, 'a')
      else stack.lost.take('a', stack.at(stack.markerIndex), undefined)
      break
    case 'nobr':
      if (stack.inScope('nobr') !== -1) endFormatting(stack, 'nobr')
      break
    case 'option':
    case 'optgroup':
      if (stack.current?.name === 'option') endCurrent(stack)
      break
    case 'rb':
    case 'rtc':
      if (stack.inScope('ruby') !== -1) stack.endImplied()
      break
    case 'rp':
    case 'rt':
      if (stack.inScope('ruby') !== -1) stack.endImplied('rtc')
      break
    case 'frame':
    case 'frameset':
      stack.doubtful = true
      return false
  }
  if (kind & ENDS_PARAGRAPH) stack.endParagraph()
  if (kind & HEADING && stack.current && stack.current.kind & HEADING) endCurrent(stack)
  return true
}

/** What a `select` may hold, which is no image; anything else is for a tree builder to judge. */
function passSelect<Around>(stack: OpenElements<Around>, name: string): boolean {
  if (name === 'script') return true
  if (name !== 'option' && name !== 'optgroup' && name !== 'hr') stack.doubtful = true
  return false
}

const rowContexts = ['tbody', 'tfoot', 'thead', 'table', 'template']
const cellContexts = ['tr', ...rowContexts]
const partContexts = ['table', 'template']

function makeWayInTable<Around>(stack: OpenElements<Around>, name: string): boolean {
  const isCell = name === 'td' || name === 'th'
  const context = stack.inTable(...(isCell ? cellContexts : name === 'tr' ? rowContexts : partContexts))
  const within = stack.at(context)
  if (within !== undefined && within.name !== 'template') {
    stack.endIn(context)
    if (within.name === 'table' && (isCell || name === 'tr')) stack.imply('tbody')
    if (within.name !== 'tr' && isCell) stack.imply('tr')
    return true
  }
  if (within === undefined && !stack.isFragment) return false
  // Parts without their table: what a template or a fragment makes of them depends on all that it held before.
  stack.doubtful = true
  const hasParts = stack.find((entry) => (entry.kind & TABLE_PART) !== 0, 0) > context
  if (hasParts) stack.endIn(context)
  return hasParts || context === stack.size - 1
}

function endTableBefore<Around>(stack: OpenElements<Around>): void {
  const table = stack.isInTable ? stack.inTable('table') : -1
  if (table !== -1) stack.endFrom(table)
  const paragraph = stack.inScope('p', ['button'])
  if (paragraph === -1) return
  // Without a doctype a table does not end the paragraph it stands in.
  for (let index = paragraph; index < stack.size; index++) {
    if (stack.at(index)?.matters) stack.doubtful = true
  }
  stack.endFrom(paragraph)
}

function endListItem<Around>(stack: OpenElements<Around>, names: readonly string[]): void {
  for (let index = stack.size - 1; index >= 0; index--) {
    const entry = stack.at(index)!
    if (entry.space === 'html' && names.includes(entry.name)) {
      stack.endFrom(index)
      return
    }
    if (entry.kind & SPECIAL && entry.name !== 'address' && entry.name !== 'div' && entry.name !== 'p') return
  }
}

/** Ends the current element because it is the current one, which it may not be for a tree builder. */
function endCurrent<Around>(stack: OpenElements<Around>): void {
  if (stack.current?.matters) stack.doubtful = true
  stack.endCurrent()
}
