/** What a model would say: the text alternative, or the whole JSON object of the answer. */
export type Answer = string | Readonly<Record<string, unknown>>

/** The answer of a model that cannot tell what a picture shows. */
export const cannotTell: Answer = { alt_text: '', kind: 'unknown', visible_text: '', confidence: 0 }

/** A chat completion that differs from the usual one. */
export interface CompletionParts {
  readonly content: unknown
  readonly finishReason?: string
  readonly refusal?: string
  readonly model?: unknown
  readonly promptTokens?: number
}

/** The content that a well-behaved model gives: the answer as a JSON object. */
export function contentOf(answer: Answer): string {
  const object =
    typeof answer === 'string'
      ? { alt_text: answer, kind: 'photo', visible_text: '', confidence: 0.9 }
      : answer
  return JSON.stringify(object)
}

/** The text alternative in an answer; `''` when it holds none. */
export function altOf(answer: Answer): string {
  if (typeof answer === 'string') return answer
  return typeof answer['alt_text'] === 'string' ? answer['alt_text'] : ''
}

/** The body of a chat completion. */
export function completion(parts: CompletionParts): Record<string, unknown> {
  const tokens = typeof parts.content === 'string' ? Math.ceil(parts.content.length / 4) : 0
  const promptTokens = parts.promptTokens ?? 700
  return {
    id: 'chatcmpl-double',
    object: 'chat.completion',
    created: 1_700_000_000,
    model: parts.model ?? 'double',
    choices: [
      {
        index: 0,
        message: { role: 'assistant', content: parts.content, refusal: parts.refusal ?? null },
        logprobs: null,
        finish_reason: parts.finishReason ?? 'stop'
      }
    ],
    usage: { prompt_tokens: promptTokens, completion_tokens: tokens, total_tokens: promptTokens + tokens }
  }
}
