import { spawn } from 'node:child_process'
import { pathToFileURL } from 'node:url'

/** What a language server says about a document. Lines and characters count from 0. */
export interface Diagnostic {
  readonly range: Readonly<Record<'start' | 'end', { readonly line: number; readonly character: number }>>
  readonly severity: number
  readonly code: string
  readonly source: string
  readonly codeDescription?: { readonly href: string }
}

/** A document as an editor opens it, saved or not. */
export interface OpenDocument {
  readonly file: string
  readonly languageId: string
  readonly text: string
}

interface Message {
  readonly id?: number
  readonly method?: string
  readonly params?: { readonly diagnostics?: readonly Diagnostic[] }
}

/** Starts a language server, opens a document, and gives what the server says about it. */
export async function diagnosticsOf(
  command: readonly string[],
  root: string,
  { file, languageId, text }: OpenDocument
): Promise<readonly Diagnostic[]> {
  const child = spawn(process.execPath, [...command], { cwd: root, stdio: ['pipe', 'pipe', 'pipe'] })
  const send = (message: object): void => {
    const body = Buffer.from(JSON.stringify({ jsonrpc: '2.0', ...message }))
    child.stdin.write(`Content-Length: ${body.length}\r\n\r\n`)
    child.stdin.write(body)
  }
  const uri = (path: string): string => pathToFileURL(path).href
  let words = ''
  child.stderr.setEncoding('utf8').on('data', (said: string) => (words += said))
  const diagnostics = new Promise<readonly Diagnostic[]>((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (status) => reject(new Error(`The server ended with ${status}: ${words}`)))
    child.stdout.on(
      'data',
      eachMessage(({ id, method, params }) => {
        if (id === 1) {
          send({ method: 'initialized', params: {} })
          const textDocument = { uri: uri(file), languageId, version: 1, text }
          send({ method: 'textDocument/didOpen', params: { textDocument } })
        } else if (method !== undefined && id !== undefined) send({ id, result: null })
        if (params?.diagnostics) resolve(params.diagnostics)
      })
    )
  })
  const workspaceFolders = [{ uri: uri(root), name: 'site' }]
  const params = { processId: process.pid, rootUri: uri(root), capabilities: {}, workspaceFolders }
  send({ id: 1, method: 'initialize', params })
  try {
    return await diagnostics
  } finally {
    child.kill()
  }
}

/** Takes messages out of what a server writes, which comes in pieces. */
function eachMessage(take: (message: Message) => void): (bytes: Buffer) => void {
  let waiting = Buffer.alloc(0)
  return (bytes) => {
    waiting = Buffer.concat([waiting, bytes])
    for (;;) {
      const head = waiting.indexOf('\r\n\r\n')
      const length = Number(/Content-Length: (\d+)/u.exec(waiting.toString('latin1', 0, head))?.[1])
      const end = head + 4 + length
      if (head === -1 || waiting.length < end) return
      const message = JSON.parse(waiting.toString('utf8', head + 4, end)) as Message
      waiting = waiting.subarray(end)
      take(message)
    }
  }
}
