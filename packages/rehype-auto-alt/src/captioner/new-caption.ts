import type { Caption } from '../captions/caption.ts'
import { PROMPT_VERSION } from '../providers/prompt.ts'
import type { Answer } from './ask.ts'
import type { Subject } from './subject.ts'

/** Most UTF-16 code units of a path or URL that is worth recording; the captions file takes no more. */
const longestName = 2000

/**
 * The caption to store for an answer. A refusal is kept as such, without its words: asking again would cost again
 * and bring the same.
 */
export function newCaption(group: readonly Subject[], answer: Answer): Caption {
  const record = {
    origin: 'model',
    ...(answer.provider !== undefined && { model: answer.provider.replace(/^[^:]*:/u, '').slice(0, 500) }),
    prompt: PROMPT_VERSION,
    ...placesOf(group)
  } as const
  switch (answer.kind) {
    case 'caption':
      return { alt: answer.text, status: 'generated', ...record, problems: answer.problems }
    case 'decorative':
      return { alt: '', status: 'generated', ...record, problems: ['decorative-proposal'] }
    case 'none':
      return { alt: '', status: 'rejected', ...record, problems: ['refusal'] }
  }
}

/** The page that comes first and the files of the image, as a caption records them. */
export function placesOf(group: readonly Subject[]): Pick<Caption, 'page' | 'files'> {
  const page = group[0]?.use.page.name
  const names = group.map(({ name }) => name).filter((name) => name.length <= longestName)
  const files = [...new Set(names)].sort()
  return { files, ...(page !== undefined && page.length <= longestName && { page }) }
}
