import { familyOf } from './model-families.ts'
import { type ChatMessage, dataURI } from './prompt/chat-message.ts'
import { systemText } from './prompt/system-text.ts'
import { userText } from './prompt/user-text.ts'
import type { DescribeRequest } from './provider.ts'

/**
 * Version of the prompt, recorded with each caption. Raised when the words change in what they ask for; docs/prompt.md
 * has the history.
 */
export const PROMPT_VERSION = 2

/**
 * The messages that ask for one text alternative.
 *
 * @param model Model that is asked. Some take a scene in low detail for a third of the tokens.
 */
export function buildMessages(request: DescribeRequest, model = ''): ChatMessage[] {
  const { image } = request
  const isLow = image.isDrawn === false && familyOf(model)?.lowDetail !== undefined
  return [
    { role: 'system', content: systemText(request) },
    {
      role: 'user',
      content: [
        { type: 'text', text: userText(request) },
        { type: 'image_url', image_url: { url: dataURI(image), ...(isLow && { detail: 'low' as const }) } }
      ]
    }
  ]
}
