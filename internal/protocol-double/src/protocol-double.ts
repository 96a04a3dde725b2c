import { createServer, type IncomingHttpHeaders, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { completion, contentOf, type Answer } from './completion.ts'
import { faultyReply, type Fault } from './faults.ts'
import { quirkCheck, type Quirks } from './quirks.ts'
import { readBody, type ReadBody, type ReceivedRequest } from './received-request.ts'
import { jsonReply, send, type Reply } from './reply.ts'

/** How the server behaves. */
export interface ProtocolDoubleOptions extends Quirks {
  /** What a model would say. Default: a fixed sentence. */
  answer?: (request: ReceivedRequest) => Answer | Promise<Answer>
  /** What goes wrong with a request. Default: nothing. */
  fault?: (request: ReceivedRequest) => Fault | undefined
  /** Ids that `/v1/models` lists. Default `['double']`. */
  models?: readonly string[]
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
  /** Chat requests per picture, by SHA-256. */
  readonly perImage: ReadonlyMap<string, number>
  /** Stops listening and ends all connections. */
  close(): Promise<void>
}

const largestBody = 32_000_000
const defaultAnswer = 'A red square on a white background.'

/** Starts a server on 127.0.0.1 that speaks OpenAI's `/v1/chat/completions` and `/v1/models`. */
export async function startProtocolDouble(options: ProtocolDoubleOptions = {}): Promise<ProtocolDouble> {
  const requests: RecordedRequest[] = []
  const perImage = new Map<string, number>()
  const check = quirkCheck(options)
  const closing = new AbortController()

  const decide = async (record: RecordedRequest, read: ReadBody | undefined): Promise<Reply> => {
    if (record.path === '/v1/models' && record.method === 'GET') {
      record.outcome = 'models'
      const data = (options.models ?? ['double']).map((id) => ({ id, object: 'model' }))
      return check({}, record.headers, record.time) ?? jsonReply(200, { object: 'list', data })
    }
    if (record.path !== '/v1/chat/completions') return jsonReply(404, { error: { message: 'Not found' } })
    if (!read) return jsonReply(400, { error: { message: 'The body is not a JSON object' } })
    const earlier = perImage.get(read.image?.sha256 ?? '') ?? 0
    if (read.image) perImage.set(read.image.sha256, earlier + 1)
    const request: ReceivedRequest = { ...read, number: requests.length, headers: record.headers, earlier }
    const refused = check(read.body, record.headers, record.time)
    if (refused) return refused
    const fault = options.fault?.(request)
    record.outcome = fault?.kind ?? 'answer'
    const answer = (await options.answer?.(request)) ?? defaultAnswer
    const model = read.body['model']
    return fault
      ? faultyReply(fault, answer, model)
      : jsonReply(200, completion({ content: contentOf(answer), model }))
  }

  const server = createServer((message, response) => {
    const work = async (): Promise<void> => {
      const read = readBody(await readText(message))
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
      const reply = await decide(record, read)
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
    perImage,
    close: async () => {
      closing.abort()
      server.closeAllConnections()
      await new Promise<void>((resolve) => server.close(() => resolve()))
    }
  }
}

async function readText(message: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of message) {
    size += (chunk as Buffer).length
    if (size > largestBody) throw new Error('The body is larger than the protocol double takes')
    chunks.push(chunk as Buffer)
  }
  return Buffer.concat(chunks).toString('utf8')
}
