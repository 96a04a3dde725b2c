import type { IncomingHttpHeaders } from 'node:http'
import { jsonReply, type Reply } from './reply.ts'

/** How a server that takes less than the whole protocol behaves. */
export interface Quirks {
  /** Values of `response_format.type` that are refused with 400. */
  readonly refusedFormats?: readonly ('json_schema' | 'json_object')[]
  /** Other parameters that are refused with 400. */
  readonly refusedParameters?: readonly string[]
  /**
   * How the 400 says which parameter it is: in `error.param`, only in the words of `error.message`, in an `error`
   * that is a string, or as FastAPI's 422 does (`detail[].loc`). Default `param`.
   */
  readonly refusalShape?: 'param' | 'text' | 'string' | 'detail'
  /** The key that has to be sent; anything else is a 401. */
  readonly key?: string
  /** At most so many chat requests within a window of milliseconds; more are a 429, with `retry-after-ms` or without. */
  readonly rateLimit?: { readonly requests: number; readonly window: number; readonly retryAfter: boolean }
}

/** Checks a request against the quirks; the reply that refuses it, or `undefined`. */
export type QuirkCheck = (
  body: Readonly<Record<string, unknown>>,
  headers: IncomingHttpHeaders,
  now: number
) => Reply | undefined

/** Makes the check, with a memory of its own for the rate limit. */
export function quirkCheck(quirks: Quirks): QuirkCheck {
  const admitted: number[] = []
  return (body, headers, now) => {
    if (quirks.key !== undefined && headers.authorization !== `Bearer ${quirks.key}`) {
      return jsonReply(401, { error: { message: 'Incorrect API key provided', code: 'invalid_api_key' } })
    }
    const limit = quirks.rateLimit
    if (limit) {
      while (admitted[0] !== undefined && admitted[0] <= now - limit.window) admitted.shift()
      if (admitted.length >= limit.requests) {
        const wait = Math.max(1, (admitted[0] ?? now) + limit.window - now)
        const headers = limit.retryAfter ? { 'retry-after-ms': String(wait) } : {}
        return jsonReply(429, { error: { message: 'Rate limit reached', type: 'requests' } }, headers)
      }
      admitted.push(now)
    }
    const refused = refusedParameter(quirks, body)
    return refused && refusal(refused, quirks.refusalShape ?? 'param')
  }
}

function refusedParameter(
  quirks: Quirks,
  body: Readonly<Record<string, unknown>>
): { parameter: string; words: string } | undefined {
  const format = body['response_format'] as { type?: string } | undefined
  if (quirks.refusedFormats?.some((type) => type === format?.type)) {
    return {
      parameter: 'response_format',
      words: `response_format of type '${format?.type}' is not supported`
    }
  }
  for (const parameter of quirks.refusedParameters ?? []) {
    if (Object.hasOwn(body, parameter)) {
      return { parameter, words: `Unsupported parameter: '${parameter}' is not supported with this model` }
    }
  }
  return undefined
}

function refusal({ parameter, words }: { parameter: string; words: string }, shape: string): Reply {
  if (shape === 'string') return jsonReply(400, { error: words })
  if (shape === 'text') return jsonReply(400, { error: { message: words, type: 'invalid_request_error' } })
  if (shape === 'detail') {
    return jsonReply(422, {
      detail: [{ type: 'extra_forbidden', loc: ['body', parameter], msg: 'Not permitted' }]
    })
  }
  const error = {
    message: 'Unsupported value',
    type: 'invalid_request_error',
    param: parameter,
    code: 'unsupported'
  }
  return jsonReply(400, { error })
}
