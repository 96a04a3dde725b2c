import type { ChatParameters } from './dialect.ts'
import { recordingFetch, type ChatServer, type Exchange } from './chat-server.ts'
import { networkError } from './failure.ts'
import { joinChunks } from './join-chunks.ts'
import type { ChatMessage } from './prompt/chat-message.ts'

/** What is asked of `/chat/completions`. */
export interface ChatBody extends ChatParameters {
  readonly model: string
  readonly messages: ChatMessage[]
}

/** How the answer comes: whole, or as a stream, with or without the tokens used at its end. */
export type AnswerStream = 'none' | 'plain' | 'counted'

/**
 * Sends one chat request with the openai client.
 *
 * @param id Id of the provider, for errors.
 * @returns the body, as the client read it. What went over the wire, the status too, stands in `exchange`.
 * Throws a `ProviderError` when no answer came, and the reason of `signal` when it was aborted.
 */
export async function requestCompletion(
  server: ChatServer,
  id: string,
  body: ChatBody,
  exchange: Exchange,
  signal: AbortSignal,
  stream: AnswerStream = 'none'
): Promise<unknown> {
  const { OpenAI } = await import('openai')
  signal.throwIfAborted()
  const deadline = AbortSignal.timeout(server.timeout)
  const either = AbortSignal.any([signal, deadline])
  delete exchange.status
  delete exchange.failure
  try {
    // The client fills what it is not given from OPENAI_* variables, so that everything is given. It never learns the
    // key: recordingFetch makes the headers, which also keeps out what OPENAI_CUSTOM_HEADERS adds.
    const client = new OpenAI({
      apiKey: 'none',
      adminAPIKey: null,
      organization: null,
      project: null,
      webhookSecret: null,
      baseURL: server.baseURL,
      maxRetries: 0,
      timeout: Math.min(server.timeout + 10_000, 2_147_483_647),
      logLevel: 'off',
      fetch: recordingFetch(server, exchange, either)
    })
    if (stream === 'none') {
      return (await client.chat.completions.create(body, { signal: either })) as unknown
    }
    const counted = stream === 'counted' && { stream_options: { include_usage: true } }
    const streamed = { ...body, stream: true, ...counted } as const
    const chunks = await client.chat.completions.create(streamed, { signal: either })
    return (await joinChunks(chunks)) ?? wholeAnswer(exchange.text)
  } catch (error) {
    signal.throwIfAborted()
    if (exchange.status !== undefined) return undefined
    exchange.failure ??= error
    throw networkError(server, id, exchange, deadline.aborted)
  }
}

/** The body of a server that answers in one piece although a stream was asked for. */
function wholeAnswer(text = ''): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}
