import { imageKinds } from './image-kind.ts'

/** The value of `response_format` in a chat request. */
export type ResponseFormat =
  | { type: 'json_object' }
  | { type: 'json_schema'; json_schema: { name: string; strict: true; schema: Record<string, unknown> } }

/**
 * Asks a server for JSON.
 *
 * The limit stands in words only: servers that enforce `maxLength` cut in mid-word, and others refuse it.
 */
export function responseFormat(type: 'json_schema' | 'json_object', maxLength: number): ResponseFormat {
  if (type === 'json_object') return { type }
  const properties = {
    alt_text: {
      type: 'string',
      description: `The text alternative, at most ${maxLength} characters, complete sentences`
    },
    kind: { type: 'string', enum: Object.keys(imageKinds), description: 'What kind of picture it is' },
    visible_text: {
      type: 'string',
      description: 'Words readable in the picture, as written; empty when there are none'
    },
    confidence: { type: 'number', description: 'How sure the text alternative is right, from 0 to 1' }
  }
  const schema = {
    type: 'object',
    properties,
    required: Object.keys(properties),
    additionalProperties: false
  }
  return { type, json_schema: { name: 'text_alternative', strict: true, schema } }
}
