import { createServer, type IncomingHttpHeaders, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type BatchRoutes, createBatchRoutes } from './batch/batch-routes.ts'
import type { BatchQuirks } from './batch/batch-quirks.ts'
import { completion, contentOf, type Answer } from './completion.ts'
import { faultyReply, type Fault } from './faults.ts'
import { limitCheck, type Limits } from './limits.ts'
import { isPicturePath, pictureRoute, type PictureEndpoint } from './picture-endpoint.ts'
import { quirkCheck, type Quirks } from './quirks.ts'
import { readBody, type ReadBody, type ReceivedRequest } from './received-request.ts'
import { jsonReply, send, type Reply } from './reply.ts'
import { streamed } from './stream.ts'

/** How the server behaves. */
export interface ProtocolDoubleOptions extends Quirks {
  /** What a model would say. Default: a fixed sentence. */
  answer?: (request: ReceivedRequest) => Answer | Promise<Answer>
  /**
   * What a model would answer where it is asked whether a picture shows what a text says. Default: that it shows all of
   * it, `{ not_visible: [] }`.
   */
  verify?: (request: ReceivedRequest) => Answer
  /** What goes wrong with a request. Default: nothing. */
  fault?: (request: ReceivedRequest) => Fault | undefined
  /** What it takes at most of a chat request. Default: no limit. */
  limits?: Limits
  /** Its endpoint for the bytes of pictures: `/picture` and `/hf-inference/models/…`. Default: none. */
  picture?: PictureEndpoint
  /** It leaves pictures out of what it counts, as one does that does not show them to its model. Default `false`. */
  ignoresImages?: boolean
  /** Ids that `/v1/models` lists. Default `['double']`. */
  models?: readonly string[]
  /** Files, batches and groups. Default: none of these addresses is known. */
  batch?: BatchQuirks
  /** Port on 127.0.0.1. Default: a free one. */
  port?: number
}

/** One request as the server saw it. */
export interface RecordedRequest {
  readonly method: string
  readonly path: string
  /** When it had arrived whole. Milliseconds since 1970. */
  readonly time: number
  readonly authorization: string | undefined
  readonly headers: IncomingHttpHeaders
  /** The JSON body, pictures replaced by `sha256:…`. */
  readonly body: Readonly<Record<string, unknown>> | undefined
  /** SHA-256 of the picture. */
  readonly image: string | undefined
  /** Name of the fault, `refused` (a quirk), or `answer`. */
  outcome: string
  /** Status sent. */
  status: number
  /** Body sent. */
  answered: string
  /** When the whole answer was handed to the system; absent when it never was. Milliseconds since 1970. */
  finished?: number
}

/** A running server. */
export interface ProtocolDouble {
  /** `http://127.0.0.1:<port>/v1` */
  readonly url: string
  readonly port: number
  /** Everything it was asked, in order of arrival. */
  readonly requests: readonly RecordedRequest[]
  /** The chat requests among them. */
  readonly chats: readonly RecordedRequest[]
  /** Files, batches and groups; absent without the option `batch`. */
  readonly batch: Pick<BatchRoutes, 'files' | 'batches' | 'groups'> | undefined
  /** Chat requests per picture, by SHA-256; those in batches and groups count, too. */
  readonly perImage: ReadonlyMap<string, number>
  /** Stops listening and ends all connections. */
  close(): Promise<void>
}

const largestBody = 256_000_000
const defaultAnswer = 'A red square on a white background.'

