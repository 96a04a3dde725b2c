import { ProviderError } from '../../errors/provider-error.ts'
import type { ChatServer, Exchange } from '../chat-server.ts'
import { statusError } from '../failure.ts'
import { objectOf } from '../object-of.ts'
import { forDescription, readCompletion } from '../read-completion.ts'
import { serverText } from '../scrub-secrets.ts'
import type { BatchResult } from './batch-provider.ts'

const longestLine = 4_000_000

/** The lines of a file that comes as a stream. Throws for a line that is longer than any answer. */
export async function* linesOf(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder()
  let rest = ''
  for await (const chunk of chunks) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n')
    rest = lines.pop() ?? ''
    if (rest.length > longestLine) throw new Error('A line of the results is too long')
    yield* lines
  }
  yield rest + decoder.decode()
}

/** Who the results come from, for errors. */
export interface ResultSource {
  readonly server: ChatServer
  readonly id: string
}

/** Reads one line of an output or error file; `undefined` for one that belongs to no request. Never throws. */
export function readResultLine(line: string, source: ResultSource): BatchResult | undefined {
  const value = objectOf(parsed(line))
  const id = value?.['custom_id']
  if (!value || typeof id !== 'string') return undefined
  const response = objectOf(value['response'])
  const status = response?.['status_code']
  if (response && typeof status === 'number')
    return { id, result: readReply(status, response['body'], source) }
  const { code, message } = { ...objectOf(value['error']) }
  return { id, result: notDone(typeof code === 'string' ? code : '', textOf(message), source) }
}

/** What one answer says, as if it had come by itself. */
export function readReply(
  status: number,
  body: unknown,
  { id, server }: ResultSource
): BatchResult['result'] {
  const exchange: Exchange = { requests: 0, status, text: JSON.stringify(body) ?? '' }
  if (status < 200 || status > 299) return statusError(server, id, exchange)
  try {
    return readCompletion(server, id, exchange, body, forDescription)
  } catch (error) {
    return ProviderError.isInstance(error) ? error : failed(String(error), { id, server })
  }
}

/** A request that failed without an answer. */
export function failed(message: string, { id, server }: ResultSource): ProviderError {
  const words = serverText(message, server.apiKey === undefined ? [] : [server.apiKey])
  const said = words === '' ? '' : ` The server says: ${words.replace(/[.!?…]$/u, '')}.`
  return new ProviderError('server', id, `${server.name}: the server failed.${said}`, { requests: 0 })
}

/** `timeout`: the batch ended before this request's turn, which is no fault of the request. */
function notDone(code: string, message: string, source: ResultSource): ProviderError {
  if (!/expired|cancel/iu.test(code)) return failed(message || code, source)
  const words = `${source.server.name}: the batch ended before this image was described.`
  return new ProviderError('timeout', source.id, words, { requests: 0 })
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line) as unknown
  } catch {
    return undefined
  }
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}
