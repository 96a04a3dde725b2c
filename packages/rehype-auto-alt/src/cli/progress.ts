import type { Progress } from '../captioner/captioner.ts'
import type { Io } from './io.ts'

/** Shows how far a run has come; silent where nobody watches a terminal. */
export interface ProgressDisplay {
  /** What is going on now. */
  readonly say: (text: string) => void
  readonly onProgress: (progress: Progress) => void
  /** Writes a line that stays, above the display. */
  readonly print: (line: string) => void
  stop(): void
}

/** Starts the display on standard error. */
export async function startProgress(io: Io): Promise<ProgressDisplay> {
  const print = (line: string): void => void io.stderr.write(`${line}\n`)
  // As the spinner sees it: where it cannot move it would write a line for each step.
  if (io.stderr.isTTY !== true || io.env['TERM'] === 'dumb' || io.env['CI'] !== undefined) {
    return { say: () => {}, onProgress: () => {}, print, stop: () => {} }
  }
  const { default: yoctoSpinner } = await import('yocto-spinner')
  const spinner = yoctoSpinner({ stream: io.stderr as NodeJS.WriteStream }).start()
  return {
    say: (text) => {
      spinner.text = text
    },
    onProgress: ({ done, requests, total }) => {
      spinner.text = `${done} of ${total} images · ${requests} ${requests === 1 ? 'request' : 'requests'}`
    },
    print: (line) => {
      spinner.clear()
      print(line)
    },
    stop: () => void spinner.stop()
  }
}
