/** How values lie: nothing is said of values that are not there. */
export interface Spread {
  /** How many there are. */
  readonly n: number
  readonly mean: number
  readonly median: number
  /** A tenth lies below, a tenth above. */
  readonly p10: number
  readonly p90: number
}

/** The spread of values; `null` for none. A percentile is the value that so many do not exceed. */
export function spreadOf(values: readonly number[]): Spread | null {
  if (values.length === 0) return null
  const sorted = values.toSorted((one, other) => one - other)
  const at = (share: number): number => sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0
  return {
    n: values.length,
    mean: rounded(values.reduce((sum, value) => sum + value, 0) / values.length),
    median: rounded((at(0.5) + (sorted[Math.floor(sorted.length / 2)] ?? 0)) / 2),
    p10: rounded(at(0.1)),
    p90: rounded(at(0.9))
  }
}

/** A value without the digits that a report has no use for. */
export function rounded(value: number, digits = 4): number {
  return Number(value.toFixed(digits))
}
