import { ENDS_CONTENT, FORMATTING, HEADING, SCOPE, SPECIAL, TABLE_PART } from './element-kinds.ts'
import type { OpenElements } from './open-elements.ts'

/** Ends what an HTML end tag ends. One that closes nothing is passed over. */
export function endTag<Around>(stack: OpenElements<Around>, name: string, kind: number): void {
  if (stack.isInSelect) endInSelect(stack, name)
  else if (kind & FORMATTING) endFormatting(stack, name)
  else if (kind & TABLE_PART || name === 'table') endIfOpen(stack, name === 'col' ? -1 : stack.inTable(name))
  else if (kind & HEADING)
    endIfOpen(
      stack,
      stack.find((entry) => (entry.kind & HEADING) !== 0, SCOPE)
    )
  else if (kind & ENDS_CONTENT) endIfOpen(stack, stack.inScope(name))
  else if (name === 'p') stack.endParagraph()
  else if (name === 'li') endIfOpen(stack, stack.inScope('li', ['ol', 'ul']))
  else if (name === 'form') endForm(stack)
  else if (name === 'template')
    endIfOpen(
      stack,
      stack.find((entry) => entry.name === 'template', 0)
    )
  else endOrdinary(stack, name)
}

/** Ends a formatting element. Blocks that opened in it stay open, without it. */
export function endFormatting<Around>(stack: OpenElements<Around>, name: string): void {
  const innermost = stack.find((entry) => entry.name === name, 0)
  const marker = stack.markerIndex
  const open = innermost > marker ? stack.at(innermost) : undefined
  if (stack.lost.take(name, stack.at(marker), open) || open === undefined) return
  if (stack.inScope(name) === -1) return
  let block = -1
  for (let index = innermost + 1; index < stack.size; index++) {
    const entry = stack.at(index)!
    if (entry.kind & SPECIAL) block = index
  }
  if (block === -1) {
    stack.endFrom(innermost)
    return
  }
  stack.remove((entry, index) => {
    const goes = index === innermost || (index > innermost && (entry.kind & (SPECIAL | FORMATTING)) === 0)
    if (goes && entry.matters) stack.doubtful = true
    return goes
  })
}

function endIfOpen<Around>(stack: OpenElements<Around>, index: number): void {
  if (index !== -1) stack.endFrom(index)
}

function endForm<Around>(stack: OpenElements<Around>): void {
  if (stack.isInTemplate) return endIfOpen(stack, stack.inScope('form'))
  const form = stack.form
  stack.form = undefined
  if (form === undefined || stack.find((entry) => entry === form, SCOPE) === -1) return
  stack.endImplied()
  if (stack.current !== form && form.matters) stack.doubtful = true
  stack.remove((entry) => entry === form)
}

function endInSelect<Around>(stack: OpenElements<Around>, name: string): void {
  if (name === 'select') stack.endCurrent()
  else if (name !== 'option' && name !== 'optgroup') stack.doubtful = true
}

function endOrdinary<Around>(stack: OpenElements<Around>, name: string): void {
  for (let index = stack.size - 1; index >= 0; index--) {
    const entry = stack.at(index)!
    if (entry.space === 'html' && entry.name === name) {
      stack.endFrom(index)
      return
    }
    if (entry.kind & SPECIAL) return
  }
}
