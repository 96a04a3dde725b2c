import type { Spread } from '../spread.ts'

/** A part of a whole: `9 of 12 (75 %)`; `–` of nothing. */
export function share(count: number, whole: number): string {
  return whole === 0 ? '–' : `${count} of ${whole} (${Math.round((100 * count) / whole)} %)`
}

/** A mean with the range that leaves out a tenth at either end: `0.42 (0.10 to 0.77)`. */
export function meanAndRange(spread: Spread | null): string {
  return spread === null
    ? '–'
    : `${spread.mean.toFixed(2)} (${spread.p10.toFixed(2)} to ${spread.p90.toFixed(2)})`
}

/** A time that was measured in milliseconds. */
export function time(milliseconds: number | undefined): string {
  if (milliseconds === undefined) return '–'
  return milliseconds < 1000 ? `${Math.round(milliseconds)} ms` : `${(milliseconds / 1000).toFixed(1)} s`
}

/** US dollars: two digits that count under a dollar, else cents. `not known` for `null`. */
export function dollars(usd: number | null): string {
  if (usd === null) return 'not known'
  return `$${usd !== 0 && usd < 1 ? Number(usd.toPrecision(2)) : usd.toFixed(2)}`
}

/** A whole number with its thousands told apart. */
export function whole(value: number): string {
  return Math.round(value).toLocaleString('en')
}

/** `1 image`, `2 images`. */
export function plural(count: number, noun: string): string {
  return `${whole(count)} ${count === 1 ? noun : `${noun}s`}`
}
