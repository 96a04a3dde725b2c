import type { ChatParameters } from './dialect.ts'
import { recordingFetch, type ChatServer, type Exchange } from './chat-server.ts'
import { networkError } from './failure.ts'
import type { ChatMessage } from './prompt.ts'

/** What is asked of `/chat/completions`. */
export interface ChatBody extends ChatParameters {
  readonly model: string
  readonly messages: ChatMessage[]
}

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
  signal: AbortSignal
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
    return (await client.chat.completions.create(body, { signal: either })) as unknown
  } catch (error) {
    signal.throwIfAborted()
    if (exchange.status !== undefined) return undefined
    exchange.failure ??= error
    throw networkError(server, id, exchange, deadline.aborted)
  }
}
