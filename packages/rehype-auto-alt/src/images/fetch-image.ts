import { lookup as dnsLookup } from 'node:dns'
import { type IncomingMessage, request as httpRequest } from 'node:http'
import { request as httpsRequest } from 'node:https'
import type { LookupFunction } from 'node:net'

import { ImageError } from '../errors/image-error.ts'
import {
  type RemoteSettings,
  checkHost,
  checkLiteralAddress,
  isPublicAddress,
  mayBePrivate,
  privateAddress
} from './remote-policy.ts'
import { tooManyBytes } from './read-file.ts'

/** Limits of one fetch. */
export interface FetchLimits {
  /** Default 25,000,000. */
  readonly maxBytes?: number
  /** For everything, redirects included. Milliseconds; default 30,000. */
  readonly timeLimit?: number
}

const mostRedirects = 5
const headers = { accept: 'image/*', 'accept-encoding': 'identity', 'user-agent': 'auto-alt' }

/**
 * Fetches a remote image without cookies and credentials. Each host on the way is checked against the options, each
 * address when the connection is made. Throws an `ImageError`.
 *
 * @param name The image as messages name it.
 */
export async function fetchImage(
  href: string,
  settings: RemoteSettings,
  name: string,
  { maxBytes = 25_000_000, timeLimit = 30_000 }: FetchLimits = {}
): Promise<Uint8Array> {
  const signal = AbortSignal.timeout(timeLimit)
  let url = new URL(href)
  try {
    for (let redirects = 0; redirects <= mostRedirects; redirects++) {
      checkHost(url, settings, name)
      checkLiteralAddress(url, settings, name)
      const response = await connect(url, settings, name, signal)
      const target = redirectTarget(response, url, name)
      if (!target) return await readBody(response, maxBytes, name)
      response.destroy()
      url = target
    }
  } catch (cause) {
    if (ImageError.isInstance(cause)) throw cause
    const why = signal.aborted ? `took longer than ${timeLimit / 1000} s` : reasonOf(cause)
    throw failed(name, why, { cause })
  }
  throw failed(name, `was redirected more than ${mostRedirects} times`)
}

function connect(
  url: URL,
  settings: RemoteSettings,
  name: string,
  signal: AbortSignal
): Promise<IncomingMessage> {
  const request = url.protocol === 'https:' ? httpsRequest : httpRequest
  const lookup = mayBePrivate(url, settings) ? dnsLookup : publicLookup(url, name)
  return new Promise((resolve, reject) => {
    // An agent of its own: no shared sockets, no proxy from the environment between the check and the connection.
    request(url, { agent: false, headers, lookup: lookup as LookupFunction, signal }, resolve)
      .on('error', reject)
      .end()
  })
}

/** A name look-up whose answers are public addresses only; the connection goes to what it answers and nowhere else. */
function publicLookup(url: URL, name: string): LookupFunction {
  return (hostname, options, callback) => {
    dnsLookup(hostname, { ...options, all: true }, (error, found) => {
      const addresses = error ? [] : found.filter(({ address }) => isPublicAddress(address))
      const [first] = addresses
      if (error || !first) callback(error ?? privateAddress(url, name), [])
      else if (options.all) callback(null, addresses)
      else callback(null, first.address, first.family)
    })
  }
}

function redirectTarget(response: IncomingMessage, url: URL, name: string): URL | undefined {
  const { location } = response.headers
  const { statusCode = 0 } = response
  if (![301, 302, 303, 307, 308].includes(statusCode) || location === undefined) return undefined
  const target = URL.parse(location, url.href) ?? undefined
  const isHttp = target?.protocol === 'http:' || target?.protocol === 'https:'
  if (!target || !isHttp || (url.protocol === 'https:' && target.protocol === 'http:')) {
    response.destroy()
    throw failed(
      name,
      `was redirected to ${target?.protocol ?? 'something that is no address'}, which is not followed`
    )
  }
  target.username = ''
  target.password = ''
  return target
}

async function readBody(response: IncomingMessage, maxBytes: number, name: string): Promise<Uint8Array> {
  try {
    const { statusCode = 0 } = response
    if (statusCode !== 200) throw failed(name, `was answered with HTTP status ${statusCode}`)
    if ((response.headers['content-encoding'] ?? 'identity') !== 'identity') {
      throw failed(name, 'was sent compressed although that was not asked for')
    }
    const announced = Number(response.headers['content-length'] ?? 0)
    if (announced > maxBytes) throw tooManyBytes(name, announced, maxBytes)
    const chunks: Uint8Array[] = []
    let size = 0
    for await (const chunk of response as AsyncIterable<Uint8Array>) {
      size += chunk.byteLength
      if (size > maxBytes) throw tooManyBytes(name, size, maxBytes)
      chunks.push(chunk)
    }
    return Buffer.concat(chunks, size)
  } finally {
    response.destroy()
  }
}

function failed(name: string, why: string, options?: ErrorOptions): ImageError {
  return new ImageError(
    'fetch-failed',
    name,
    `${name} ${why}. Check the address in a browser, or keep a copy in the project.`,
    options
  )
}

function reasonOf(cause: unknown): string {
  const { code } = cause as NodeJS.ErrnoException
  return `could not be fetched${typeof code === 'string' ? ` (${code})` : ''}`
}
