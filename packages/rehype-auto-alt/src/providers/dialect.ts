import type { ErrorBody } from './error-body.ts'
import { type AnswerShape, responseFormat, type ResponseFormat } from './response-format.ts'
import type { AnswerFormat, ServerTraits } from './server-traits.ts'

/** Which parts of the protocol a server takes for a model. */
export interface Dialect {
  /** Kinds of `response_format` that it may take; the first is asked for. */
  readonly formats: readonly AnswerFormat[]
  readonly limit: 'max_tokens' | 'max_completion_tokens' | 'none'
  readonly temperature: boolean
  readonly effort: 'none' | 'minimal' | 'low' | undefined
  /** `counted`: a stream that ends with the tokens used. */
  readonly stream: 'counted' | 'plain' | 'none'
  /** Most tokens of an answer. */
  readonly tokens: number
}

/** Thinking models spend the budget before the visible answer of about 100 tokens. */
const tokenBudget = 1000
/** For a model that thinks longer than that. */
const largeTokenBudget = 4000

/** What a server is asked with first. */
export function firstDialect(traits: ServerTraits = {}, stream = false): Dialect {
  return {
    formats: traits.formats ?? ['json_schema', 'json_object'],
    limit: traits.limit ?? 'max_tokens',
    temperature: true,
    effort: traits.effort,
    stream: stream ? 'counted' : 'none',
    tokens: tokenBudget
  }
}

/** The parameters of a chat request that depend on the dialect. */
export interface ChatParameters {
  response_format?: ResponseFormat
  max_tokens?: number
  max_completion_tokens?: number
  temperature?: number
  reasoning_effort?: 'none' | 'minimal' | 'low'
}

/**
 * The parameters in a dialect.
 *
 * @param shape The JSON object that the answer is to be.
 */
export function parametersOf(dialect: Dialect, shape: AnswerShape): ChatParameters {
  const { effort, formats, limit, temperature, tokens } = dialect
  const [format] = formats
  return {
    ...(format && { response_format: responseFormat(format, shape) }),
    ...(limit !== 'none' && { [limit]: tokens }),
    ...(temperature && { temperature: 0 }),
    ...(effort && { reasoning_effort: effort })
  }
}

/** The dialect for a model whose answer was cut at the limit; `undefined` where that is as high as it gets. */
export function withMoreTokens(dialect: Dialect): Dialect | undefined {
  return dialect.tokens < largeTokenBudget ? { ...dialect, tokens: largeTokenBudget } : undefined
}

type Feature = 'format' | 'temperature' | 'limit' | 'effort' | 'count' | 'stream'

const names: readonly (readonly [Feature, RegExp])[] = [
  [
    'format',
    /response[_ ]?format|json[_ ](?:schema|object|mode)|structured[_ ]outputs?|guided[_ ]json|grammar/iu
  ],
  ['temperature', /temperature/iu],
  ['limit', /max[_ ](?:new_|completion_|output_)?tokens/iu],
  ['effort', /reasoning[_ ]effort|thinking/iu],
  ['count', /stream[_ ]options|include_usage/iu],
  ['stream', /\bstream(?:ing)?\b/iu]
]

/**
 * The next simpler dialect, for a server that refused a request.
 *
 * @returns `undefined` when the error names nothing that could be left out.
 */
export function stepDown(dialect: Dialect, error: ErrorBody): Dialect | undefined {
  for (const feature of [...namedIn(error.param ?? ''), ...namedIn(error.message)]) {
    const simpler = without(feature, dialect)
    if (simpler) return simpler
  }
  return undefined
}

function without(feature: Feature, dialect: Dialect): Dialect | undefined {
  const { effort, formats, limit, stream, temperature } = dialect
  switch (feature) {
    case 'format':
      return formats.length > 0 ? { ...dialect, formats: formats.slice(1) } : undefined
    case 'limit':
      if (limit === 'none') return undefined
      return { ...dialect, limit: limit === 'max_tokens' ? 'max_completion_tokens' : 'none' }
    case 'temperature':
      return temperature ? { ...dialect, temperature: false } : undefined
    case 'effort':
      return effort ? { ...dialect, effort: undefined } : undefined
    case 'count':
      return stream === 'counted' ? { ...dialect, stream: 'plain' } : undefined
    case 'stream':
      return stream === 'none' ? undefined : { ...dialect, stream: 'none' }
  }
}

/** The features that a text names, in the order in which it does. */
function namedIn(text: string): readonly Feature[] {
  return names
    .map(([feature, pattern]) => ({ feature, at: text.search(pattern) }))
    .filter(({ at }) => at >= 0)
    .sort((one, other) => one.at - other.at)
    .map(({ feature }) => feature)
}
