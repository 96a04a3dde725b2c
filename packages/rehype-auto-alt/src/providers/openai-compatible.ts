import { ProviderError } from '../errors/provider-error.ts'
import type { BatchProvider } from './batch/batch-provider.ts'
import type { BatchParts, BatchSettings } from './batch/batch-settings.ts'
import { fileBatches } from './batch/file-batches.ts'
import { groupBatches } from './batch/group-batches.ts'
import { type Asked, createSightCheck } from './sight-check.ts'
import type { ChatServer, Exchange } from './chat-server.ts'
import { createDialectMemory } from './dialect-memory.ts'
import { firstDialect, parametersOf } from './dialect.ts'
import { readErrorBody } from './error-body.ts'
import { networkError, statusError } from './failure.ts'
import { chooseModel, listModels } from './list-models.ts'
import { createPatience } from './loading-server.ts'
import { requestCompletion, type ChatBody } from './openai-client.ts'
import type { ChatMessage } from './prompt/chat-message.ts'
import { buildVerifyMessages } from './prompt/verify-messages.ts'
import { buildMessages } from './prompt.ts'
import type { DescribeRequest, Description, Provider, Verification, VerifyRequest } from './provider.ts'
import {
  type Read,
  type Reading,
  forDescription,
  forVerification,
  readCompletion
} from './read-completion.ts'
import { type AnswerShape, descriptionShape, verificationShape } from './response-format.ts'
import { openServer, type ServerSettings } from './server-settings.ts'
import type { ServerTraits } from './server-traits.ts'

/** A server that speaks OpenAI's `/chat/completions`. */
export interface OpenAICompatibleSettings extends ServerSettings {
  /** Address up to and without `/chat/completions`. */
  readonly baseURL: string
  /** Model to ask. Default: the first that can see in the server's list, looked up at first use. */
  readonly model?: string
  /** Take answers as a stream. Default `false`. */
  readonly stream?: boolean
  /** What is known of the server beforehand. Default: nothing, it is found out by asking. */
  readonly traits?: ServerTraits
  /** How it takes batches. Default: it is not asked to. */
  readonly batch?: BatchSettings
}

/** Something to ask about a picture, and how to read the answer. */
interface Question<Result> {
  readonly messages: (model: string) => ChatMessage[]
  readonly shape: AnswerShape
  readonly reading: Reading<Result>
}

/** What was answered, and to what. */
interface Answered<Result> {
  readonly result: Read<Result>
  readonly asked: Asked
  readonly exchange: Exchange
}

/** How often one description may be asked for anew because the server refused a parameter. */
const mostAdaptations = 4

/** A provider that asks a server which speaks OpenAI's chat protocol. */
export function openaiCompatible(settings: OpenAICompatibleSettings): Provider {
  const opened = openServer(settings)
  const { local, server } = opened
  const { traits = {} } = settings
  const memory = createDialectMemory(firstDialect(traits, settings.stream))
  const sight = createSightCheck(server)
  let model = settings.model
  const idOf = (): string => (model === undefined ? settings.name : `${settings.name}:${model}`)

  const bodyOf = async (request: DescribeRequest, signal: AbortSignal): Promise<ChatBody> => {
    model ??= await firstModel(server, { requests: 0 }, signal, local)
    const parameters = parametersOf(memory.current(), descriptionShape(request))
    return { model, messages: buildMessages(request, model), ...parameters }
  }

  const ask = async <Result extends object>(
    question: Question<Result>,
    signal: AbortSignal
  ): Promise<Answered<Result>> => {
    const exchange: Exchange = { requests: 0 }
    model ??= await firstModel(server, exchange, signal, local)
    const id = idOf()
    const messages = question.messages(model)
    const patience = createPatience(local ? server.timeout : 0)
    for (let adaptations = 0; ;) {
      const dialect = memory.current()
      const body: ChatBody = { model, messages, ...parametersOf(dialect, question.shape) }
      refuseLarge(body, traits, server, id, exchange)
      const data = await requestCompletion(server, id, body, exchange, signal, dialect.stream)
      const status = exchange.status ?? 0
      if (status >= 200 && status <= 299) {
        try {
          const result = readCompletion(server, id, exchange, data, question.reading)
          return { result, asked: { id, model, messages }, exchange }
        } catch (error) {
          if (ProviderError.isInstance(error) && error.code === 'truncated') memory.learnCut(dialect)
          throw error
        }
      }
      const answer = readErrorBody(exchange.text ?? '')
      if (status === 503 && (await patience.outlast(answer, signal))) continue
      const refused = status === 400 || status === 404 || status === 422
      const adapted = refused && memory.learn(dialect, answer)
      if (!adapted || adaptations++ === mostAdaptations) throw statusError(server, id, exchange)
    }
  }

  const describe = async (request: DescribeRequest, signal: AbortSignal): Promise<Description> => {
    sight.insist(idOf())
    const question = {
      messages: (asked: string) => buildMessages(request, asked),
      shape: descriptionShape(request),
      reading: forDescription
    }
    const { asked, exchange, result } = await ask(question, signal)
    return await sight.confirm(result, asked, exchange, signal)
  }

  const verify = async (request: VerifyRequest, signal: AbortSignal): Promise<Verification> => {
    sight.insist(idOf())
    const question = {
      messages: () => buildVerifyMessages(request),
      shape: verificationShape,
      reading: forVerification
    }
    const { result } = await ask(question, signal)
    return result
  }

  return {
    get id() {
      return idOf()
    },
    ...opened.traits,
    ...(traits.plans && { plans: traits.plans }),
    ...(settings.batch && { batch: batchesOf({ server, settings: settings.batch, idOf, bodyOf }) }),
    describe: (request, signal) => memory.oneFirst(() => describe(request, signal), signal),
    verify: (request, signal) => memory.oneFirst(() => verify(request, signal), signal)
  }
}

/** The chosen way to take requests later, with the other one beside it. */
function batchesOf(parts: Omit<BatchParts, 'addresses'>): BatchProvider {
  const { server, settings } = parts
  const [first = server.baseURL, ...others] = settings.addresses ?? []
  const forFiles: BatchParts = { ...parts, addresses: [first, ...others] }
  const forGroups: BatchParts = { ...parts, addresses: [settings.groupAddress ?? server.baseURL] }
  return settings.api === 'groups'
    ? groupBatches(forGroups, [fileBatches(forFiles)])
    : fileBatches(forFiles, [groupBatches(forGroups)])
}

/** Some servers answer a request over their limit with no more than a closed connection. */
function refuseLarge(
  body: ChatBody,
  { largestBody = Infinity }: ServerTraits,
  { name }: ChatServer,
  id: string,
  { requests }: Exchange
): void {
  if (largestBody === Infinity) return
  const size = Buffer.byteLength(JSON.stringify(body))
  if (size <= largestBody) return
  const message = `${name}: the request about this image would have ${size} bytes, and the server takes ${largestBody}. Shorten \`prompt\`, or make the image smaller.`
  throw new ProviderError('bad-request', id, message, { requests })
}

async function firstModel(
  server: ChatServer,
  exchange: Exchange,
  signal: AbortSignal,
  local: boolean
): Promise<string> {
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
  const model = chooseModel(ids ?? [], local)
  if (model !== undefined) return model
  const message = `${server.name}: ${server.baseURL}/models lists no model that could describe an image. Load one that can see, or set \`model\`.`
  throw new ProviderError('bad-request', server.name, message, { requests: exchange.requests })
}
