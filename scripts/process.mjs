import { spawn } from 'node:child_process'
import { root } from './root.mjs'

const onWindows = process.platform === 'win32'
let interrupted = false

/** True once somebody asked for an end (Ctrl-C). */
export const wasInterrupted = () => interrupted

/**
 * Runs a program to its end. Never throws: a program that does not start has exit status 127.
 *
 * @param {string[]} command The program, and arguments that belong to it.
 * @param {string[]} args
 * @param {{ cwd?: string, show?: boolean, input?: boolean, timeout?: number, variables?: Record<string, string> }} [how]
 *   `cwd` defaults to the repository; `show` lets the program write to our output, `input` read from our
 *   input; `timeout` is in milliseconds, default none; `variables` come on top of our environment.
 * @returns {Promise<{ code: number, output: string }>} `output` is what it wrote, empty with `show`.
 */
export function run(
  command,
  args,
  { cwd = root, show = false, input = false, timeout = 0, variables = {} } = {}
) {
  const [program, ...first] = command
  const all = [...first, ...args]
  // Only a shell finds pnpm.cmd on Windows, and a shell needs quotes.
  const shell = onWindows && !program.includes('\\')
  const stream = show ? 'inherit' : 'pipe'
  return new Promise((resolve) => {
    const child = spawn(program, shell ? all.map(quoteForWindows) : all, {
      cwd,
      env: { ...process.env, ...variables },
      shell,
      stdio: [input ? 'inherit' : 'ignore', stream, stream]
    })
    let output = ''
    for (const source of [child.stdout, child.stderr]) {
      source?.setEncoding('utf8').on('data', (text) => (output += text))
    }
    const stopListening = passSignalsTo(child)
    const timer = timeout > 0 ? setTimeout(() => child.kill(), timeout) : undefined
    const end = (result) => {
      clearTimeout(timer)
      stopListening()
      resolve(result)
    }
    child.on('error', (error) => end({ code: 127, output: output + error.message }))
    child.on('close', (code, signal) => {
      end({
        code: interrupted ? 130 : (code ?? 1),
        output: signal ? `${output}\nEnded by ${signal}.` : output
      })
    })
  })
}

function quoteForWindows(argument) {
  return /^[\w.:/=@+-]+$/.test(argument) ? argument : `"${argument.replaceAll('"', '""')}"`
}

/* A terminal sends Ctrl-C to the child as well: we only outlive it, so that its last words are heard. */
function passSignalsTo(child) {
  const listeners = ['SIGINT', 'SIGTERM', 'SIGHUP'].map((signal) => {
    const listener = () => {
      interrupted = true
      if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal)
    }
    process.on(signal, listener)
    return [signal, listener]
  })
  return () => {
    for (const [signal, listener] of listeners) process.off(signal, listener)
  }
}
