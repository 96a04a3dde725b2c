import type { ErrorBody } from './error-body.ts'

/** Longest wait that a server can ask for. Milliseconds. */
const longestWait: number = 15 * 60_000

const units: Readonly<Record<string, number>> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000 }

/**
 * How long a server asks to wait, from its headers (`retry-after-ms`, `retry-after`, rate-limit resets) or else from
 * its words. Milliseconds, at most 15 minutes; `undefined` when it does not say.
 *
 * @param now Milliseconds since 1970.
 */
export function readRetryAfter(headers: Headers, body: ErrorBody, now: number): number | undefined {
  const wait =
    milliseconds(headers.get('retry-after-ms')) ??
    seconds(headers.get('retry-after'), now) ??
    (body.estimatedTime === undefined ? undefined : body.estimatedTime * 1000) ??
    resetOf(headers, now) ??
    waitInWords(body.message)
  return wait === undefined ? undefined : Math.round(Math.min(Math.max(wait, 0), longestWait))
}

/** The reset of what is used up; where no header says what is left, the nearest reset. */
function resetOf(headers: Headers, now: number): number | undefined {
  const known: { left: number | undefined; wait: number }[] = []
  for (const suffix of ['', '-requests', '-tokens', '-input-tokens', '-output-tokens']) {
    for (const prefix of ['x-ratelimit', 'ratelimit', 'anthropic-ratelimit']) {
      const wait = seconds(
        headers.get(`${prefix}-reset${suffix}`) ?? headers.get(`${prefix}${suffix}-reset`),
        now
      )
      if (wait === undefined) continue
      const left = headers.get(`${prefix}-remaining${suffix}`) ?? headers.get(`${prefix}${suffix}-remaining`)
      known.push({ left: left === null || left.trim() === '' ? undefined : Number(left), wait })
    }
  }
  // IETF draft: `RateLimit: "api";r=0;t=37`
  const draft = headers.get('ratelimit')
  const window = /(?:^|;)\s*t=(\d+)/u.exec(draft ?? '')?.[1]
  const left = /(?:^|;)\s*r=(\d+)/u.exec(draft ?? '')?.[1]
  if (window !== undefined)
    known.push({ left: left === undefined ? undefined : Number(left), wait: Number(window) * 1000 })

  const usedUp = known.filter((limit) => limit.left !== undefined && limit.left <= 0)
  if (usedUp.length > 0) return Math.max(...usedUp.map((limit) => limit.wait))
  const unsaid = known.filter((limit) => limit.left === undefined)
  return unsaid.length > 0 ? Math.min(...unsaid.map((limit) => limit.wait)) : undefined
}

function milliseconds(value: string | null): number | undefined {
  return value !== null && /^\d+(?:\.\d+)?$/u.test(value.trim()) ? Number(value) : undefined
}

/** Seconds, seconds or milliseconds since 1970, a duration such as `6m0s`, or an HTTP date. */
function seconds(value: string | null, now: number): number | undefined {
  const text = value?.trim() ?? ''
  if (text === '') return undefined
  if (/^-?\d+(?:\.\d+)?$/u.test(text)) {
    const number = Number(text)
    if (number < 0) return undefined
    if (number > 1e12) return number - now
    return number > 1e9 ? number * 1000 - now : number * 1000
  }
  const wait = duration(text)
  if (wait !== undefined) return wait
  const date = /[a-z]{3}|\d{4}-\d\d/iu.test(text) ? Date.parse(text) : Number.NaN
  return Number.isNaN(date) ? undefined : date - now
}

/** `120ms`, `1s`, `6m0s`, `1h2m3.4s` */
function duration(text: string): number | undefined {
  if (!/^(?:\d+(?:\.\d+)?(?:ms|s|m|h))+$/u.test(text)) return undefined
  let sum = 0
  for (const [, number, unit] of text.matchAll(/(\d+(?:\.\d+)?)(ms|s|m|h)/gu))
    sum += Number(number) * (units[unit ?? ''] ?? 0)
  return sum
}

function waitInWords(message: string): number | undefined {
  const match =
    /(?:try again|retry)\s+(?:in|after)\s+((?:\d+(?:\.\d+)?\s?(?:ms|s|m|h)(?![a-z]))+|\d+(?:\.\d+)?)\s*(milliseconds?|seconds?|secs?|minutes?|mins?|hours?)?/iu.exec(
      message.slice(0, 2000)
    )
  if (!match?.[1]) return undefined
  const compact = match[1].replace(/\s/gu, '').toLowerCase()
  const wait = duration(compact)
  if (wait !== undefined) return wait
  const word = match[2]?.toLowerCase() ?? 's'
  const unit = word.startsWith('milli') ? 'ms' : word.charAt(0)
  return Number(compact) * (units[unit] ?? 1000)
}