/** Starts a server on 127.0.0.1 that speaks OpenAI's `/v1/chat/completions` and `/v1/models`. */
export async function startProtocolDouble(options: ProtocolDoubleOptions = {}): Promise<ProtocolDouble> {
  const requests: RecordedRequest[] = []
  const perImage = new Map<string, number>()
  const check = quirkCheck(options)
  const closing = new AbortController()
  const count = ({ image }: ReadBody): number => {
    const earlier = perImage.get(image?.sha256 ?? '') ?? 0
    if (image) perImage.set(image.sha256, earlier + 1)
    return earlier
  }
  const answer = async (request: ReceivedRequest): Promise<Answer> => {
    if (!isSecondLook(request)) return (await options.answer?.(request)) ?? defaultAnswer
    return options.verify?.(request) ?? { not_visible: [] }
  }
  const picture = options.picture && pictureRoute(options.picture, answer)
  const batch =
    options.batch &&
    createBatchRoutes(options.batch, { answer, count, fault: options.batch.fault ?? (() => undefined) })

  const decide = async (
    record: RecordedRequest,
    read: ReadBody | undefined,
    bytes: Buffer<ArrayBuffer>
  ): Promise<Reply> => {
    if (record.path === '/v1/models' && record.method === 'GET') {
      record.outcome = 'models'
      const data = (options.models ?? ['double']).map((id) => ({ id, object: 'model' }))
      return check({}, record.headers, record.time) ?? jsonReply(200, { object: 'list', data })
    }
    const { method, path } = record
    if (picture && isPicturePath(path)) {
      record.outcome = 'picture'
      return check({}, record.headers, record.time) ?? (await picture(bytes, record.headers, requests.length))
    }
    const contentType = record.headers['content-type'] ?? ''
    const later = batch && /^\/v1\/(?:files|batches|slow)(?:\/|$)/u.test(path)
    if (later) record.outcome = 'batch'
    const refusedLater = later && check({}, record.headers, record.time)
    const reply = refusedLater || (later && (await batch.reply({ method, path, contentType, bytes })))
    if (reply) return reply
    if (record.path !== '/v1/chat/completions') return jsonReply(404, { error: { message: 'Not found' } })
    if (!read) return jsonReply(400, { error: { message: 'The body is not a JSON object' } })
    const earlier = count(read)
    const request: ReceivedRequest = { ...read, number: requests.length, headers: record.headers, earlier }
    const refused =
      check(read.body, record.headers, record.time) ??
      limitCheck(options.limits ?? {}, read.body, bytes.length)
    if (refused) return refused
    const fault = options.fault?.(request)
    record.outcome = fault?.kind ?? 'answer'
    const said = await answer(request)
    const model = read.body['model']
    const promptTokens = promptTokensOf(read, options.ignoresImages === true)
    return streamed(
      fault
        ? faultyReply(fault, said, model)
        : jsonReply(200, completion({ content: contentOf(said), model, promptTokens })),
      read.body
    )
  }

  const server = createServer((message, response) => {
    const work = async (): Promise<void> => {
      const bytes = await readBytes(message)
      // A file is no JSON, and large.
      const isFile = message.headers['content-type']?.startsWith('multipart/') === true
      const read = isFile ? undefined : readBody(bytes.toString('utf8'))
      const record: RecordedRequest = {
        method: message.method ?? 'GET',
        path: new URL(message.url ?? '/', 'http://127.0.0.1').pathname,
        time: Date.now(),
        authorization: message.headers.authorization,
        headers: message.headers,
        body: read?.recorded,
        image: read?.image?.sha256,
        outcome: 'refused',
        status: 0,
        answered: ''
      }
      requests.push(record)
      const reply = await decide(record, read, bytes)
      record.status = reply.status
      record.answered = reply.body
      if (await send(response, reply, closing.signal)) record.finished = Date.now()
    }
    work().catch(() => response.destroy())
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(options.port ?? 0, '127.0.0.1', resolve)
  })
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}/v1`,
    port,
    requests,
    get chats() {
      return requests.filter((request) => request.path === '/v1/chat/completions')
    },
    batch,
    perImage,
    close: async () => {
      closing.abort()
      server.closeAllConnections()
      await new Promise<void>((resolve) => server.close(() => resolve()))
    }
  }
}

/** It is asked whether a picture shows what a text says. */
function isSecondLook({ text }: ReceivedRequest): boolean {
  return text.includes('"not_visible"')
}

/** 700 for the usual request; more where many words of a page come along. */
function promptTokensOf({ text }: ReadBody, ignoresImages: boolean): number {
  if (ignoresImages) return Math.ceil(text.length / 4)
  const foreign = text.match(/[^\u0000-\u007F]/gu)?.length ?? 0
  return Math.max(700, Math.ceil(text.length / 3.8 + 1.5 * foreign) + 30)
}

async function readBytes(message: IncomingMessage): Promise<Buffer<ArrayBuffer>> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of message) {
    size += (chunk as Buffer).length
    if (size > largestBody) throw new Error('The body is larger than the protocol double takes')
    chunks.push(chunk as Buffer)
  }
  return Buffer.concat(chunks)
}
