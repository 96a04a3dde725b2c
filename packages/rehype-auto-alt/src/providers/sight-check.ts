import { ProviderError } from '../errors/provider-error.ts'
import type { ChatServer, Exchange } from './chat-server.ts'
import { requestCompletion } from './openai-client.ts'
import { dataURI, type ChatMessage } from './prompt/chat-message.ts'
import type { Description } from './provider.ts'
import { readContent } from './read-completion.ts'
import { namesItsColours, testPicture } from './test-picture.ts'

/** What was asked. */
export interface Asked {
  readonly id: string
  readonly model: string
  readonly messages: readonly ChatMessage[]
}

/** Notices a server that takes pictures and does not show them to its model. */
export interface SightCheck {
  /** Throws at once when it is known that nobody looks. */
  insist(id: string): void
  /**
   * Gives the description back, after a probe where too few tokens came in for a picture. One probe in the life of a
   * provider. Throws a `ProviderError` when the probe shows that nobody looked.
   */
  confirm(
    description: Description,
    asked: Asked,
    exchange: Exchange,
    signal: AbortSignal
  ): Promise<Description>
}

const question = 'Which two colours does this picture have, from left to right? Answer with two words.'
/** Tokens that the question takes without the picture, at least, and at most with what a chat template adds. */
const [leastOfQuestion, mostOfQuestion] = [12, 100] as const

/** Makes the check for one server and model. */
export function createSightCheck(server: ChatServer): SightCheck {
  let isDone = false
  let fault: string | undefined

  async function seesNothing(
    { id, model }: Asked,
    exchange: Exchange,
    signal: AbortSignal
  ): Promise<boolean> {
    const content = [
      { type: 'text' as const, text: question },
      { type: 'image_url' as const, image_url: { url: dataURI(testPicture) } }
    ]
    const body = { model, messages: [{ role: 'user' as const, content }] }
    try {
      const data = await requestCompletion(server, id, body, exchange, signal)
      const { inputTokens = 0, text } = readContent(data)
      // Whoever answers neither the one way nor the other has failed for another reason.
      const isCounted = inputTokens >= leastOfQuestion && inputTokens <= mostOfQuestion
      return text !== '' && !namesItsColours(text) && isCounted
    } catch {
      signal.throwIfAborted()
      return false
    }
  }

  return {
    insist(id) {
      if (fault !== undefined) throw new ProviderError('image-ignored', id, fault, { requests: 0 })
    },
    async confirm(description, asked, exchange, signal) {
      const { inputTokens } = description.usage
      if (isDone || inputTokens === undefined) return description
      isDone = true
      const [least, most] = tokensOf(asked.messages)
      // Fewer than the words alone make is no count at all.
      if (inputTokens < least || inputTokens > most) return description
      const isBlind = await seesNothing(asked, exchange, signal)
      const { requests } = exchange
      if (!isBlind) return { ...description, usage: { ...description.usage, requests } }
      fault = `${server.name}: ${asked.model} answers without having looked at the picture: ${inputTokens} tokens are no more than the words, and it could not name the colours of a test picture. Choose a model that can see; llama.cpp needs its --mmproj file as well.`
      throw new ProviderError('image-ignored', asked.id, fault, { requests })
    }
  }
}

/** Tokens that the words alone take, at least and at most: four to five letters of English prose make one. */
function tokensOf(messages: readonly ChatMessage[]): readonly [least: number, most: number] {
  const text = messages
    .flatMap(({ content }) => (typeof content === 'string' ? content : content.map(textOf)))
    .join('\n')
  const foreign = text.match(/[^\u0000-\u007F]/gu)?.length ?? 0
  const plain = text.length - foreign
  return [plain / 5.2, Math.ceil(plain / 3.8 + 1.5 * foreign) + 20]
}

function textOf(part: { type: 'text'; text: string } | { type: 'image_url' }): string {
  return part.type === 'text' ? part.text : ''
}
