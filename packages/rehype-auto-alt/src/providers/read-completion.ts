import { ProviderError, type ProviderErrorCode } from '../errors/provider-error.ts'
import { secretsOf, type ChatServer, type Exchange } from './chat-server.ts'
import { readErrorBody } from './error-body.ts'
import { objectOf } from './object-of.ts'
import type { Usage, Verification } from './provider.ts'
import { type Answer, readAnswer } from './read-answer.ts'
import { readVerification } from './read-verification.ts'
import { serverText } from './scrub-secrets.ts'

interface Choice {
  readonly content: unknown
  readonly refusal: unknown
  readonly finishReason: unknown
}

/** A way to make sense of the content of an answer. */
export interface Reading<Result> {
  /** Gives `undefined` for content that makes none. */
  readonly read: (content: string) => Result | undefined
  /** What such content lacks, for the error. */
  readonly missing: string
}

/** Reads a description. */
export const forDescription: Reading<Answer> = { read: readAnswer, missing: 'text alternative' }

/** Reads what a second look found. */
export const forVerification: Reading<Omit<Verification, 'usage'>> = {
  read(content) {
    const notVisible = readVerification(content)
    return notVisible && { notVisible }
  },
  missing: 'list of what is not visible'
}

/** What was read, with what it took. */
export type Read<Result> = Result & { readonly usage: Usage }

/**
 * Reads a chat completion that came with status 200.
 *
 * @param data The body as the client library gives it: it may be a string, an error object or nothing at all.
 */
export function readCompletion<Result extends object>(
  server: ChatServer,
  id: string,
  exchange: Exchange,
  data: unknown,
  { missing, read }: Reading<Result>
): Read<Result> {
  const { requests } = exchange
  const fail = (code: ProviderErrorCode, message: string): ProviderError =>
    new ProviderError(code, id, `${server.name}: ${message}`, { status: exchange.status ?? 200, requests })

  const choice = choiceOf(data)
  if (!choice) {
    const { message } = readErrorBody(exchange.text ?? '')
    const words = serverText(message, secretsOf(server))
    throw fail(
      'malformed',
      `the answer is no chat completion${words === '' ? '' : ` (${words})`}. Check \`baseURL\`.`
    )
  }
  if (typeof choice.refusal === 'string' && choice.refusal.trim() !== '') {
    const words = serverText(choice.refusal, secretsOf(server))
    throw fail('refusal', `the model declines: ${words} Write the text alternative by hand.`)
  }
  if (choice.finishReason === 'content_filter') {
    throw fail('refusal', "the provider's filter stopped the answer. Write the text alternative by hand.")
  }
  if (choice.finishReason === 'length') {
    throw fail('truncated', 'the answer was cut at the token limit. A model that thinks less may do better.')
  }
  const content = contentOf(choice.content)
  if (content.trim() === '') throw fail('empty', 'the answer is empty.')
  const result = read(content)
  if (!result) throw fail('malformed', `the answer holds no ${missing}.`)
  const words = Object.values(result).filter((value) => typeof value === 'string')
  if (secretsOf(server).some((secret) => words.some((text) => text.includes(secret)))) {
    throw fail('malformed', 'the answer repeats the key that it was asked with.')
  }
  return { ...result, usage: { requests, ...tokensOf(data) } }
}

/** The bare content of a completion, `''` for none, and the tokens that went in. */
export function readContent(data: unknown): { readonly text: string; readonly inputTokens?: number } {
  return { text: contentOf(choiceOf(data)?.content).trim(), ...tokensOf(data) }
}

function choiceOf(data: unknown): Choice | undefined {
  const choices = objectOf(data)?.['choices']
  const choice = objectOf(Array.isArray(choices) ? choices[0] : undefined)
  const message = objectOf(choice?.['message'])
  return choice && message
    ? { content: message['content'], refusal: message['refusal'], finishReason: choice['finish_reason'] }
    : undefined
}

/** Content is a string; some servers give a list of parts. */
function contentOf(content: unknown): string {
  if (typeof content === 'string') return content
  if (!Array.isArray(content)) return ''
  return content
    .map((part) => objectOf(part))
    .filter((part) => part?.['type'] === 'text' && typeof part['text'] === 'string')
    .map((part) => part?.['text'])
    .join('')
}

function tokensOf(data: unknown): Omit<Usage, 'requests'> {
  const usage = objectOf(objectOf(data)?.['usage'])
  const inputTokens = countOf(usage?.['prompt_tokens'])
  const outputTokens = countOf(usage?.['completion_tokens'])
  return {
    ...(inputTokens !== undefined && { inputTokens }),
    ...(outputTokens !== undefined && { outputTokens })
  }
}

function countOf(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : undefined
}
