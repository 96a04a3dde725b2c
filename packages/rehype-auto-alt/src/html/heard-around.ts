import { heardWords, type NameFacts } from '../rules/verdict/accessible-name.ts'
import type { ImageUse, Verdict } from '../rules/image-use.ts'
import { buttonHint } from '../rules/purpose/button-hint.ts'
import { runTimeContent } from '../rules/run-time-content.ts'
import type { Control, Heard } from './control.ts'
import { firstWords } from './excerpt.ts'
import type { TextAround } from './page-text.ts'

/** An image that was judged, with what bears on what is heard of it. */
export interface JudgedImage {
  readonly draft: { readonly text: TextAround } & Exclude<Heard, string>
  readonly facts: NameFacts
  readonly verdict: Verdict
  /** The link or button around it. */
  readonly control: Control | undefined
}

/** What is known of the page as a whole. */
export interface HearingPage {
  /** Tells whether an `aria-labelledby` leads to text. */
  readonly isLabelled: (labelledBy: string | undefined) => boolean
  /** Everything was looked for, with the words of what has some. */
  readonly isForAudit: boolean
}

/** What a listener hears for an image, and beside it. */
export type HeardAround = Pick<ImageUse, 'name' | 'control' | 'beside'>

/**
 * Tells what a listener hears for each image of a page and beside it: in the link or button around it, unless that has
 * a name of its own, and in the block that it stands in. Where images without words are looked for only, it is told of
 * these, and only what is beside them.
 */
export function heardAround(
  images: readonly JudgedImage[],
  { isForAudit, isLabelled }: HearingPage
): (image: JudgedImage) => HeardAround {
  const names = new Map<Heard, string>()
  for (const { control, draft, facts, verdict } of images) {
    if (!isForAudit && !control) continue
    if (verdict === 'named') names.set(draft, certain(heardWords(facts)))
    else if (verdict === 'unknown') names.set(draft, '')
  }
  return ({ control, draft, verdict }) => {
    if (!isForAudit && verdict !== 'missing') return {}
    const name = verdict === 'named' ? names.get(draft) : undefined
    const beside = firstWords(draft.text.block)
    const isNamedByContent = control && !control.isLabelled && !isLabelled(control.labelledBy)
    return {
      ...(name !== undefined && { name }),
      ...(isNamedByContent && { control: controlAround(control, draft, names) }),
      ...(beside !== '' && { beside })
    }
  }
}

function controlAround(
  control: Control,
  image: Heard,
  names: ReadonlyMap<Heard, string>
): NonNullable<ImageUse['control']> {
  const hint = buttonHint(control.names)
  const around = { kind: control.kind, text: heardBeside(control, image, names) }
  return hint === undefined ? around : { ...around, hint }
}

function certain(words: string): string {
  return words.includes(runTimeContent) ? '' : words
}

function heardBeside({ heard }: Control, image: Heard, names: ReadonlyMap<Heard, string>): string {
  const others = heard.filter((piece) => piece !== image)
  return firstWords(others.map((piece) => wordsOf(piece, names)).join(''))
}

function wordsOf(piece: Heard, names: ReadonlyMap<Heard, string>): string {
  if (typeof piece === 'string') return piece
  const name = names.get(piece)
  return name === undefined ? ' ' : ` ${name || runTimeContent} `
}
