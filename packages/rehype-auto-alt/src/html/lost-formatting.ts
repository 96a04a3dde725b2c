interface Lost<Entry> {
  readonly name: string
  readonly order: number
  /** The element that was the innermost bound of formatting when it got lost. */
  readonly marker: Entry | undefined
}

/**
 * Formatting elements (`b`, `a`, …) that were cut off by the end of what they stand in. HTML takes them up again
 * behind it, so the next end tag of that name ends the one cut off, not one further out.
 */
export class LostFormatting<Entry extends { readonly name: string; readonly order: number }> {
  readonly #lost: Lost<Entry>[] = []

  get isEmpty(): boolean {
    return this.#lost.length === 0
  }

  /** Takes note of one that was cut off. */
  add(entry: Entry, marker: Entry | undefined): void {
    this.#lost.push({ name: entry.name, order: entry.order, marker })
  }

  /** Gives up the last one of this name that started after the open one; tells whether there was one. */
  take(name: string, marker: Entry | undefined, open: Entry | undefined): boolean {
    if (this.#lost.length === 0) return false
    const order = open?.order ?? 0
    const index = this.#lost.findLastIndex(
      (lost) => lost.name === name && lost.marker === marker && lost.order > order
    )
    if (index === -1) return false
    this.#lost.splice(index, 1)
    return true
  }
}
