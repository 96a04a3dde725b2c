import type { Caption } from '../../captions/caption.ts'
import { PROMPT_VERSION } from '../../providers/prompt.ts'
import type { Answer } from './ask.ts'
import { placesOf } from '../subject/recorded-places.ts'
import type { Subject } from '../subject/subject.ts'

/**
 * The caption to store for an answer. A refusal, and that a model cannot tell, are kept as such, without words: asking
 * again would cost again and bring the same.
 */
export function newCaption(group: readonly Subject[], answer: Answer): Caption {
  return captionOfAnswer(placesOf(group), answer)
}

/** The same for an image whose places were recorded. */
export function captionOfAnswer(places: Pick<Caption, 'page' | 'files'>, answer: Answer): Caption {
  const record = {
    origin: 'model',
    ...(answer.provider !== undefined && { model: answer.provider.replace(/^[^:]*:/u, '').slice(0, 500) }),
    prompt: PROMPT_VERSION,
    ...places
  } as const
  switch (answer.kind) {
    case 'caption':
      return {
        alt: answer.text,
        status: 'generated',
        ...record,
        problems: answer.problems,
        ...(answer.longDescription !== undefined && { description: answer.longDescription })
      }
    case 'decorative':
      return { alt: '', status: 'generated', ...record, problems: ['decorative-proposal'] }
    case 'none':
      return {
        alt: '',
        status: 'rejected',
        ...record,
        problems: [answer.reason === 'unsure' ? 'low-confidence' : 'refusal']
      }
  }
}

/** A new caption with the long description that is stored already: nothing overwrites one, whoever wrote it. */
export function keepingDescription(caption: Caption, stored: Caption | undefined): Caption {
  return stored?.description === undefined ? caption : { ...caption, description: stored.description }
}
