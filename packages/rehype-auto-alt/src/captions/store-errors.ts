type Listener = (error: unknown) => void

/** Something that reports errors as events. */
export interface ErrorEmitter {
  on?(event: 'error', listener: Listener): unknown
}

/**
 * Keyv and its adapters report most failures as events and answer as if nothing were stored, or keep trying for
 * ever. Here a failure during an operation ends that operation.
 */
export class StoreErrors {
  readonly #listeners = new Set<Listener>()
  readonly #grace: number

  /** @param grace Time that a store has to recover after an error while an operation waits. Milliseconds. */
  constructor(emitter: ErrorEmitter, grace = 5000) {
    this.#grace = grace
    emitter.on?.('error', (error) => {
      for (const listener of this.#listeners) listener(error)
    })
  }

  /**
   * Does the work and throws the error that was reported meanwhile, if any: at once where the result says that the
   * work failed, else when the work is not done by the end of the grace.
   */
  async during<T>(work: () => Promise<T>, hasFailed: (result: T) => boolean): Promise<T> {
    const reported: unknown[] = []
    let timer: NodeJS.Timeout | undefined
    let giveUp: Listener = () => undefined
    const stuck = new Promise<never>((_, reject) => (giveUp = reject))
    const listener: Listener = (error) => {
      reported.push(error)
      timer ??= setTimeout(() => giveUp(error), this.#grace)
    }
    this.#listeners.add(listener)
    try {
      const result = await Promise.race([work(), stuck])
      if (reported.length > 0 && hasFailed(result)) throw reported[0]
      return result
    } finally {
      clearTimeout(timer)
      this.#listeners.delete(listener)
    }
  }
}
