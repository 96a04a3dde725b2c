import type { ErrorBody } from './error-body.ts'
import { responseFormat, type ResponseFormat } from './response-format.ts'

/** Which parts of the protocol a server takes for a model. */
export interface Dialect {
  readonly format: 'json_schema' | 'json_object' | 'none'
  readonly limit: 'max_tokens' | 'max_completion_tokens' | 'none'
  readonly temperature: boolean
}

/** What every server is asked with first. */
export const fullDialect: Dialect = { format: 'json_schema', limit: 'max_tokens', temperature: true }

/** Thinking models spend the budget before the visible answer of about 100 tokens. */
const tokenBudget = 1000

/** The parameters of a chat request that depend on the dialect. */
export interface ChatParameters {
  response_format?: ResponseFormat
  max_tokens?: number
  max_completion_tokens?: number
  temperature?: number
}

/**
 * The parameters in a dialect.
 *
 * @param maxLength Most graphemes of the answer, for the words of the schema.
 */
export function parametersOf(dialect: Dialect, maxLength: number): ChatParameters {
  return {
    ...(dialect.format !== 'none' && { response_format: responseFormat(dialect.format, maxLength) }),
    ...(dialect.limit !== 'none' && { [dialect.limit]: tokenBudget }),
    ...(dialect.temperature && { temperature: 0 })
  }
}

type Feature = keyof Dialect

const names: readonly (readonly [Feature, RegExp])[] = [
  [
    'format',
    /response[_ ]?format|json[_ ](?:schema|object|mode)|structured[_ ]outputs?|guided[_ ]json|grammar/iu
  ],
  ['temperature', /temperature/iu],
  ['limit', /max[_ ](?:new_|completion_|output_)?tokens/iu]
]

/**
 * The next simpler dialect, for a server that refused a request.
 *
 * @returns `undefined` when the error names nothing that could be left out.
 */
export function stepDown(dialect: Dialect, error: ErrorBody): Dialect | undefined {
  const feature =
    (error.param === undefined ? undefined : namedFirst(error.param)) ?? namedFirst(error.message)
  switch (feature) {
    case 'format':
      if (dialect.format === 'none') return undefined
      return { ...dialect, format: dialect.format === 'json_schema' ? 'json_object' : 'none' }
    case 'limit':
      if (dialect.limit === 'none') return undefined
      return { ...dialect, limit: dialect.limit === 'max_tokens' ? 'max_completion_tokens' : 'none' }
    case 'temperature':
      return dialect.temperature ? { ...dialect, temperature: false } : undefined
    case undefined:
      return undefined
  }
}

function namedFirst(text: string): Feature | undefined {
  let first: { feature: Feature; at: number } | undefined
  for (const [feature, pattern] of names) {
    const at = text.search(pattern)
    if (at >= 0 && (!first || at < first.at)) first = { feature, at }
  }
  return first?.feature
}
