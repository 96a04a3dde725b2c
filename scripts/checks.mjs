import { run, wasInterrupted } from './process.mjs'

/** The line that every run of tests ends with. */
export function countLine({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`
}

/** Counts checks, and says of each in one line what it is and how it ended. */
export class Checks {
  passed = 0
  failed = 0
  skipped = 0

  /**
   * Runs one check.
   *
   * @param {string} title What is being done, as "Linting".
   * @param {() => Promise<string | void>} check Throws when it fails; may give a remark.
   * @returns {Promise<boolean>} Whether it passed.
   */
  async check(title, check) {
    const passed = await step(title, check)
    if (passed) this.passed += 1
    else this.failed += 1
    return passed
  }

  /** Does what checks need before they can run: counts only when it fails. */
  async prepare(title, action) {
    const done = await step(title, action)
    if (!done) this.failed += 1
    return done
  }

  /** Counts what a test runner counted. */
  add({ passed, failed, skipped }) {
    this.passed += passed
    this.failed += failed
    this.skipped += skipped
  }

  /** Prints the last line. Gives the exit status. */
  end() {
    if (wasInterrupted()) return 130
    console.log(countLine(this))
    return this.failed === 0 ? 0 : 1
  }
}

/**
 * Does one thing with one line of output: "Installing … done (3 s)".
 *
 * @returns {Promise<boolean>} False when it threw; what it threw is printed.
 */
export async function step(title, action) {
  const start = performance.now()
  process.stdout.write(`${title} … `)
  try {
    const remark = await action()
    const seconds = Math.round((performance.now() - start) / 1000)
    console.log([remark ?? 'done', ...(seconds > 0 ? [`(${seconds} s)`] : [])].join(' '))
    return true
  } catch (error) {
    if (wasInterrupted()) {
      console.log('stopped')
      return false
    }
    console.log('FAILED')
    console.log(error instanceof Failure ? error.message : error)
    return false
  }
}

/** Something that did not work, told in full by its message. */
export class Failure extends Error {}

/** Runs a program; throws what it printed when it fails. */
export async function must(command, args, how) {
  const { code, output } = await run(command, args, how)
  if (code === 0) return output
  throw new Failure(`${output.trimEnd()}\n(${[...command, ...args].join(' ')}: exit status ${code})`)
}
