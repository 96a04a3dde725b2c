import type { DescribeRequest } from '../../providers/provider.ts'
import type { AnswerStyle } from '../../rules/answer/check-answer.ts'

/**
 * The words that a request gave about its image, one text a line: names in them may be used. Examples of the site's
 * voice and the name of the file tell nothing for certain, and are none of them.
 */
export function givenWords(request: DescribeRequest): string | undefined {
  const { beside, context, instructions, purpose, translation } = request
  const link = purpose.kind === 'link' ? [purpose.title, purpose.target] : []
  const page = context
    ? [
        context.title,
        ...context.headings,
        context.caption,
        context.before,
        context.after,
        context.description,
        context.product
      ]
    : []
  const words = [...link, beside, ...page, translation?.text, instructions].filter(
    (text) => text !== undefined && text.trim() !== ''
  )
  return words.length > 0 ? words.join('\n') : undefined
}

/** What an answer to this request has to keep to. */
export function styleFor(request: DescribeRequest, style: AnswerStyle): AnswerStyle {
  const given = givenWords(request)
  const { context, purpose, visibleText } = request
  return {
    ...style,
    ...(given !== undefined && { given }),
    ...(context?.grounds !== undefined && { names: context.grounds }),
    ...(visibleText !== undefined && { visibleText }),
    ...((purpose.kind === 'link' || purpose.kind === 'button') && { isControl: true })
  }
}
