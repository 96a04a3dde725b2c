import { isBlank } from '../blank.ts'
import { type Finding, imageName, quoted } from './finding.ts'
import { takesAlt } from '../image-kind.ts'
import type { ImageUse } from '../image-use.ts'

/** What is known about a use besides the use itself. */
export interface PresenceFacts {
  /** It is written in Markdown's own syntax, `![…](…)`. */
  readonly isMarkdown: boolean
  /** Report images whose alternative only the run time knows. */
  readonly strict: boolean
}

/** Whether an image has an alternative, and one that fits its purpose. At most one finding. */
export function presenceFinding(use: ImageUse, { isMarkdown, strict }: PresenceFacts): Finding | undefined {
  const name = imageName(use)
  switch (use.verdict) {
    case 'missing':
      if (isMarkdown && isAllOfControl(use)) return emptyInControl(use, name)
      if (isMarkdown) return { ruleId: 'markdown-empty-alt', message: emptyInMarkdown(name) }
      if (isAllOfControl(use) && use.alt !== null && use.kind !== 'button') return emptyInControl(use, name)
      return { ruleId: 'missing-alt', message: missing(use, name) }
    case 'decorative':
      if (isAllOfControl(use)) return emptyInControl(use, name)
      return conflict(use, name)
    case 'named':
      return use.alt === '' ? conflict(use, name) : undefined
    case 'unknown':
      if (!strict) return undefined
      return {
        ruleId: 'unknown-alt',
        message: `Only the run time knows whether ${name} has an alternative. Write \`alt\` out beside the spread, or check it where it is set.`
      }
    case 'hidden':
      return undefined
  }
}

/** Nothing but the image names the link or button that it stands in. */
function isAllOfControl({ control, purpose }: ImageUse): boolean {
  return purpose.kind !== 'informative' || (control !== undefined && isBlank(control.text))
}

function whatToSay({ control, purpose }: ImageUse): string {
  const isButton = purpose.kind === 'button' || (purpose.kind === 'informative' && control?.kind === 'button')
  return isButton ? 'Say what it does' : 'Say where it leads'
}

function emptyInControl(use: ImageUse, name: string): Finding {
  const control = use.purpose.kind === 'button' || use.control?.kind === 'button' ? 'button' : 'link'
  return {
    ruleId: 'empty-alt-in-link',
    message: `${name} is all that a ${control} holds, and its alternative is empty: nobody hears what the ${control} is for. ${whatToSay(use)}.`
  }
}

function missing(use: ImageUse, name: string): string {
  const { kind = 'img', purpose, tiny } = use
  if (tiny) {
    return `${name} is declared one pixel wide or high and has no alternative. Write alt="", so that nobody hears of it.`
  }
  if (kind === 'area')
    return `${name} is an area of an image map without a text alternative. Say where it leads: alt="…".`
  if (kind === 'button') return `${name} is a button without a text alternative. Say what it does: alt="…".`
  if (!takesAlt(kind)) {
    return `${name} is an image without a text alternative. Say in a sentence what it shows, aria-label="…", or hide it with aria-hidden="true" if it only adorns the page.`
  }
  if (isAllOfControl(use)) {
    const control = purpose.kind === 'button' ? 'button' : 'link'
    return `${name} is all that a ${control} holds, and has no text alternative. ${whatToSay(use)}: alt="…".`
  }
  return `${name} has no text alternative. Say in a sentence what it shows, alt="…", or write alt="" if it only adorns the page.`
}

function emptyInMarkdown(name: string): string {
  return `${name} has an empty alternative, and Markdown cannot tell whether that is meant. Say in a sentence what it shows, ![…](…), or write <img alt="" …> if it only adorns the page.`
}

function conflict({ alt, title, verdict }: ImageUse, name: string): Finding | undefined {
  if (alt !== '') return undefined
  if (verdict === 'named') {
    const message = `${name} has alt="" and a name by aria-label or aria-labelledby, so some hear it and some do not. Put the words into \`alt\`, or take the name away.`
    return { ruleId: 'decorative-conflict', message }
  }
  if (title === undefined || isBlank(title)) return undefined
  const message = `${name} has alt="" and the title ${quoted(title)}, so some hear it and some do not. Put the words into \`alt\`, or take the title away.`
  return { ruleId: 'decorative-conflict', message }
}
