import { Writable } from 'node:stream'
import {
  type ProtocolDouble,
  type ProtocolDoubleOptions,
  startProtocolDouble
} from '@auto-alt/protocol-double'
import { onTestFinished } from 'vitest'

import { main } from '../../src/cli/main.ts'

/** What a run of the command line left behind. */
export interface Run {
  readonly status: number
  readonly stdout: string
  readonly stderr: string
}

class Captured extends Writable {
  text = ''
  readonly isTTY: boolean

  constructor(isTTY: boolean) {
    super({ decodeStrings: false })
    this.isTTY = isTTY
  }

  // What the spinner asks of a terminal.
  cursorTo(): boolean {
    return true
  }

  moveCursor(): boolean {
    return true
  }

  clearLine(): boolean {
    return true
  }

  override _write(chunk: string | Uint8Array, _encoding: string, done: () => void): void {
    this.text += String(chunk)
    done()
  }
}

/** Runs the command line in this process, in a folder, with nothing but these variables. */
export async function runMain(
  args: readonly string[],
  cwd: string,
  env: Readonly<Record<string, string>> = {},
  terminal: 'terminal' | 'pipe' = 'pipe'
): Promise<Run> {
  const stdout = new Captured(terminal === 'terminal')
  const stderr = new Captured(terminal === 'terminal')
  const status = await main(args, { stdout, stderr, cwd, env })
  return { status, stdout: stdout.text, stderr: stderr.text }
}

/** A server that runs until the test ends, and the variables that name it. */
export async function startServer(
  options: ProtocolDoubleOptions = {}
): Promise<{ server: ProtocolDouble; env: Record<string, string> }> {
  const server = await startProtocolDouble(options)
  onTestFinished(() => server.close())
  return { server, env: { AUTO_ALT_BASE_URL: server.url, AUTO_ALT_MODEL: 'double' } }
}
