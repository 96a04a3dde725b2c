import type { PreparedImage } from '../../images/prepared-image.ts'
import { longestDescription } from '../../captions/caption-record.ts'
import type { Description } from '../../providers/provider.ts'
import type { AnswerStyle } from '../../rules/answer/check-answer.ts'
import type { ImageUse } from '../../rules/image-use.ts'
import { checkedAnswer } from './checked-answer.ts'

/** Whether to ask for a long description along with an alternative: of what is drawn, and names no link or button. */
export function wantsLongDescription(
  { purpose }: ImageUse,
  target: string | undefined,
  { isDrawn = false }: PreparedImage,
  { longDescription }: { readonly longDescription: 'describedby' | 'details' | false }
): boolean {
  return longDescription !== false && isDrawn && purpose.kind !== 'button' && target === undefined
}

/** Faults that a text of this length, full of labels and figures, may have. Any other means that it is not fit. */
const harmless: ReadonlySet<string> = new Set([
  'too-long',
  'redundant-prefix',
  'too-many-sentences',
  'keyword-list',
  'letter-case',
  'unfounded-name'
])

/** An answer, or what is made of it. */
export interface WithLongDescription {
  /** Of a chart or diagram: what it shows in full. */
  readonly longDescription?: string
}

/** The long description that an answer gives of a chart or diagram, where it is fit to be stored. */
export async function longDescriptionIn(
  { kind, longDescription }: Pick<Description, 'kind' | 'longDescription'>,
  style: AnswerStyle
): Promise<WithLongDescription> {
  // Somebody's own provider may give anything.
  if (typeof longDescription !== 'string' || (kind !== 'chart' && kind !== 'diagram')) return {}
  // What is as long as that was cut.
  if (longDescription.length >= longestDescription) return {}
  const fullStop = /[.!?。！？]\s*$/u.test(longDescription)
  const { faults, text } = await checkedAnswer(longDescription, { ...style, fullStop })
  return text !== '' && faults.every((fault) => harmless.has(fault)) ? { longDescription: text } : {}
}

/** The long description that comes with an answer, and nothing else of it. */
export function keptDescription({ longDescription }: WithLongDescription): WithLongDescription {
  return longDescription === undefined ? {} : { longDescription }
}
