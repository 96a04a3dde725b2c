import type { ServerResponse } from 'node:http'

/** What goes back over the wire. */
export interface Reply {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
  /** Wait this long first. Milliseconds. */
  readonly delay?: number
  /** `half`: destroy the connection after half the body; `reset`: before any header. */
  readonly break?: 'half' | 'reset'
}

/** A reply in JSON. */
export function jsonReply(
  status: number,
  body: unknown,
  headers: Readonly<Record<string, string>> = {}
): Reply {
  return { status, headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(body) }
}

/**
 * Sends a reply.
 *
 * @returns true when the whole body went out.
 */
export async function send(response: ServerResponse, reply: Reply, signal: AbortSignal): Promise<boolean> {
  if (reply.delay) await wait(reply.delay, signal)
  if (response.destroyed) return false
  if (reply.break === 'reset') {
    response.socket?.resetAndDestroy()
    return false
  }
  const bytes = Buffer.from(reply.body)
  response.writeHead(reply.status, { 'content-length': String(bytes.length), ...reply.headers })
  if (reply.break === 'half') {
    await new Promise<void>((resolve) =>
      response.write(bytes.subarray(0, bytes.length >> 1), () => resolve())
    )
    response.destroy()
    return false
  }
  return new Promise<boolean>((resolve) => {
    response.once('finish', () => resolve(true))
    response.once('close', () => resolve(response.writableFinished))
    response.end(bytes)
  })
}

function wait(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(timer)
      signal.removeEventListener('abort', done)
      resolve()
    }
    const timer = setTimeout(done, milliseconds)
    signal.addEventListener('abort', done)
  })
}
