import { imageKinds } from './image-kind.ts'
import type { DescribeRequest } from './provider.ts'

/** The value of `response_format` in a chat request. */
export type ResponseFormat =
  | { type: 'json_object' }
  | { type: 'json_schema'; json_schema: { name: string; strict: true; schema: Record<string, unknown> } }

/** The JSON object that an answer is to be: a name for it, and its members, all of them required. */
export interface AnswerShape {
  readonly name: string
  readonly members: Readonly<Record<string, unknown>>
}

/** Asks a server for JSON. */
export function responseFormat(
  type: 'json_schema' | 'json_object',
  { members, name }: AnswerShape
): ResponseFormat {
  if (type === 'json_object') return { type }
  const schema = {
    type: 'object',
    properties: members,
    required: Object.keys(members),
    additionalProperties: false
  }
  return { type, json_schema: { name, strict: true, schema } }
}

/**
 * The shape of a description.
 *
 * The limit stands in words only: servers that enforce `maxLength` cut in mid-word, and others refuse it.
 */
export function descriptionShape({
  longDescription = false,
  maxLength
}: Pick<DescribeRequest, 'longDescription' | 'maxLength'>): AnswerShape {
  const members = {
    alt_text: {
      type: 'string',
      description: `The text alternative, at most ${maxLength} characters, complete sentences`
    },
    kind: { type: 'string', enum: Object.keys(imageKinds), description: 'What kind of picture it is' },
    visible_text: {
      type: 'string',
      description: 'Words readable in the picture, as written; empty when there are none'
    },
    confidence: { type: 'number', description: 'How sure the text alternative is right, from 0 to 1' },
    ...(longDescription && {
      long_description: {
        type: 'string',
        description: 'The data of a chart, the parts and course of a diagram; empty for anything else'
      }
    })
  }
  return { name: 'text_alternative', members }
}

/** The shape of what a second look found. */
export const verificationShape: AnswerShape = {
  name: 'second_look',
  members: {
    not_visible: {
      type: 'array',
      items: { type: 'string' },
      description: 'Parts of the text that claim what the picture does not show; empty when there are none'
    }
  }
}
