import { ProviderError } from '../../errors/provider-error.ts'
import { languageName } from '../language-name.ts'
import type { DescribeRequest, Description, PreparedImage } from '../provider.ts'
import { readAnswer } from '../read-answer.ts'
import type { Picture, Tensor } from './library.ts'
import type { LoadedModel } from './load-model.ts'
import { localPrompt } from './local-prompt.ts'
import type { WayToAsk } from './model-types.ts'
import { sureness } from './sureness.ts'

type Answer = Omit<Description, 'usage' | 'provider'>
type Chat = Extract<WayToAsk, { kind: 'chat' }>

/** A line of writing counts as read when its words were chosen with this probability on average. */
const leastSure = 0.7
/** Florence's tasks: a short sentence, and a longer one for those who allow it. */
const [shortTask, longTask] = ['<CAPTION>', '<DETAILED_CAPTION>'] as const

/** Has a model describe one picture. Throws a `ProviderError` where it has nothing to say. */
export async function describePicture(
  loaded: LoadedModel,
  id: string,
  request: DescribeRequest
): Promise<Answer> {
  const { way } = loaded
  const picture = await loaded.library.RawImage.fromBlob(blobOf(request.image))
  if (way.kind === 'chat') return answerTo(await chat(loaded, way, picture, request), id)
  // These take no instructions: the same picture gives the same words.
  if (request.previous) throw silent(id, 'it takes no instructions, so its answer cannot be repaired')
  if (way.kind === 'reader') return await readLine(loaded, id, picture)
  if (!/^en(?:-|$)/iu.test(request.language)) {
    throw silent(id, `it writes English only, and ${languageName(request.language)} is wanted`)
  }
  const written =
    way.kind === 'task' ? await doTask(loaded, picture, request) : await captionOf(loaded, picture, request)
  // They were taught on captions without capital letters.
  return answerTo(
    written.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase()),
    id
  )
}

async function captionOf(
  { model, processor, tokenizer }: LoadedModel,
  picture: Picture,
  { maxLength }: DescribeRequest
): Promise<string> {
  const { pixel_values: inputs } = await processor(picture)
  const output = await model.generate({ inputs, max_new_tokens: tokensFor(maxLength) })
  return firstText(tokenizer.batch_decode(output, { skip_special_tokens: true }))
}

async function readLine(
  { model, processor, tokenizer }: LoadedModel,
  id: string,
  picture: Picture
): Promise<Answer> {
  const { pixel_values: inputs } = await processor(picture)
  const sure = sureness()
  const output = await model.generate({ inputs, max_new_tokens: 128, logits_processor: [sure.listen] })
  const text = firstText(tokenizer.batch_decode(output, { skip_special_tokens: true }))
  const confidence = sure.mean()
  if (text === '' || confidence < leastSure)
    throw silent(id, 'it reads one line of writing, and found none that it is sure of')
  return { text, kind: 'text', visibleText: text, confidence }
}

async function doTask(
  { model, processor, tokenizer }: LoadedModel,
  picture: Picture,
  { maxLength }: DescribeRequest
): Promise<string> {
  const inputs = await processor(picture, maxLength < 200 ? shortTask : longTask)
  const output = await model.generate({ ...inputs, max_new_tokens: tokensFor(maxLength) })
  return firstText(tokenizer.batch_decode(output, { skip_special_tokens: true }))
}

async function chat(
  { model, processor, tokenizer }: LoadedModel,
  { first, further }: Chat,
  picture: Picture,
  request: DescribeRequest
): Promise<string> {
  const content = [{ type: 'image' }, { type: 'text', text: localPrompt(request) }]
  const words = processor.apply_chat_template([{ role: 'user', content }], { add_generation_prompt: true })
  const inputs = await (first === 'words'
    ? processor(words, [picture], ...further)
    : processor(picture, words, ...further))
  const output = await model.generate({
    ...inputs,
    max_new_tokens: tokensFor(request.maxLength),
    do_sample: false
  })
  return firstText(
    tokenizer.batch_decode(newTokens(output, inputs['input_ids']), { skip_special_tokens: true })
  )
}

/** The output repeats what was asked. */
function newTokens(output: Tensor, asked: Tensor | undefined): Tensor {
  return output.slice(null, [asked?.dims.at(-1) ?? 0, null])
}

function answerTo(text: string, id: string): Answer {
  const answer = readAnswer(text)
  if (answer) return answer
  throw silent(id, 'the model gave no words')
}

/** A word takes one to three tokens; an answer that runs on is cut here and found by the check. */
function tokensFor(maxLength: number): number {
  return Math.max(32, Math.ceil(maxLength * 0.6))
}

function firstText(texts: readonly string[]): string {
  return texts[0]?.trim() ?? ''
}

function blobOf({ bytes, mediaType }: PreparedImage): Blob {
  return new Blob([Uint8Array.from(bytes)], { type: mediaType })
}

function silent(id: string, why: string): ProviderError {
  const message = `${id}: ${why}. Write its alternative by hand, or choose a model that takes instructions.`
  return new ProviderError('not-described', id, message, { requests: 0 })
}
