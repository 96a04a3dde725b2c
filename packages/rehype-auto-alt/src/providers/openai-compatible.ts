import { OptionError } from '../errors/option-error.ts'
import { ProviderError } from '../errors/provider-error.ts'
import { baseURLText, isLoopback, parseBaseURL } from './base-url.ts'
import type { ChatServer, Exchange } from './chat-server.ts'
import { createDialectMemory } from './dialect-memory.ts'
import { parametersOf } from './dialect.ts'
import { readErrorBody } from './error-body.ts'
import { networkError, statusError } from './failure.ts'
import { chooseModel, listModels } from './list-models.ts'
import { loopbackFetch } from './loopback-fetch.ts'
import { requestCompletion } from './openai-client.ts'
import { buildMessages } from './prompt.ts'
import type { DescribeRequest, Description, Provider } from './provider.ts'
import { readCompletion } from './read-completion.ts'

/** A server that speaks OpenAI's `/chat/completions`. */
export interface OpenAICompatibleSettings {
  /** Name in messages and, before the model, in the captions file. */
  readonly name: string
  /** Model to ask. Default: the first that can see in the server's list, looked up at first use. */
  readonly model?: string
  /** Address up to and without `/chat/completions`. */
  readonly baseURL: string
  /** Key, sent as bearer token. Default: none, and no `Authorization` header. */
  readonly apiKey?: string
  /** Name of the option or variable that holds the key, for messages. */
  readonly keySource?: string
  /** Further headers. They replace those of the same name. */
  readonly headers?: Readonly<Record<string, string>>
  /** Time limit of one HTTP request in milliseconds. Default: 120000, on this machine 600000. */
  readonly timeout?: number
  /** Most requests at a time. Default: 1 on this machine, else the option `concurrency` decides. */
  readonly concurrency?: number
  /** Replaces the global `fetch`. */
  readonly fetch?: typeof globalThis.fetch
}

/** How often one description may be asked for anew because the server refused a parameter. */
const mostAdaptations = 4

/** A provider that asks a server which speaks OpenAI's chat protocol. */
export function openaiCompatible(settings: OpenAICompatibleSettings): Provider {
  const url = parseBaseURL(settings.baseURL, 'baseURL')
  const local = isLoopback(url)
  const concurrency = settings.concurrency ?? (local ? 1 : undefined)
  const server = chatServer(settings, url, local)
  const memory = createDialectMemory()
  let model = settings.model
  const idOf = (): string => (model === undefined ? settings.name : `${settings.name}:${model}`)

  const ask = async (request: DescribeRequest, signal: AbortSignal): Promise<Description> => {
    const exchange: Exchange = { requests: 0 }
    model ??= await firstModel(server, exchange, signal)
    const id = idOf()
    const messages = buildMessages(request)
    for (let adaptations = 0; ; adaptations++) {
      const dialect = memory.current()
      const body = { model, messages, ...parametersOf(dialect, request.maxLength) }
      const data = await requestCompletion(server, id, body, exchange, signal)
      const status = exchange.status ?? 0
      if (status >= 200 && status <= 299) return readCompletion(server, id, exchange, data)
      const refused = status === 400 || status === 404 || status === 422
      const adapted = refused && memory.learn(dialect, readErrorBody(exchange.text ?? ''))
      if (!adapted || adaptations === mostAdaptations) throw statusError(server, id, exchange)
    }
  }

  return {
    get id() {
      return idOf()
    },
    ...(!local && { host: url.host }),
    ...(concurrency !== undefined && { concurrency }),
    describe: (request, signal) => memory.oneFirst(() => ask(request, signal), signal)
  }
}

/** The server of these settings. */
function chatServer(settings: OpenAICompatibleSettings, url: URL, local: boolean): ChatServer {
  const { timeout = local ? 600_000 : 120_000, apiKey, keySource = 'apiKey', fetch } = settings
  if (!Number.isSafeInteger(timeout) || timeout < 1 || timeout > 2_000_000_000) {
    throw new OptionError(
      'timeout',
      `timeout: expected a whole number of milliseconds above 0, got ${timeout}.`
    )
  }
  if (apiKey !== undefined && !/^[\x21-\x7e]+$/u.test(apiKey)) {
    throw new OptionError(
      keySource,
      `${keySource}: the key is empty or holds spaces or other characters that no key has.`
    )
  }
  return {
    name: settings.name,
    baseURL: baseURLText(url),
    apiKey,
    keySource: apiKey === undefined ? undefined : keySource,
    headers: settings.headers ?? {},
    timeout,
    send: fetch ?? (local ? loopbackFetch : globalThis.fetch)
  }
}

async function firstModel(server: ChatServer, exchange: Exchange, signal: AbortSignal): Promise<string> {
  const deadline = AbortSignal.timeout(Math.min(server.timeout, 30_000))
  let ids: string[] | undefined
  try {
    ids = await listModels(server, exchange, AbortSignal.any([signal, deadline]))
  } catch (error) {
    signal.throwIfAborted()
    exchange.failure ??= error
    throw networkError(server, server.name, exchange, deadline.aborted)
  }
  if (!ids && exchange.status !== undefined && exchange.status >= 300)
    throw statusError(server, server.name, exchange)
  const model = chooseModel(ids ?? [])
  if (model !== undefined) return model
  const message = `${server.name}: ${server.baseURL}/models lists no model that could describe an image. Load one that can see, or set \`model\`.`
  throw new ProviderError('bad-request', server.name, message, { requests: exchange.requests })
}
