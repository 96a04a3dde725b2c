import type { Caption } from '../captions/caption.ts'
import { PROMPT_VERSION } from '../providers/prompt.ts'
import type { Answer } from './ask.ts'
import type { Subject } from './subject.ts'

/**
 * The caption to store for an answer. A refusal is kept as such, without its words: asking again would cost again
 * and bring the same.
 */
export function newCaption(group: readonly Subject[], answer: Answer, providerId: string): Caption {
  const files = [...new Set(group.map(({ name }) => name))].sort()
  const page = group[0]?.use.page.name
  const record = {
    origin: 'model',
    model: providerId.replace(/^[^:]*:/u, ''),
    prompt: PROMPT_VERSION,
    ...(page !== undefined && { page }),
    files
  } as const
  switch (answer.kind) {
    case 'caption':
      return { alt: answer.text, status: 'generated', ...record, problems: answer.problems }
    case 'decorative':
      return { alt: '', status: 'generated', ...record, problems: ['decorative-proposal'] }
    default:
      return { alt: '', status: 'rejected', ...record, problems: ['refusal'] }
  }
}
