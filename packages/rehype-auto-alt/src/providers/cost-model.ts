import { inProcessNames } from './in-process-names.ts'
import { type ImageEdges, familyOf, usualEdges } from './model-families.ts'
import { localAddresses } from './presets.ts'
import { type Price, listPrice } from './prices.ts'
import type { ChatMessage } from './prompt/chat-message.ts'
import { buildVerifyMessages } from './prompt/verify-messages.ts'
import { buildMessages } from './prompt.ts'
import type { DescribeRequest, PreparedImage, Provider, VerifyRequest } from './provider.ts'
import { type AnswerShape, descriptionShape, responseFormat, verificationShape } from './response-format.ts'

/** Prices that the user sets, by id of the provider (`preset:model`). */
export type OwnPrices = Readonly<Record<string, Price>>

/** Tokens that a request takes, roughly. */
export interface TokenEstimate {
  readonly input: number
  readonly output: number
}

/** Kinds of provider that compute on this machine, where tokens cost nothing. */
const onThisMachine: ReadonlySet<string> = new Set([
  ...localAddresses().map(({ name }) => name),
  ...inProcessNames
])

/** The size of picture that the model of a provider gets; of several providers, the one that is asked first decides. */
export function imageEdges(provider: Provider): ImageEdges {
  const { id, edges } = firstOf(provider)
  return edges ?? familyOf(modelOf(id))?.edges ?? usualEdges
}

/**
 * Tokens that one request takes, from the size of the picture and the words that go with it. A repair and tries again
 * are not in it. What a model that is not known counts is taken as one token for 32 × 32 pixels.
 */
export function estimateTokens(provider: Provider, request: DescribeRequest): TokenEstimate {
  const { image, longDescription = false, maxLength } = request
  const messages = buildMessages({ ...request, image: withoutBytes(image) })
  // The answer is JSON: its names, a kind, a number and mostly no visible text.
  const output = 40 + Math.ceil(maxLength / 4) + (longDescription ? 100 : 0)
  return { input: inputTokens(provider, image, messages, descriptionShape(request)), output }
}

/** The same for a second look at a picture, which mostly finds nothing. */
export function estimateVerifyTokens(provider: Provider, request: VerifyRequest): TokenEstimate {
  const messages = buildVerifyMessages({ ...request, image: withoutBytes(request.image) })
  const { bytes, height, mediaType, width } = request.image
  // In full detail, whatever the first look took.
  const image = { bytes, height, mediaType, width }
  return { input: inputTokens(provider, image, messages, verificationShape), output: 15 }
}

function inputTokens(
  provider: Provider,
  image: PreparedImage,
  messages: readonly ChatMessage[],
  shape: AnswerShape
): number {
  const family = familyOf(modelOf(firstOf(provider).id))
  const picture =
    image.isDrawn === false && family?.lowDetail !== undefined
      ? family.lowDetail
      : (family?.tokens(image.width, image.height) ??
        Math.ceil(image.width / 32) * Math.ceil(image.height / 32))
  const words = messages.flatMap(({ content }) =>
    typeof content === 'string' ? content : content.flatMap((part) => (part.type === 'text' ? part.text : []))
  )
  const schema = JSON.stringify(responseFormat('json_schema', shape)).length
  const characters = words.reduce((sum, text) => sum + text.length, schema)
  // Four characters of English a token.
  return picture + Math.ceil(characters / 4)
}

/** A picture as requests hold it, for what depends on the words and the size alone. */
export function withoutBytes(image: PreparedImage): PreparedImage {
  return { ...image, bytes: new Uint8Array() }
}

/** What the tokens of one provider cost; `undefined` where that is not known. */
export function priceOf({ host, id }: Pick<Provider, 'host' | 'id'>, own: OwnPrices): Price | undefined {
  if (Object.hasOwn(own, id)) return own[id]
  const preset = presetOf(id)
  if (host === undefined && onThisMachine.has(preset)) return { input: 0, output: 0 }
  return listPrice(preset, modelOf(id))
}

/** US dollars for so many tokens. */
export function usdFor({ input, output }: TokenEstimate, price: Price): number {
  return (input * price.input + output * price.output) / 1_000_000
}

/** All that stand behind a provider; itself, where it stands alone. */
export function membersOf(provider: Provider): readonly Provider[] {
  return provider.members ?? [provider]
}

function firstOf(provider: Provider): Provider {
  return membersOf(provider)[0] ?? provider
}

function presetOf(id: string): string {
  return id.split(':', 1)[0] ?? id
}

function modelOf(id: string): string {
  const colon = id.indexOf(':')
  return colon === -1 ? '' : id.slice(colon + 1)
}
