import { type ChatMessage } from '../../src/providers/prompt/chat-message.ts'
import { buildVerifyMessages } from '../../src/providers/prompt/verify-messages.ts'
import { buildMessages } from '../../src/providers/prompt.ts'
import type { DescribeRequest } from '../../src/providers/provider.ts'

/** A request without anything besides the picture. */
export const plainRequest: DescribeRequest = {
  image: { mediaType: 'image/png', bytes: new Uint8Array([1, 2, 3]), width: 1, height: 1 },
  purpose: { kind: 'informative' },
  language: 'en',
  maxLength: 120
}

const page = {
  title: 'Red backpack',
  description: 'A backpack for long tours.',
  product: 'Explorer 20, brand: Example, colour: red',
  headings: ['Shop', 'Backpacks'],
  caption: 'Our best seller',
  before: 'Made of leather.',
  after: 'In three colours.'
}

/** What is sent for a picture, in every shape that the words of the prompt take. */
const requests: Readonly<Record<string, Partial<DescribeRequest>>> = {
  'a picture by itself': {},
  'a picture on a page': { context: page, fileName: 'red leather backpack', visibleText: 'EXPLORER' },
  'a picture beside words that are heard with it': { beside: 'Red leather backpack' },
  'a drawn picture with a long description': {
    image: { ...plainRequest.image, isDrawn: true },
    longDescription: true
  },
  'a link': { purpose: { kind: 'link', target: '/shop/backpacks' }, context: page },
  'a link whose title is known': {
    purpose: { kind: 'link', target: '/shop/backpacks', title: 'All backpacks | Example shop' }
  },
  'a link without a target': { purpose: { kind: 'link' } },
  'a button': { purpose: { kind: 'button' } },
  'a site with a voice': { voice: ['Ferry at the quay of Kiel', 'Two hikers on a ridge at dawn'] },
  'a translation': { language: 'de', translation: { language: 'en', text: 'Red leather backpack' } },
  'a repair with instructions of the owner': {
    instructions: 'Call our products by their names.',
    previous: { text: 'Image of a backpack', faults: ['It begins by saying that there is an image.'] }
  }
}

/** The words of a prompt. */
export interface PromptWords {
  readonly system: string
  readonly user: string
}

/** The words in messages. */
export function wordsOf(messages: readonly ChatMessage[]): PromptWords & { readonly url: string } {
  const [system, user] = messages
  if (system?.role !== 'system' || user?.role !== 'user') throw new Error('unexpected roles')
  const [text, image] = user.content
  return {
    system: system.content,
    user: text?.type === 'text' ? text.text : '',
    url: image?.type === 'image_url' ? image.image_url.url : ''
  }
}

/** Every shape of the prompt by its name, and that of the second look. */
export function promptShapes(): Readonly<Record<string, PromptWords>> {
  const entries = Object.entries(requests).map(([name, changes]) => [
    name,
    wordsOf(buildMessages({ ...plainRequest, ...changes }))
  ])
  const { image, language } = plainRequest
  const text = 'Red leather backpack on a white background'
  const look = { image, language, text, context: page }
  return {
    ...(Object.fromEntries(entries) as Record<string, PromptWords>),
    'a second look': wordsOf(buildVerifyMessages({ ...look, purpose: { kind: 'informative' } })),
    'a second look at the name of a link': wordsOf(
      buildVerifyMessages({
        ...look,
        purpose: { kind: 'link', target: '/shop/backpacks' },
        reviewed: 'Rucksack'
      })
    )
  }
}
