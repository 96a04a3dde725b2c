/** What the body of an HTTP error says, whatever its shape. Texts are the server's own, not yet scrubbed. */
export interface ErrorBody {
  readonly message: string
  /** The parameter that the server does not take. */
  readonly param?: string
  readonly code?: string
  readonly type?: string
  /** Seconds until a model is loaded. */
  readonly estimatedTime?: number
}

/** Reads the body of an HTTP error. Never throws. */
export function readErrorBody(text: string): ErrorBody {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return { message: textOfPage(text) }
  }
  if (Array.isArray(value)) value = value[0]
  const outer = asObject(value)
  if (!outer) return { message: typeof value === 'string' ? value : '' }
  const inner = asObject(outer['error']) ?? outer
  const detail = asObject(Array.isArray(outer['detail']) ? outer['detail'][0] : outer['detail'])
  const place = Array.isArray(detail?.['loc'])
    ? detail['loc'].filter((part) => part !== 'body').join('.')
    : undefined
  const param = asText(inner['param']) ?? place
  const code = asText(inner['code'])
  const type = asText(inner['type'])
  const time = outer['estimated_time'] ?? inner['estimated_time']
  return {
    message: firstText(inner['message'], outer['error'], outer['message'], outer['detail'], detail?.['msg']),
    ...(param !== undefined && { param }),
    ...(code !== undefined && { code }),
    ...(type !== undefined && { type }),
    ...(typeof time === 'number' && Number.isFinite(time) && time >= 0 && { estimatedTime: time })
  }
}

function firstText(...values: readonly unknown[]): string {
  return values.find((value): value is string => typeof value === 'string' && value.trim() !== '') ?? ''
}

function asText(value: unknown): string | undefined {
  if (typeof value === 'number') return String(value)
  return typeof value === 'string' && value !== '' ? value : undefined
}

function asObject(value: unknown): Record<string, unknown> | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : undefined
}

function textOfPage(text: string): string {
  if (!text.trimStart().startsWith('<')) return text
  return /<title[^>]*>([^<]*)<\/title>/iu.exec(text.slice(0, 20_000))?.[1]?.trim() ?? 'a web page'
}
