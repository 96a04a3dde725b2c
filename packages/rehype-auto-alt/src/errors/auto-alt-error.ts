const marker = Symbol.for('auto-alt.error')

/** Base of every error that auto-alt throws on purpose. Its message names the cause and the next step. */
export class AutoAltError extends Error {
  override readonly name: string = 'AutoAltError'

  constructor(message: string, options?: ErrorOptions) {
    super(message, options)
    Object.defineProperty(this, marker, { value: true })
  }

  /** True for an error of auto-alt, also one of another copy of the package. */
  static isInstance(error: unknown): error is AutoAltError {
    return typeof error === 'object' && error !== null && (error as Record<symbol, unknown>)[marker] === true
  }
}
