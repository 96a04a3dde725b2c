import { altOf, completion, contentOf, type Answer } from './completion.ts'
import { jsonReply, type Reply } from './reply.ts'

/** One way for an answer to go wrong. */
export type Fault =
  /** An HTTP status with a body: text as it stands, anything else as JSON. */
  | {
      readonly kind: 'status'
      readonly status: number
      readonly body?: unknown
      readonly headers?: Readonly<Record<string, string>>
    }
  /** Status 200 with this body, and this content type (default `application/json`). */
  | { readonly kind: 'raw'; readonly body: string; readonly contentType?: string }
  /** Status 200 with this content in the message. */
  | {
      readonly kind: 'content'
      readonly content: unknown
      readonly finishReason?: string
      readonly refusal?: string
    }
  /** The right answer, late. */
  | { readonly kind: 'slow'; readonly milliseconds: number }
  | { readonly kind: SimpleFault }

/** Faults that need no more than their name. */
export type SimpleFault =
  /** The connection ends after half the body. */
  | 'cut-body'
  /** The connection ends before the headers. */
  | 'reset'
  /** A web page with status 200. */
  | 'html'
  /** Status 200 and JSON that ends in the middle, with a right content length. */
  | 'half-json'
  /** An error object with status 200. */
  | 'error-200'
  /** Content `''`. */
  | 'empty'
  /** Content `null`. */
  | 'null'
  /** The JSON in a Markdown fence. */
  | 'fenced'
  /** Sentences around the JSON. */
  | 'prose'
  /** The text alternative without JSON. */
  | 'plain'
  /** A `<think>` block before the JSON. */
  | 'think'
  /** `message.refusal` and no content. */
  | 'refusal'
  /** A refusal in words, as content. */
  | 'refusal-text'
  /** `finish_reason` `content_filter`. */
  | 'content-filter'
  /** A text alternative of 400 characters. */
  | 'long'
  /** `finish_reason` `length`, and the JSON cut in the middle. */
  | 'length'

const page =
  '<!doctype html><html><head><title>Gateway</title></head><body><h1>Please sign in</h1></body></html>'
const longText = [
  'A wooden table stands by a window with a blue cup, a plate and three red apples on it.',
  'Behind the glass lies a garden with a low wall, two bare trees and a shed of grey planks.',
  'On the sill are a brass lamp, a pile of letters and a small clay pot without a plant in it.',
  'A chair with a straw seat is pushed back from the table, and a coat hangs over its arm rest now.',
  'The floor is of dark stone.'
].join(' ')

/** The reply that a fault makes of an answer. */
export function faultyReply(fault: Fault, answer: Answer, model: unknown): Reply {
  const right = contentOf(answer)
  const said = (content: unknown, finishReason?: string, refusal?: string): Reply =>
    jsonReply(
      200,
      completion({ content, model, ...(finishReason && { finishReason }), ...(refusal && { refusal }) })
    )
  switch (fault.kind) {
    case 'status': {
      const { status, headers, body = { error: { message: `Scripted status ${status}` } } } = fault
      if (typeof body !== 'string') return jsonReply(status, body, headers)
      return { status, headers: { 'content-type': 'text/plain', ...headers }, body }
    }
    case 'raw':
      return {
        status: 200,
        headers: { 'content-type': fault.contentType ?? 'application/json' },
        body: fault.body
      }
    case 'content':
      return said(fault.content, fault.finishReason, fault.refusal)
    case 'slow':
      return { ...said(right), delay: fault.milliseconds }
    case 'cut-body':
      return { ...said(right), break: 'half' }
    case 'reset':
      return { ...said(right), break: 'reset' }
    case 'html':
      return { status: 200, headers: { 'content-type': 'text/html' }, body: page }
    case 'half-json': {
      const whole = said(right)
      return { ...whole, body: whole.body.slice(0, whole.body.length >> 1) }
    }
    case 'error-200':
      return jsonReply(200, { error: { message: 'Upstream did not answer', code: 502 } })
    case 'empty':
      return said('')
    case 'null':
      return said(null)
    case 'fenced':
      return said('```json\n' + right + '\n```')
    case 'prose':
      return said(`Sure! Here is the alternative:\n\n${right}\n\nTell me if you need {more}.`)
    case 'plain':
      return said(altOf(answer))
    case 'think':
      return said(`<think>The user wants {"alt_text": "a draft"}.</think>\n${right}`)
    case 'refusal':
      return said(null, 'stop', "I'm sorry, I can't help with that.")
    case 'refusal-text':
      return said("I'm sorry, but I can't help with describing this image.")
    case 'content-filter':
      return said('', 'content_filter')
    case 'long':
      return said(contentOf(longText))
    case 'length':
      return said(right.slice(0, right.length >> 1), 'length')
  }
}
