import { AutoAltError } from './auto-alt-error.ts'

/** A captions store that cannot be read or holds something that is no caption. The run stops; the store stays as it is. */
export class CaptionsError extends AutoAltError {
  override readonly name = 'CaptionsError'
  /** The captions file, or the name of the store. */
  readonly store: string
  /** Line in the captions file, counted from 1. */
  readonly line: number | undefined

  constructor(store: string, message: string, options?: ErrorOptions & { line?: number }) {
    super(message, options)
    this.store = store
    this.line = options?.line
  }

  static override isInstance(error: unknown): error is CaptionsError {
    return AutoAltError.isInstance(error) && error.name === 'CaptionsError'
  }
}
