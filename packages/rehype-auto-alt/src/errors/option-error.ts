import { AutoAltError } from './auto-alt-error.ts'

/** A setting that is unknown or has a value it cannot have. Nothing was run. */
export class OptionError extends AutoAltError {
  override readonly name = 'OptionError'
  /** The option, as the user writes it. */
  readonly option: string

  constructor(option: string, message: string, options?: ErrorOptions) {
    super(message, options)
    this.option = option
  }

  static override isInstance(error: unknown): error is OptionError {
    return AutoAltError.isInstance(error) && error.name === 'OptionError'
  }
}
